#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# fuzz.sh: runs the tests labelled fuzz, under the address and undefined behaviour sanitizers.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

tools/setup.sh
cmake --preset asan >/dev/null
if ! ctest --test-dir build/asan -N -L fuzz | grep 'Total Tests: [1-9]' >/dev/null; then
  echo "No test is labelled fuzz yet: nothing was run."
  exit 0
fi
run_build asan
ctest --preset asan -L fuzz
