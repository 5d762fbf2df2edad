#!/usr/bin/env bash
# A throw-away Ceph object store on the loopback: one monitor, one OSD in memory, one RADOS gateway, one bucket.
#
#   radosgw.sh start   starts it afresh, waits until it answers, prints shell assignments:
#                      S3_ENDPOINT S3_BUCKET AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY CEPH_MAJOR
#   radosgw.sh stop    ends it and removes its data
#
#   set -a; eval "$(.ci/s3/radosgw.sh start)"; set +a
#
# Debian bookworm, Ceph 16: apt-get install --no-install-recommends radosgw ceph-mon ceph-osd
# Ceph 20: CEPH_ROOT=$(.ci/s3/ceph-root.sh), and root, to enter the chroot.
#
# Settings (environment):
#   CEPH_ROOT   chroot that holds Ceph                   (default: this system's own)
#   RGW_PORT    of S3; the two after it are the monitor's (default 27480)
#   RGW_BYTES   capacity                                  (default 6 GiB; memory is used as objects are stored)
set -euo pipefail

command=${1:-}
ceph_root=${CEPH_ROOT:-}
port=${RGW_PORT:-27480}
bytes=${RGW_BYTES:-$((6 << 30))}
state=/var/tmp/simplestreams-radosgw-$port  # as Ceph sees it
outside=$ceph_root$state                    # as this script sees it
conf=$state/ceph.conf
endpoint=http://127.0.0.1:$port
bucket=images
# Nobody but this machine can reach the server, and it lives for minutes.
access=loopback
secret=loopback-only-not-a-secret

die() { echo "radosgw: $*" >&2; exit 1; }

# Runs a Ceph program where Ceph is.
inside() {
  if [ -n "$ceph_root" ]; then chroot "$ceph_root" "$@"; else "$@"; fi
}

write_conf() {
  local fsid=$1 monitor=$2
  cat >"$outside/ceph.conf" <<CONF
[global]
fsid = $fsid
mon host = $monitor
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = $state/keyring
pid file = $state/run/\$name.pid
admin socket = $state/run/\$name.asok
run dir = $state/run
log file = $state/log/\$name.log
mon data = $state/mon
osd data = $state/osd
rgw data = $state/rgw
osd objectstore = memstore
memstore device bytes = $bytes
auth allow insecure global id reclaim = false
# One node holds the one copy.
mon allow pool size one = true
osd crush chooseleaf type = 0
osd pool default size = 1
osd pool default min size = 1
# Making pools is most of the start-up: few placement groups, and map changes agreed upon at once.
osd pool default pg num = 4
osd pool default pg autoscale mode = off
mon max pg per osd = 1000
paxos propose interval = 0.02
paxos min wait = 0.01
# The disk holds nothing but logs, so how full it is says nothing.
mon data avail crit = 1
[client.rgw.a]
# Without tcp_nodelay most answers wait 40 ms for a delayed ACK.
rgw frontends = beast endpoint=127.0.0.1:$port tcp_nodelay=1
rgw enable apis = s3
rgw enable lc threads = false
rgw dynamic resharding = false
rgw crypt require ssl = false
# Gives the memory of deleted objects back within seconds instead of two hours.
rgw gc obj min wait = 5
rgw gc processor period = 5
rgw gc processor max time = 5
CONF
}

boot() {
  local fsid=$1 monitor=$2 keyring=$state/keyring osd
  export CEPH_CONF=$conf
  osd=$(cat /proc/sys/kernel/random/uuid)
  inside ceph-authtool -C "$keyring" --gen-key -n mon. --cap mon 'allow *'
  inside ceph-authtool "$keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *'
  inside ceph-authtool "$keyring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'
  inside ceph-authtool "$keyring" --gen-key -n client.rgw.a --cap mon 'allow *' --cap osd 'allow *'
  inside monmaptool --create --fsid "$fsid" --addv a "$monitor" "$state/monmap"
  inside ceph-mon -c "$conf" -i a --mkfs --monmap "$state/monmap" --keyring "$keyring"
  inside ceph-mon -c "$conf" -i a
  inside ceph osd new "$osd"
  inside ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$osd"
  inside ceph-osd -c "$conf" -i 0
  inside radosgw-admin user create --uid=test --display-name=test --access-key="$access" --secret-key="$secret"
  inside radosgw -c "$conf" -n client.rgw.a
}

# `ceph version 20.2.4 (…) tentacle (stable)`: 20
major() {
  inside radosgw --version | sed -E 's/^ceph version ([0-9]+)\..*/\1/'
}

make_bucket() {
  # curl 7.88 does not send the header by itself, and S3 asks for it.
  curl -sf -o "$outside/log/bucket" --max-time 20 -X PUT --user "$access:$secret" --aws-sigv4 aws:amz:us-east-1:s3 \
    -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' "$endpoint/$bucket"
}

start() {
  inside sh -c 'command -v radosgw && command -v ceph-mon && command -v ceph-osd && command -v ceph' >/dev/null ||
    die "radosgw, ceph-mon, ceph-osd or ceph is missing in ${ceph_root:-this system}"
  stop
  mkdir -p "$outside"/{mon,osd,rgw,run,log}
  if [ -n "$ceph_root" ] && ! mountpoint -q "$ceph_root/proc"; then mount -t proc proc "$ceph_root/proc"; fi
  local fsid monitor
  fsid=$(cat /proc/sys/kernel/random/uuid)
  monitor="[v2:127.0.0.1:$((port + 1)),v1:127.0.0.1:$((port + 2))]"
  write_conf "$fsid" "$monitor"
  # A subshell of its own, because `set -e` is off inside the condition of an `if` or `||`.
  local status=0
  set +e
  (set -e; boot "$fsid" "$monitor") >"$outside/log/boot.log" 2>&1
  status=$?
  set -e
  [ "$status" = 0 ] || { tail -n 20 "$outside/log/boot.log" >&2; die "Ceph did not start"; }
  for _ in $(seq 300); do
    if curl -sf -o "$outside/log/answer" --max-time 2 "$endpoint/"; then
      make_bucket || die "the bucket could not be made"
      printf '%s\n' "S3_ENDPOINT=$endpoint" "S3_BUCKET=$bucket" 'AWS_REGION=us-east-1' \
        "AWS_ACCESS_KEY_ID=$access" "AWS_SECRET_ACCESS_KEY=$secret" "CEPH_MAJOR=$(major)"
      return
    fi
    sleep 0.1
  done
  tail -n 5 "$outside"/log/*.log >&2
  die "no answer from $endpoint in 30 s"
}

# Whether another server runs in the same root, on another port.
in_use() {
  local process
  for process in /proc/[0-9]*/root; do
    if [ "$process" -ef "$ceph_root" ]; then return 0; fi
  done
  return 1
}

stop() {
  local file pid pids=()
  for file in "$outside"/run/*.pid; do
    [ -s "$file" ] || continue
    pid=$(<"$file")
    # The number may belong to another process by now: only one that was started with our configuration is ended.
    if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$conf"; then pids+=("$pid"); fi
  done
  if [ ${#pids[@]} -gt 0 ]; then
    # Nothing needs flushing: the data goes as well.
    kill -KILL "${pids[@]}" 2>/dev/null || true
    for pid in "${pids[@]}"; do
      for _ in $(seq 100); do [ -d "/proc/$pid" ] || break; sleep 0.05; done
    done
  fi
  if [ -n "$ceph_root" ] && mountpoint -q "$ceph_root/proc" && ! in_use; then umount "$ceph_root/proc"; fi
  rm -rf --one-file-system "$outside"
}

case $command in
  start) start ;;
  stop) stop ;;
  *) die "start or stop" ;;
esac
