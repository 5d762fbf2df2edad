# Runs steps and keeps the tally. Sourced by `.ci/run`.
# shellcheck shell=bash
passed=0
failed=0
skipped=0

# skip NAME REASON
skip() {
  echo "skipped: $1: $2"
  skipped=$((skipped + 1))
}

# step NAME COMMAND...    passes or fails as a whole
step() {
  local name=$1 code=0
  shift
  printf '\n== %s\n' "$name"
  limited "$@" || code=$?
  if ((code == 0)); then
    passed=$((passed + 1))
  else
    echo "failed: $name: exit code $code"
    failed=$((failed + 1))
  fi
}

# tests NAME COMMAND...    a run of vitest, which writes $VITEST_REPORT; each of its tests counts
tests() {
  local name=$1 code=0 counts p=0 f=0 s=0
  shift
  printf '\n== %s\n' "$name"
  rm -f "$VITEST_REPORT"
  limited "$@" || code=$?
  if counts=$(node .ci/count.mjs "$VITEST_REPORT"); then
    read -r p f s <<<"$counts"
  fi
  if ((code != 0 && f == 0)); then
    echo "failed: $name: exit code $code"
    f=1
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

# A step that hangs must not take the others with it.
limited() {
  timeout --kill-after=10 900 "$@"
}

total() {
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0))
}
