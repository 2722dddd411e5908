#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# quality.sh [knowledge|lookup|ner|specs|retrieval]…: scores the programs against annotations and question sets that the repository does not
# hold. They are looked for in $YINZHENG_SHARED, else in ../shared; where a set is absent, its part says so and is left out.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

bin=$PWD/build/dev/bin
out=$PWD/build/quality
if ! shared=$(shared_dir); then
  echo "quality: no annotations at ${YINZHENG_SHARED:-../shared}; set YINZHENG_SHARED. Nothing was scored."
  exit 0
fi

# have RELATIVE-PATH…: whether the set is there; says so if it is not.
have() {
  local path
  for path in "$@"; do
    [ -e "$shared/$path" ] && continue
    echo "skipped: $shared/$path is absent"
    return 1
  done
}

score_knowledge() {
  say "Stories, entities, facts, citations"
  have gold corpus/seeds eval/score_knowledge.py || return 0
  score_seeds "$out/knowledge"
  say "The same with the knowledge pack of their domain"
  score_seeds "$out/knowledge-pack" --knowledge deploy/knowledge/beijing-innovation
}

# score_seeds DIR [FLAG…]: builds an index of the seeds in DIR with these flags and scores its exports.
score_seeds() {
  local dir=$1 metadata=() what
  shift
  [ -f "$shared/corpus/seeds.metadata.jsonl" ] && metadata=(--metadata "$shared/corpus/seeds.metadata.jsonl")
  mkdir -p "$dir/export"
  "$bin/yinzheng-index" build --input "$shared/corpus/seeds" --index "$dir/index" "${metadata[@]}" "$@"
  "$bin/yinzheng-index" verify --index "$dir/index"
  for what in articles entities mentions facts; do
    "$bin/yinzheng-index" export --index "$dir/index" --what "$what" >"$dir/export/$what.jsonl"
  done
  python3 "$shared/eval/score_knowledge.py" --gold "$shared/gold" --corpus "$shared/corpus/seeds" --export "$dir/export"
}

# Needs the indexes of score_knowledge.
score_lookup() {
  local set
  say "Entities by each of their names, without and with the knowledge pack"
  have gold ner/peoplesdaily-dev.jsonl || return 0
  for set in knowledge knowledge-pack; do
    "$bin/lookup_report" --index "$out/$set/index" --gold "$shared/gold" --others "$shared/ner/peoplesdaily-dev.jsonl"
  done
}

# annotate GOLD RUN: what `yinzheng-index annotate` makes of a gold file's texts.
annotate() {
  python3 "$shared/eval/score_annotations.py" input --gold "$1" | "$bin/yinzheng-index" annotate >"$2"
}

score_ner() {
  say "Names in news sentences"
  have ner eval/score_annotations.py || return 0
  local gold
  mkdir -p "$out/ner"
  for gold in "$shared"/ner/*.jsonl; do
    annotate "$gold" "$out/ner/run.jsonl"
    basename "$gold"
    python3 "$shared/eval/score_annotations.py" ner --gold "$gold" --run "$out/ner/run.jsonl"
  done
}

score_specs() {
  say "Number and date specs"
  have specs/recognizers eval/score_annotations.py || return 0
  local gold
  mkdir -p "$out/specs"
  find "$shared/specs/recognizers" -name '*.json' | sort | while read -r gold; do
    annotate "$gold" "$out/specs/run.jsonl"
    printf '%-36s' "${gold#"$shared/specs/recognizers/"}"
    python3 "$shared/eval/score_annotations.py" spec --gold "$gold" --run "$out/specs/run.jsonl"
  done
}

# search_batch INDEX QUERIES RUN: what the search finds for a file of questions.
search_batch() {
  "$bin/yz" --index "$1" search --batch "$2" --limit 10 >"$3"
}

# For every set: ours, ours with the questions in the other script, four BM25 baselines over whole records, and ours against the best of
# them on the half of the questions that nothing was tuned on. docs/ranking.md says how to read it.
score_retrieval() {
  say "Retrieval"
  have retrieval eval/score_retrieval.py || return 0
  local set name dir
  for set in "$shared"/retrieval/*/; do
    name=$(basename "$set")
    dir=$out/retrieval/$name
    mkdir -p "$dir"
    "$bin/yinzheng-index" build --input "$set/corpus.jsonl" --index "$dir/index" >"$dir/build.log"
    search_batch "$dir/index" "$set/queries.jsonl" "$dir/run.jsonl"
    "$bin/retrieval_report" swap --queries "$set/queries.jsonl" >"$dir/swapped.jsonl"
    search_batch "$dir/index" "$dir/swapped.jsonl" "$dir/swapped_run.jsonl"
    say "$name"
    python3 "$shared/eval/score_retrieval.py" --queries "$set/queries.jsonl" --run "$dir/run.jsonl"
    "$bin/retrieval_report" score --corpus "$set/corpus.jsonl" --queries "$set/queries.jsonl" --run "$dir/run.jsonl" \
      --swapped-run "$dir/swapped_run.jsonl"
  done
}

tools/setup.sh check
run_build dev yinzheng-index yinzheng-server yz retrieval_report lookup_report
[ $# -gt 0 ] || set -- knowledge lookup ner specs retrieval
for part in "$@"; do
  case $part in
    knowledge | lookup | ner | specs | retrieval) "score_$part" ;;
    *) die "quality: unknown part $part (knowledge, lookup, ner, specs, retrieval)" ;;
  esac
done
