#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# test.sh: what the C++ client promises by itself. Builds its tests in build/dev; BUILD_DIR names another build.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
build=${BUILD_DIR:-build/dev}
[ -f "$build/CMakeCache.txt" ] || {
  printf 'cpp client: %s is not configured; run ./dev build\n' "$build" >&2
  exit 2
}
cmake --build "$build" --target client_test client_options_test connection_test
ctest --test-dir "$build" --output-on-failure -R '^(client|client_options|connection)_test$'
