#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# containers.sh [build|test|clean]: builds the images of deploy/Dockerfile and runs them as they are deployed; `build` and `test` do one of
# the two, `clean` removes all of it. BASE and RUNTIME_BASE name other base images than the one made of Debian's packages here.
# All state is below build/containers. The first build compiles the project; later ones take from a cache what did not change.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh
# shellcheck source=tools/container_engine.sh
source tools/container_engine.sh

base=${BASE:-localhost/yinzheng-debian:12}

build_images() {
  [ -n "${BASE:-}" ] || tools/container_base.sh "$base"
  # Caches of the builder lie below its folder for temporary files.
  mkdir -p "$container_state/tmp"
  local target
  for target in indexer server shard; do
    say "Image yinzheng-$target"
    # The docker format keeps the HEALTHCHECK, which the other has no place for.
    TMPDIR=$container_state/tmp buildah build --format docker --layers --target "$target" -t "yinzheng-$target" -f deploy/Dockerfile \
      --build-arg BASE="$base" --build-arg RUNTIME_BASE="${RUNTIME_BASE:-$base}" . >"$container_state/$target.log" 2>&1 ||
      { tail -n 40 "$container_state/$target.log" && die "the image yinzheng-$target was not built; see $container_state/$target.log"; }
  done
  podman images --filter reference='yinzheng-*' --format 'table {{.Repository}} {{.Size}}'
}

# The tests take grpcurl and podman-compose from here where the machine has none.
install_test_tools() {
  export PATH=$container_state/bin:$container_state/venv/bin:$PATH
  if ! command -v grpcurl >/dev/null && command -v go >/dev/null; then
    say "grpcurl from the Go registry"
    GOBIN=$container_state/bin go install github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.3 || say "not installed"
  fi
  if ! command -v podman-compose >/dev/null && python3 -c 'import ensurepip, venv' 2>/dev/null; then
    say "podman-compose from the Python registry"
    { python3 -m venv "$container_state/venv" && "$container_state/venv/bin/pip" install -q podman-compose==1.6.0; } || say "not installed"
  fi
}

test_images() {
  install_test_tools
  tests/containers/containers_test.sh "$PWD"
}

clean() {
  podman rm --all --force >/dev/null
  buildah rm --all >/dev/null
  rm -rf "$container_state"
}

case ${1:-all} in
  all | build | test | clean) ;;
  *) die "containers: unknown argument $1 (build, test, clean)" ;;
esac
[ "${1:-}" = clean ] || tools/setup.sh containers
reason=$(missing_for_containers)
[ -z "$reason" ] || die "containers: $reason"
use_container_engine
case ${1:-all} in
  all)
    build_images
    test_images
    ;;
  build) build_images ;;
  test) test_images ;;
  clean) clean ;;
esac
