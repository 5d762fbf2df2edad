#!/usr/bin/env bash
# debian-root.sh FILE    makes a root tarball of Debian packages: a static busybox and the database of dpkg, no more
set -eu
file=$1
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
# the archive that this machine's apt is set up with
archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)
[ -n "$archive" ] || { echo 'apt has no archive configured' >&2; exit 1; }
# without a chroot, for there is no shell in it; the one package has no scripts that could reach this machine
mmdebstrap --quiet --mode=chrootless --variant=custom --include=busybox-static \
  --aptopt='Acquire::Retries "2"' --aptopt='Acquire::http::Timeout "20"' "$codename" "$file" \
  "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $codename main"
