#!/usr/bin/env bash
# read-only.sh ROOT FOLDER USER:GROUP [NAME=VALUE]... PROGRAM [ARGUMENT]...
# Runs PROGRAM in the file system ROOT, which it cannot write to, with FOLDER as /data and a /tmp of its own: what
# `docker run --read-only --tmpfs /tmp --volume FOLDER:/data --user USER:GROUP` does. Needs root.
set -eu
export root=$1 folder=$2 user=$3
shift 3
exec unshare --mount --propagation private bash -eu -c '
  mount --bind "$root" "$root"
  mount --options remount,bind,ro "$root"
  mount --types tmpfs --options mode=1777 tmpfs "$root/tmp"
  mount --bind "$folder" "$root/data"
  mount --rbind /proc "$root/proc"
  mount --rbind /dev "$root/dev"
  exec chroot --userspec "$user" --groups= "$root" /usr/bin/env --ignore-environment --chdir /data "$@"
' bash "$@"
