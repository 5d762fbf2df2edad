# The tests of the S3 store on real servers, Ceph 20 and Ceph 16. Sourced by `.ci/run`.
# Where a server cannot run, its tests are skipped with the reason.
# shellcheck shell=bash

ceph_log=$scratch/ceph.log
ceph_tests=(test/client/{radosgw,s3-publish,s3-readers}.test.ts)
# the ones that need no server of Ceph
other_tests=(--exclude 'test/client/{radosgw,s3-*}.test.ts')
ceph_root=
ceph_started=

test_on_ceph_20() {
  local root
  if ! root=$(.ci/s3/ceph-root.sh 2>"$ceph_log"); then
    install 'Ceph 20' mmdebstrap:mmdebstrap || return
    root=$(timeout 200 .ci/s3/ceph-root.sh 2>"$ceph_log") || { skip 'Ceph 20' "$(tail -n 1 "$ceph_log")"; return; }
  fi
  test_on_ceph 'Ceph 20' "$root"
}

# Debian bookworm's own
test_on_ceph_16() {
  install 'Ceph 16' radosgw:radosgw ceph-mon:ceph-mon ceph-osd:ceph-osd curl:curl || return
  test_on_ceph 'Ceph 16' ''
}

# test_on_ceph NAME CHROOT    an empty CHROOT: the Ceph of this system
test_on_ceph() {
  local name=$1 assignments before=$((passed + failed))
  ceph_root=$2 ceph_started=yes
  if assignments=$(CEPH_ROOT=$ceph_root timeout 120 .ci/s3/radosgw.sh start 2>"$ceph_log"); then
    set -a
    eval "$assignments"
    set +a
    tests "$name" npm run test:client -- "${ceph_tests[@]}"
    # a test that does not find the server skips itself
    if ((passed + failed == before)); then
      echo "failed: $name: the server runs, and no test ran on it"
      failed=$((failed + 1))
    fi
    unset "${!S3_@}" "${!AWS_@}" CEPH_MAJOR
  else
    skip "$name" "$(tail -n 1 "$ceph_log")"
  fi
  stop_ceph
}

stop_ceph() {
  if [ -n "$ceph_started" ]; then CEPH_ROOT=$ceph_root .ci/s3/radosgw.sh stop; fi
  ceph_started=
}

# What an upload of the largest file that is promised needs: Ceph keeps it in memory.
large_file_mib() {
  local available
  available=$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo 2>/dev/null)
  if ((${available:-0} > 10 << 20)); then echo 4096; else echo 1024; fi
}
