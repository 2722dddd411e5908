#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# bench.sh [GOOGLE-BENCHMARK-FLAG…]: builds the release preset and runs every *_benchmark target.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

tools/setup.sh
cmake --preset release >/dev/null
mapfile -t benchmarks < <(ninja -C build/release -t targets all | sed -n 's/^\([a-z_]*_benchmark\): phony$/\1/p' | grep -v '^cmake_')
if [ ${#benchmarks[@]} -eq 0 ]; then
  echo "No *_benchmark target exists yet: nothing was measured."
  exit 0
fi
run_build release "${benchmarks[@]}"
for benchmark in "${benchmarks[@]}"; do
  say "$benchmark"
  "build/release/bin/$benchmark" "$@"
done
