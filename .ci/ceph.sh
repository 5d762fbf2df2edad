# The tests of the S3 store on real servers, Ceph 20, 18 and 16. Sourced by `.ci/run`.
# Where a server cannot run, its tests are skipped with the reason.
# shellcheck shell=bash

ceph_tests=(test/client/{radosgw,guarantees,s3-publish,s3-readers,s3-matrix,s3-care}.test.ts)
# the ones that need no S3 server
other_tests=(--exclude 'test/client/{radosgw,care,guarantees,s3-*}.test.ts')

# test_on_ceph_of SUITE NAME    the Ceph of another Debian, in a chroot
test_on_ceph_of() {
  local name=$2 root
  local -x CEPH_SUITE=$1
  if ! root=$(.ci/s3/ceph-root.sh 2>"$server_log"); then
    install "$name" mmdebstrap:mmdebstrap || return
    root=$(timeout 200 .ci/s3/ceph-root.sh 2>"$server_log") || { skip "$name" "$(tail -n 1 "$server_log")"; return; }
  fi
  test_on_ceph "$name" "$root"
}

# Debian bookworm's own
test_on_ceph_16() {
  install 'Ceph 16' radosgw:radosgw ceph-mon:ceph-mon ceph-osd:ceph-osd curl:curl || return
  test_on_ceph 'Ceph 16' ''
}

# test_on_ceph NAME CHROOT    an empty CHROOT: the Ceph of this system
test_on_ceph() {
  export CEPH_ROOT=$2
  test_on "$1" .ci/s3/radosgw.sh "${ceph_tests[@]}"
}

# What an upload of the largest file that is promised needs: Ceph keeps it in memory.
large_file_mib() {
  local available
  available=$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo 2>/dev/null)
  if ((${available:-0} > 10 << 20)); then echo 4096; else echo 1024; fi
}
