#!/usr/bin/env bash
# quickstart.sh FOLDER    the README's first commands, as a newcomer runs them: a fresh clone, nothing installed
set -eu
folder=$1
git clone --quiet "$(dirname "$0")/.." "$folder/clone"
cd "$folder/clone"

# the first block of shell commands in the README
awk '/^```/ { if (inside) exit; inside = /^```(sh|bash)$/; next } inside' README.md >"$folder/commands"
grep -q examples/quickstart/run "$folder/commands"
cat "$folder/commands"

mkdir "$folder/home"
env -i "PATH=$PATH" "HOME=$folder/home" "TMPDIR=${TMPDIR:-/tmp}" bash -eu "$folder/commands"

test -s public/streams/v1/index.sjson
# what it made is ignored, and it changed nothing else
test -z "$(git status --porcelain)"
