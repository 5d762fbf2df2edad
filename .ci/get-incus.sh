#!/usr/bin/env bash
# get-incus.sh FOLDER    unpacks Incus of Debian's backports below FOLDER, installing nothing.
# Prints a folder with the client, which needs libc alone, and the daemon, which needs what the package lxd depends on.
set -eu
folder=$1
codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
# the archive that this machine's apt is set up with
archive=$(apt-get indextargets --format '$(REPO_URI)' | grep -v security | head -n 1)
[ -n "$archive" ] || { echo 'apt has no archive configured' >&2; exit 1; }

mkdir -p "$folder"/{lists/partial,cache/archives/partial,deb,root}
# as root, apt drops to a user of its own, who must be able to write here
chmod 777 "$folder/deb"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $archive $codename-backports main" >"$folder/sources.list"
options=(
  -q -o APT::Update::Error-Mode=any -o Acquire::Retries=2 -o Acquire::http::Timeout=20
  -o "Dir::Etc::sourcelist=$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null
  -o "Dir::State::lists=$folder/lists" -o "Dir::Cache=$folder/cache"
)
apt-get "${options[@]}" update >&2
cd "$folder/deb"
apt-get "${options[@]}" download {incus-client,incus-base,incus-extra,libcowsql0,libraft0}/"$codename-backports" >&2
for package in ./*.deb; do dpkg -x "$package" "$folder/root"; done

mkdir "$folder/bin"
ln -s "$folder"/root/usr/bin/incus{,-simplestreams} "$folder/bin/"
libraries=$(dirname "$(find "$folder/root/usr/lib" -name 'libcowsql.so.*' -print -quit)")
cat >"$folder/bin/incusd" <<INCUSD
#!/bin/sh
export LD_LIBRARY_PATH='$libraries' PATH='$folder/root/usr/bin':\$PATH
exec '$folder/root/usr/libexec/incus/incusd' "\$@"
INCUSD
chmod 755 "$folder/bin/incusd"
echo "$folder/bin"
