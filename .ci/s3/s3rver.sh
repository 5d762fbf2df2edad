#!/usr/bin/env bash
# A throw-away s3rver on the loopback, with one bucket: a server that ignores conditions, and says that all went well.
#
#   s3rver.sh start   installs it into a folder of its own, starts it, waits until it answers, prints shell assignments:
#                     S3_ENDPOINT S3_BUCKET S3_SERVER AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
#   s3rver.sh stop    ends it and removes that folder
#
#   set -a; eval "$(.ci/s3/s3rver.sh start)"; set +a
#
# Settings (environment):
#   S3RVER_PORT   (default 28280)
set -euo pipefail

command=${1:-}
port=${S3RVER_PORT:-28280}
state=/var/tmp/simplestreams-s3rver-$port
endpoint=http://127.0.0.1:$port
bucket=images
version=3.7.1

die() { echo "s3rver: $*" >&2; exit 1; }

start() {
  stop
  mkdir -p "$state/data"
  timeout 60 npm install --loglevel error --no-audit --no-fund --prefix "$state" "s3rver@$version" >"$state/log" 2>&1 ||
    die "npm install s3rver@$version: $(grep -m 1 "^npm error" "$state/log" || echo "no answer in 60 s")"
  setsid node "$state/node_modules/s3rver/bin/s3rver.js" --directory "$state/data" --address 127.0.0.1 --port "$port" \
    --no-vhost-buckets --configure-bucket "$bucket" >"$state/log" 2>&1 </dev/null &
  echo $! >"$state/pid"
  for _ in $(seq 100); do
    # 403 to whom it does not know: it answers
    if curl -s -o "$state/answer" --max-time 2 "$endpoint/"; then
      printf '%s\n' "S3_ENDPOINT=$endpoint" "S3_BUCKET=$bucket" 'S3_SERVER=s3rver' 'AWS_REGION=us-east-1' \
        'AWS_ACCESS_KEY_ID=S3RVER' 'AWS_SECRET_ACCESS_KEY=S3RVER'
      return
    fi
    sleep 0.1
  done
  tail -n 5 "$state/log" >&2
  die "no answer from $endpoint in 10 s"
}

stop() {
  local pid
  if [ -s "$state/pid" ]; then
    pid=$(<"$state/pid")
    # The number may belong to another process by now.
    if tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$state/"; then
      kill -KILL "$pid" 2>/dev/null || true
      for _ in $(seq 100); do [ -d "/proc/$pid" ] || break; sleep 0.05; done
    fi
  fi
  rm -rf --one-file-system "$state"
}

case $command in
  start) start ;;
  stop) stop ;;
  *) die "start or stop" ;;
esac
