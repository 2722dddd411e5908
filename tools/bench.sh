#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# bench.sh [FLAG…]: builds the release preset and measures the service against its floors, in one run, side by side: builds and updates,
# memory and start, searches, every RPC, load. The corpus is that kept beside the repository, else the sample grown by its own sentences.
# The flags are those of service_bench: --json FILE, --articles N, --only build,memory,search,rpc,load,shards, --soak-seconds S, --corpus FILE …
#
# bench.sh --micro [GOOGLE-BENCHMARK-FLAG…]: the parts alone: every *_benchmark target.
set -euo pipefail
caller=${YINZHENG_CALLER_DIR:-$PWD}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

run_micro() {
  local benchmark benchmarks
  cmake --preset release >/dev/null
  mapfile -t benchmarks < <(ninja -C build/release -t targets all | sed -n 's/^\([a-z_]*_benchmark\): phony$/\1/p' | grep -v '^cmake_')
  [ ${#benchmarks[@]} -gt 0 ] || die "bench: the release preset has no *_benchmark target"
  run_build release "${benchmarks[@]}"
  for benchmark in "${benchmarks[@]}"; do
    say "$benchmark"
    "build/release/bin/$benchmark" "$@"
  done
}

# The sample corpus as JSONL, by way of an index: what follows makes as many articles of it as are asked for.
write_sample_articles() {
  local directory=$1
  rm -rf "$directory"
  mkdir -p "$directory"
  build/release/bin/yinzheng-index build --search-only --input corpus/sample --index "$directory/sample" >"$directory/sample.log" 2>&1
  build/release/bin/yinzheng-index export --index "$directory/sample" --what articles |
    jq -c '{id: .externalId, title, text: .body, published: (.published.earliest // ""), outlet: (.outlet // ""), language}' >"$directory/sample.jsonl"
}

tools/setup.sh
if [ "${1:-}" = --micro ]; then
  shift
  run_micro "$@"
  exit
fi

run_build release yinzheng-index yinzheng-server service_bench
corpus=()
if [[ " $* " != *" --corpus"[\ =]* ]]; then
  news=${YINZHENG_SHARED:-../shared}/corpus/news.jsonl.gz
  if [ -f "$news" ]; then
    corpus=(--corpus "$(realpath "$news")")
  else
    write_sample_articles build/bench
    corpus=(--corpus "$PWD/build/bench/sample.jsonl")
  fi
fi
say "Measuring; this takes about a quarter of an hour with 10,000 articles (--articles N for fewer)"
programs=$PWD/build/release/bin
cd -- "$caller"
exec "$programs/service_bench" --programs "$programs" "${corpus[@]}" "$@"
