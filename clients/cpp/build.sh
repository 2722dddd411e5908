#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# build.sh PREFIX: builds the C++ client and installs it into PREFIX, for find_package(yinzheng-client) and pkg-config. The build is that of
# build/release; BUILD_DIR names another one, which must be configured.
set -euo pipefail
[ $# -eq 1 ] || {
  printf 'usage: build.sh PREFIX\n' >&2
  exit 2
}
prefix=$(realpath -m -- "$1")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
if [ -z "${BUILD_DIR:-}" ]; then
  tools/setup.sh
  cmake --preset release
fi
build=${BUILD_DIR:-build/release}
cmake --build "$build" --target yinzheng-client
cmake --install "$build" --component client --prefix "$prefix"
