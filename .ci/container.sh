# The test of the container image, built and run by buildah. Sourced by `.ci/run`.
# Where no base can be made the test is skipped with the reason; a Dockerfile that does not build fails.
# shellcheck shell=bash

# in a step of its own
other_tests+=(--exclude test/client/container.test.ts)

test_container() {
  local assignments log=$scratch/container.log before=$((passed + failed))
  ((EUID == 0)) || { skip 'container image' 'it is run with mounts of its own, which takes root'; return; }
  install 'container image' buildah:buildah mmdebstrap:mmdebstrap || return
  if ! assignments=$(timeout 200 .ci/container/base.sh "$scratch/container" 2>"$log"); then
    skip 'container image' "$(tail -n 1 "$log")"
    return
  fi
  # shellcheck disable=SC2086
  tests 'container image' env $assignments npm run test:client -- test/client/container.test.ts
  # a test that does not find the base skips itself
  if ((passed + failed == before)); then
    echo 'failed: container image: there is a base, and no test ran on it'
    failed=$((failed + 1))
  fi
}
