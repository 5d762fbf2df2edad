#!/usr/bin/env bash
# A throw-away OpenStack Swift with its S3 API on the loopback: one server of each kind, one bucket. It answers 501 to conditions.
#
#   swift.sh start   starts it afresh, waits until it answers, prints shell assignments:
#                    S3_ENDPOINT S3_BUCKET S3_SERVER AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
#   swift.sh stop    ends it and removes its data
#
#   set -a; eval "$(.ci/s3/swift.sh start)"; set +a
#
# Debian bookworm, Swift 2.30: apt-get install --no-install-recommends \
#   swift-proxy swift-account swift-container swift-object memcached curl
# It reads /etc/swift/swift.conf, which the packages bring; later ones read ours. The packages' services are not used.
#
# Settings (environment):
#   SWIFT_PORT   of S3; the four after it are taken too   (default 28180)
set -euo pipefail

command=${1:-}
port=${SWIFT_PORT:-28180}
state=/var/tmp/simplestreams-swift-$port
endpoint=http://127.0.0.1:$port
bucket=images
# Nobody but this machine can reach the server, and it lives for minutes. With tempauth an access key is account:user.
access=test:tester
secret=loopback-only-not-a-secret

die() { echo "swift: $*" >&2; exit 1; }

# make_ring KIND PORT    of one device with one copy
make_ring() {
  (
    cd "$state/conf"
    swift-ring-builder "$1.builder" create 4 1 0
    swift-ring-builder "$1.builder" add "r1z1-127.0.0.1:$2/disk" 1
    # A warning is exit code 1, and one copy is worth a warning.
    swift-ring-builder "$1.builder" rebalance || true
  ) >>"$state/log/ring.log" 2>&1
  [ -s "$state/conf/$1.ring.gz" ] || { tail -n 3 "$state/log/ring.log" >&2; die "the ring of the $1 server was not made"; }
}

# common PORT
common() {
  cat <<CONF
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $1
swift_dir = $state/conf
user = $(id -un)
# no children
workers = 0
log_level = WARNING
CONF
}

# write_storage_conf KIND PORT
write_storage_conf() {
  {
    common "$2"
    cat <<CONF
devices = $state/node
mount_check = false
fallocate_reserve = 0
disable_fallocate = true
[pipeline:main]
pipeline = $1-server
[app:$1-server]
use = egg:swift#$1
CONF
  } >"$state/conf/$1.conf"
}

write_proxy_conf() {
  local filters=(catch_errors gatekeeper cache listing_formats bulk s3api tempauth copy slo dlo versioned_writes symlink) name
  {
    common "$port"
    printf '%s\n' '[pipeline:main]' "pipeline = ${filters[*]} proxy-server" \
      '[app:proxy-server]' 'use = egg:swift#proxy' 'account_autocreate = true'
    for name in "${filters[@]}"; do
      printf '%s\n' "[filter:$name]" "use = egg:swift#${name/#cache/memcache}"
      case $name in
        cache) echo "memcache_servers = 127.0.0.1:$((port + 4))" ;;
        s3api) printf '%s\n' 'location = us-east-1' 'check_bucket_owner = false' ;;
        tempauth) echo "user_test_tester = $secret .admin" ;;
        versioned_writes) echo 'allow_object_versioning = true' ;;
      esac
    done
  } >"$state/conf/proxy.conf"
}

# daemon NAME COMMAND...
daemon() {
  local name=$1
  shift
  setsid "$@" >"$state/log/$name.log" 2>&1 </dev/null &
  echo $! >"$state/run/$name.pid"
}

# curl takes the first colon of user:password for the separator, and the access key has one: so by Swift's own API.
make_bucket() {
  local headers token url
  headers=$(curl -sf -o "$state/log/answer" -D - --max-time 5 -H "X-Auth-User: $access" -H "X-Auth-Key: $secret" "$endpoint/auth/v1.0" | tr -d '\r') || return
  token=$(sed -n 's/^x-auth-token: //Ip' <<<"$headers")
  url=$(sed -n 's/^x-storage-url: //Ip' <<<"$headers")
  [ -n "$url" ] && curl -sf -o "$state/log/answer" --max-time 5 -X PUT -H "X-Auth-Token: $token" "$url/$bucket"
}

start() {
  local program kind offset=1
  for program in swift-{proxy,account,container,object}-server swift-ring-builder memcached curl; do
    command -v "$program" >/dev/null || die "$program is missing"
  done
  stop
  mkdir -p "$state"/{run,log,conf,node/disk}
  for kind in account container object; do
    make_ring $kind $((port + offset))
    write_storage_conf $kind $((port + offset))
    offset=$((offset + 1))
  done
  printf '%s\n' '[swift-hash]' 'swift_hash_path_prefix = test' 'swift_hash_path_suffix = test' >"$state/conf/swift.conf"
  write_proxy_conf
  daemon memcached memcached -u "$(id -un)" -l 127.0.0.1 -p $((port + 4)) -U 0 -m 16 -P "$state/run/memcached"
  for kind in account container object proxy; do daemon $kind swift-$kind-server "$state/conf/$kind.conf"; done
  for _ in $(seq 200); do
    if make_bucket; then
      printf '%s\n' "S3_ENDPOINT=$endpoint" "S3_BUCKET=$bucket" 'S3_SERVER=Swift' 'AWS_REGION=us-east-1' \
        "AWS_ACCESS_KEY_ID=$access" "AWS_SECRET_ACCESS_KEY=$secret"
      return
    fi
    sleep 0.2
  done
  tail -n 5 "$state"/log/*.log >&2
  die "no answer from $endpoint in 40 s"
}

stop() {
  local file pid pids=()
  for file in "$state"/run/*.pid; do
    [ -s "$file" ] || continue
    pid=$(<"$file")
    # The number may belong to another process by now: only one that was started with our configuration is ended.
    if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$state/"; then pids+=("$pid"); fi
  done
  if [ ${#pids[@]} -gt 0 ]; then
    # Nothing needs flushing: the data goes as well.
    kill -KILL "${pids[@]}" 2>/dev/null || true
    for pid in "${pids[@]}"; do
      for _ in $(seq 100); do [ -d "/proc/$pid" ] || break; sleep 0.05; done
    done
  fi
  rm -rf --one-file-system "$state"
}

case $command in
  start) start ;;
  stop) stop ;;
  *) die "start or stop" ;;
esac
