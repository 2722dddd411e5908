#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# What the scripts in tools/ share. Sourced, never run; the caller stands in the repository's root.

say() { printf '\033[1m== %s\033[0m\n' "$*"; }

die() {
  printf 'dev: %s\n' "$*" >&2
  exit 1
}

# run_build PRESET [TARGET…]: installs, configures and builds; no target means all.
run_build() {
  local preset=$1
  shift
  tools/setup.sh
  cmake --preset "$preset" >/dev/null
  cmake --build "build/$preset" --parallel "$(nproc)" ${1:+--target "$@"}
}

# has_target PRESET TARGET: whether the configured build defines TARGET.
has_target() {
  ninja -C "build/$1" -t query "$2" >/dev/null 2>&1
}

# shared_dir: the folder with corpora and annotations that the repository does not hold; fails when absent.
shared_dir() {
  local dir=${YINZHENG_SHARED:-../shared}
  [ -d "$dir" ] || return 1
  (cd -- "$dir" && pwd)
}
