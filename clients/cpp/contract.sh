#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# contract.sh ADDRESS CASES_DIR GOLDEN_DIR: the contract suite with the C++ client against a running server; closes with
# `N passed, N failed`. Builds the program first where build/dev is configured; BUILD_DIR names another build.
set -euo pipefail
[ $# -eq 3 ] || {
  printf 'usage: contract.sh ADDRESS CASES_DIR GOLDEN_DIR\n' >&2
  exit 2
}
cases=$(realpath -- "$2")
golden=$(realpath -- "$3")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
build=${BUILD_DIR:-build/dev}
[ -f "$build/CMakeCache.txt" ] || {
  printf 'cpp client: %s is not configured; run ./dev build\n' "$build" >&2
  exit 2
}
cmake --build "$build" --target contract_client >&2
exec "$build/bin/contract_client" "$1" "$cases" "$golden"
