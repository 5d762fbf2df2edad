# Runs tests on real S3 servers. Sourced by `.ci/run`.
# Where a server cannot run, its tests are skipped with the reason.
# shellcheck shell=bash

server_log=$scratch/server.log
server=

# Debian bookworm's own; it answers 501 to conditions.
test_on_swift() {
  install Swift swift-proxy-server:swift-proxy swift-account-server:swift-account swift-container-server:swift-container \
    swift-object-server:swift-object swift-ring-builder:swift memcached:memcached curl:curl || return
  test_on Swift .ci/s3/swift.sh test/client/{care,guarantees}.test.ts
}

# It ignores conditions.
test_on_s3rver() {
  test_on s3rver .ci/s3/s3rver.sh test/client/{care,guarantees}.test.ts
}

# test_on NAME SCRIPT TEST...    SCRIPT start prints what the tests need in their environment, SCRIPT stop ends it
test_on() {
  local name=$1 assignments before=$((passed + failed))
  server=$2
  shift 2
  if assignments=$(timeout 120 "$server" start 2>"$server_log"); then
    set -a
    eval "$assignments"
    set +a
    tests "$name" npm run test:client -- "$@"
    # a test that does not find the server skips itself
    if ((passed + failed == before)); then
      echo "failed: $name: the server runs, and no test ran on it"
      failed=$((failed + 1))
    fi
    unset "${!S3_@}" "${!AWS_@}" CEPH_MAJOR
  else
    skip "$name" "$(tail -n 1 "$server_log")"
  fi
  stop_server
}

stop_server() {
  if [ -n "$server" ]; then "$server" stop; fi
  server=
}
