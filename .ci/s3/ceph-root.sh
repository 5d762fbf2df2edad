#!/usr/bin/env bash
# Makes a Debian chroot with Ceph 20 (Tentacle) for radosgw.sh, and prints its path. About a minute and 0.7 GB, once.
#
#   CEPH_ROOT=$(.ci/s3/ceph-root.sh) .ci/s3/radosgw.sh start
#
# Needs root, and mmdebstrap (apt-get install --no-install-recommends mmdebstrap).
#
# Settings (environment):
#   CEPH_ROOTS   where chroots are kept   (default ${XDG_CACHE_HOME:-~/.cache}/simplestreams-action/ceph)
#   CEPH_SUITE   forky: Ceph 20; trixie: Ceph 18   (default forky)
set -euo pipefail

suite=${CEPH_SUITE:-forky}
roots=${CEPH_ROOTS:-${XDG_CACHE_HOME:-$HOME/.cache}/simplestreams-action/ceph}
root=$roots/$suite

die() { echo "ceph-root: $*" >&2; exit 1; }

if [ -e "$root/.complete" ]; then
  echo "$root"
  exit
fi
[ "$(id -u)" = 0 ] || die "needs root, to make a chroot"
command -v mmdebstrap >/dev/null || die "mmdebstrap is missing: apt-get install --no-install-recommends mmdebstrap"

# The archive that this host's own apt is set up with: the one place that is known to be reachable from here.
archive=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | head -n 1)
[ -n "$archive" ] || die "apt has no package archive set up (apt-get update)"

mkdir -p "$roots"
# Never removed while something is mounted in it: what is below would go too.
! mountpoint -q "$root/proc" || die "$root/proc is mounted: run radosgw.sh stop and umount it"
rm -rf --one-file-system "$root"
# A copy of a development suite may be past its Valid-Until; its signature is checked all the same.
mmdebstrap --variant=apt --mode=root --aptopt='Acquire::Check-Valid-Until "false"' \
  --include=radosgw,ceph-mon,ceph-osd,ceph-common,curl,ca-certificates \
  "$suite" "$root" "$archive" >&2
touch "$root/.complete"
echo "$root"
