#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# demo.sh [PATH]: indexes PATH (default: the sample corpus) and shows what can be asked of it. What is asked about is chosen from the
# index itself, so that any articles will do.
set -euo pipefail
caller=$PWD
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

bin=build/dev/bin
index=build/demo/index
export_dir=build/demo/export

# The argument is relative to where the caller stands, which ./dev keeps in YINZHENG_CALLER_DIR.
input=corpus/sample
if [ $# -gt 0 ]; then
  input=$(cd -- "${YINZHENG_CALLER_DIR:-$caller}" && realpath -m -- "$1")
  [ -e "$input" ] || die "demo: $1 does not exist"
fi
metadata=()
[ -f "${input%/}.metadata.jsonl" ] && metadata=(--metadata "${input%/}.metadata.jsonl")

# show YZ-ARGUMENT…: prints the command as a person would type it, then runs it.
show() {
  printf '\n\033[1m$ yz --index %s' "$index"
  printf ' %q' "$@" | sed "s/\\\\\\([^ -~]\\)/\\1/g"
  printf '\033[0m\n'
  "$bin/yz" --index "$index" "$@" || echo "(yz ended with status $?)"
}

build_index() {
  mkdir -p build/demo
  "$bin/yinzheng-index" build --input "$input" --index "$index" "${metadata[@]}"
}

export_index() {
  mkdir -p "$export_dir"
  local what
  for what in articles entities facts; do
    "$bin/yinzheng-index" export --index "$index" --what "$what" >"$export_dir/$what.jsonl"
  done
}

# What to ask about: the figure that most reports give, at the most times, of the most mentioned entity, and not one called by a bare word
# such as 数量. Prints entity, display name and property, a line each; nothing where the index holds no fact.
choose_subject() {
  jq -rn --slurpfile facts "$export_dir/facts.jsonl" --slurpfile entities "$export_dir/entities.jsonl" '
    ($entities | map({key: .name, value: (.mentionCount // 0)}) | from_entries) as $mentions
    | ($facts | map(select(.subject.entity and (.origin // "") != "FACT_ORIGIN_IMPORTED"))) as $known
    | ($known | map(select(.quantity and .modality == "MODALITY_ASSERTED" and (.property | length) > 2))) as $figures
    | (if ($figures | length) > 0 then $figures else $known end)
    | group_by([.subject.entity, .property])
    | max_by([
        (map(.citations[].article) | unique | length),
        (map(.time.edtf // empty) | unique | length),
        $mentions[.[0].subject.entity] // 0,
        (map(.quantity.unitCode // empty) | length),
        (map(.confidence // 0) | max)])
    | select(. != null)
    | .[0] | .subject.entity, .subject.displayName, .property'
}

# A sentence to check: one that proves a figure of the entity and names it, so that it can be understood alone; else any that proves one.
choose_sentence() {
  jq -rn --arg entity "$1" --slurpfile facts "$export_dir/facts.jsonl" '
    $facts | map(select(.subject.entity == $entity)
      | (.citations[0].quote | gsub("\\s+"; "")) as $quote
      | {$quote, named: (.property | length > 2), names: (.subject.displayName as $name | $quote | contains($name)), figure: (.quantity != null),
         confidence: (.confidence // 0), length: ($quote | length)})
    | max_by([.names, .figure, .named, .confidence, -.length]).quote'
}

tools/setup.sh
say "Building the programs"
run_build dev yinzheng-index yinzheng-server yz
say "Indexing $input"
build_index
export_index

mapfile -t subject < <(choose_subject)
if [ ${#subject[@]} -eq 0 ]; then
  say "No fact was found in $input: here is a search for its first title"
  show search "$(jq -rn 'first(inputs).title' "$export_dir/articles.jsonl")"
  exit 0
fi
entity=${subject[0]} name=${subject[1]} property=${subject[2]}

say "A question"
show ask "${name}的${property}是多少？"
say "A search"
show search "$name $property"
say "An entity"
show entity "$name"
say "Its facts, with citations"
show facts "$entity" --limit 8
say "A timeline"
show timeline "$entity" --property "$property"
say "A check: does the record support this sentence?"
show check "$(choose_sentence "$entity")"
