#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# tidy.sh [FILE…]: clang-tidy over our sources (default all), after a build of the dev preset. What passed is remembered by a hash of the
# file, of every project header it includes and of .clang-tidy, so that a second run looks only at what changed.
#
# Nearly all of clang-tidy's time goes into headers, which it reads anew for each source. So sources are looked at in batches: one
# file that includes several sources, none of which define the same name. A batch that does not compile, for a clash that was not
# foreseen, is looked at in halves.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

cache=.cache/clang-tidy
batches=build/tidy
batch_size=16
mkdir -p "$cache"
rm -rf "$batches"
mkdir -p "$batches"

# One line per compiled source of ours: the source and the project's files it depends on, as ninja recorded them. Of sources that
# are compiled together each depends on what all of them do.
sources_with_dependencies() {
  ninja -C build/dev -t deps | awk -v root="$PWD/" '
    function flush(   count, i, files) {
      if (line ~ /^(indexer|services|clients|tests)\/[^ ]*\.cc( |$)/) print line
      if (line ~ /^[^ ]*\/Unity\/unity_[^ ]* /) {
        count = split(line, files, " ")
        for (i = 2; i <= count; ++i) if (files[i] ~ /^(indexer|services|clients|tests)\/.*\.cc$/) print files[i], line
      }
      line = ""
    }
    /^[^ ].*: #deps/ { flush(); next }
    /^ / {
      path = $1
      if (path ~ /^\//) { if (index(path, root) != 1) next; path = substr(path, length(root) + 1) }
      else if (path ~ /^\.\.\/\.\.\//) path = substr(path, 7)
      else path = "build/dev/" path
      if (path ~ /^node_modules\// || path ~ /cmake_pch/) next
      line = line (line == "" ? "" : " ") path
    }
    END { flush() }' | sort -u
}

wanted() {
  if [ $# -eq 0 ]; then cat; else grep -E "^($(IFS='|' && echo "$*")) "; fi
}

# "KEY SOURCE" of each source that has not passed as it stands now.
stale_sources() {
  local files key
  while read -r -a files; do
    [ -f "${files[0]}" ] || continue
    key=$(cat .clang-tidy "${files[@]}" 2>/dev/null | sha256sum | cut -d' ' -f1)
    [ -f "$cache/$key" ] || printf '%s %s\n' "$key" "${files[0]}"
  done
}

# "SOURCE NAME" of what each source defines at the left margin: types, constants, functions.
defined_names() {
  # shellcheck disable=SC2016  # awk expands what stands in single quotes
  xargs -r awk '
    /^(struct|class|enum class|enum) [A-Za-z_]/ { name = ($1 == "enum" && $2 == "class") ? $3 : $2 }
    /^(constexpr|const|inline constexpr) .*[ *&]k[A-Z]/ { match($0, /k[A-Z][A-Za-z0-9]*/); name = substr($0, RSTART, RLENGTH) }
    /^using [A-Za-z_]+ =/ { name = $2 }
    /^TEST(_F|_P)?\(/ { name = $0; sub(/\).*/, "", name); gsub(/[ (,]/, "_", name) }
    /^[A-Za-z_].*[ *&>][A-Za-z_]+\(/ && !/^(TEST|INSTANTIATE|MATCHER|return|using|namespace)/ {
      name = $0; sub(/\(.*/, "", name); sub(/.*[ *&>]/, "", name); if (name ~ /::/) name = ""
    }
    /^MATCHER/ { name = $0; sub(/,.*/, "", name); sub(/.*\(/, "", name) }
    name != "" { sub(/[:;{].*/, "", name); print FILENAME, name; name = "" }'
}

# Reads "KEY SOURCE" lines; writes $batches/N.list, each with such lines for sources that go together: tests with tests, the same
# folder as far as it goes, no name twice.
make_batches() {
  local stale=$batches/stale
  cat >"$stale"
  cut -d' ' -f2 "$stale" | defined_names >"$batches/names"
  awk -v size="$batch_size" -v out="$batches" '
    FILENAME == out "/names" { names[$1] = names[$1] " " $2; next }
    {
      kind = $2 ~ /(_test|_benchmark)\.cc$|^tests\// ? "test" : "source"
      count = split(names[$2], list, " ")
      for (batch = 1; batch <= batches[kind]; ++batch) {
        fits = used[kind, batch] < size
        for (i = 1; fits && i <= count; ++i) if ((kind, batch, list[i]) in taken) fits = 0
        if (fits) break
      }
      if (batch > batches[kind]) batches[kind] = batch
      ++used[kind, batch]
      for (i = 1; i <= count; ++i) taken[kind, batch, list[i]] = 1
      print > (out "/" kind "-" batch ".list")
    }' "$batches/names" "$stale"
}

# What any of our sources is compiled with, as far as it matters to what a source says.
compile_flags() {
  jq -r '.[].command' build/dev/compile_commands.json | tr ' ' '\n' |
    awk '/^-isystem$/ { getline path; print "-isystem" path } /^-(I|D)/ { gsub(/\\"/, "\""); print }' | sort -u
}

tidy() {
  # GCC's own warning flags are unknown to clang; our errors come from .clang-tidy. A batch includes sources on purpose.
  clang-tidy --quiet --checks=-bugprone-suspicious-include --header-filter='/(indexer|services|clients|tests)/.*\.(h|cc)$' \
    "$1" -- -std=c++20 -Wno-unknown-warning-option "${flags[@]}" 2>/dev/null
}

# Looks at the sources of a list together; at each half of it where they do not compile together.
tidy_batch() {
  local list=$1 count half part failed=0
  count=$(wc -l <"$list")
  mapfile -t flags <"$batches/flags"
  awk -v root="$PWD/" '{ print "#include \"" root $2 "\"" }' "$list" >"${list%.list}.cc"
  if tidy "${list%.list}.cc" >"$list.out"; then
    printf 'clang-tidy %s sources: %s …\n' "$count" "$(head -n 1 "$list" | cut -d' ' -f2)"
    while read -r key _; do touch "$cache/$key"; done <"$list"
    return 0
  fi
  if [ "$count" -eq 1 ] || ! grep -q 'clang-diagnostic-error' "$list.out"; then
    cat "$list.out"
    return 1
  fi
  half=$(((count + 1) / 2))
  head -n "$half" "$list" >"${list%.list}-a.list"
  tail -n +$((half + 1)) "$list" >"${list%.list}-b.list"
  for part in a b; do tidy_batch "${list%.list}-$part.list" || failed=1; done
  return "$failed"
}
export -f tidy_batch tidy
export cache batches

sources_with_dependencies | wanted "$@" | stale_sources | make_batches
compile_flags >"$batches/flags"
# shellcheck disable=SC2016  # the inner bash expands $1
find "$batches" -name '*.list' | sort | xargs -r -d '\n' -n 1 -P "$(nproc)" bash -c 'tidy_batch "$1"' tidy_batch
