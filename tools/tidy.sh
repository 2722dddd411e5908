#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# tidy.sh [FILE…]: clang-tidy over our sources (default all), after a build of the dev preset. What passed is remembered by a hash of the
# file, of every project header it includes and of .clang-tidy, so that a second run looks only at what changed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

cache=.cache/clang-tidy
mkdir -p "$cache"

# One line per compiled source of ours: the source and the project's files it depends on, as ninja recorded them.
sources_with_dependencies() {
  ninja -C build/dev -t deps | awk -v root="$PWD/" '
    function flush() { if (line ~ /^(indexer|services|clients|tests)\/[^ ]*\.cc( |$)/) print line; line = "" }
    /^[^ ].*: #deps/ { flush(); next }
    /^ / {
      path = $1
      if (path ~ /^\//) { if (index(path, root) != 1) next; path = substr(path, length(root) + 1) }
      else if (path ~ /^\.\.\/\.\.\//) path = substr(path, 7)
      else path = "build/dev/" path
      if (path ~ /^node_modules\//) next
      line = line (line == "" ? "" : " ") path
    }
    END { flush() }' | sort -u
}

# tidy_one "SOURCE DEPENDENCY…"
tidy_one() {
  local files key
  read -r -a files <<<"$1"
  [ -f "${files[0]}" ] || return 0
  key=$(cat .clang-tidy "${files[@]}" 2>/dev/null | sha256sum | cut -d' ' -f1)
  [ -f "$cache/$key" ] && return 0
  printf 'clang-tidy %s\n' "${files[0]}"
  # GCC's own warning flags are unknown to clang; our errors come from .clang-tidy.
  clang-tidy --quiet -p build/dev --extra-arg=-Wno-unknown-warning-option "${files[0]}" 2>/dev/null || return 1
  touch "$cache/$key"
}
export -f tidy_one
export cache

wanted() {
  if [ $# -eq 0 ]; then cat; else grep -E "^($(IFS='|' && echo "$*")) "; fi
}

# shellcheck disable=SC2016  # the inner bash expands $1
sources_with_dependencies | wanted "$@" |
  xargs -r -d '\n' -n 1 -P "$(nproc)" bash -c 'tidy_one "$1"' tidy_one
