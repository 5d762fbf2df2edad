# Brings the programs of the client tests onto a Debian machine. Sourced by `.ci/run`.
# Without a network or the rights it skips, never fails: the tests that miss a program skip themselves.
# shellcheck shell=bash

apt_log=$scratch/apt.log
updated=

# install NAME PROGRAM:PACKAGE...    the packages whose program is missing; false when it had to skip
install() {
  local name=$1 missing=() entry
  shift
  for entry in "$@"; do
    type -P "${entry%%:*}" >/dev/null || missing+=("${entry##*:}")
  done
  if ((${#missing[@]} == 0)) || apt_install "${missing[@]}" >"$apt_log" 2>&1; then return; fi
  skip "$name" "apt-get install ${missing[*]}: $(tail -n 1 "$apt_log")"
  return 1
}

apt_install() {
  local options=(-q -o APT::Update::Error-Mode=any -o Acquire::Retries=2 -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=120)
  export DEBIAN_FRONTEND=noninteractive
  if [ -z "$updated" ]; then timeout 120 apt-get "${options[@]}" update || return; fi
  updated=yes
  timeout 300 apt-get "${options[@]}" install -y --no-install-recommends "$@"
}

install_clients() {
  printf '\n== programs of the clients\n'
  install 'programs of the clients' lxc:lxd-client mksquashfs:squashfs-tools qemu-img:qemu-utils xz:xz-utils \
    zstd:zstd rsync:rsync busybox:busybox-static openssl:openssl gpg:gnupg gpgv:gpgv
  # apt's own user must reach what is below
  chmod 711 "$scratch"
  if ! type -P incus >/dev/null && ! link_incus 2>"$apt_log"; then
    skip incus "$(tail -n 1 "$apt_log")"
  fi
  if ! type -P gitlab-ci-local >/dev/null && ! link_gitlab_ci_local 2>"$apt_log"; then
    skip gitlab-ci-local "$(tail -n 1 "$apt_log")"
  fi
  # with what both daemons need; where no systemd runs, it starts nothing by itself
  install 'daemon of LXD' lxd:lxd xdelta3:xdelta3
  install 'Debian root' mmdebstrap:mmdebstrap && make_debian_root
}

link_incus() {
  local programs
  programs=$(timeout 200 .ci/get-incus.sh "$scratch/incus") && ln -s "$programs"/* "$scratch/bin/"
}

# 4.73.0 is the last that runs on Node 20.
link_gitlab_ci_local() {
  timeout 200 npm install --silent --no-audit --no-fund --prefix "$scratch/gitlab" gitlab-ci-local@4.73.0 >&2 \
    && ln -s "$scratch/gitlab/node_modules/.bin/gitlab-ci-local" "$scratch/bin/"
}

# A root tarball for the recipes.
make_debian_root() {
  if timeout 120 .ci/debian-root.sh "$scratch/debian-root.tar" 2>"$apt_log"; then
    export DEBIAN_ROOT=$scratch/debian-root.tar
  else
    skip 'Debian root' "$(tail -n 1 "$apt_log")"
  fi
}
