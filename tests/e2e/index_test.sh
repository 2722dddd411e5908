#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# index_test.sh BIN ROOT: yinzheng-index from a folder of articles to generations and back.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
idx=$work/idx

build=("$index_program" build --input "$sample")
current() { sed 's/^gen-//' "$idx/CURRENT"; }
# counted WORD: the number before that word in the report's line "found …".
counted() { sed -nE "s/^found .*[ ,]([0-9]+) $1.*/\1/p" "$work/report"; }
lines_of() { "$index_program" export --index "$idx" --what "$1" | jq -c . | wc -l; }

report_is_complete() {
  local line
  for line in read split undated masked skipped found published; do
    grep -qE "^$line +[0-9g]" "$work/report" && continue
    echo "the report lacks the line $line:"
    cat "$work/report"
    return 1
  done
}

cp -r "$sample" "$work/more"
printf '青州港通航\n2024-05-06\n青州港一期工程建成，泊位有12个。\n' >"$work/more/notice.txt"

# --- build ---
expect "build" exits 0 "${build[@]}" --index "$idx"
cat "$work/out" "$work/err" >"$work/report"
expect "the report has every line" report_is_complete
first=$(current)
expect "the report names the generation" grep -qF "generation $first" "$work/report"
expect "the same input again" exits 0 "${build[@]}" --index "$idx" --jobs 1
expect "gives the same generation" same "$(current)" "$first"
expect "list" exits 0 "$index_program" list --index "$idx"
expect "list has one line, the current one" same "$(cut -d' ' -f1,2 "$work/out")" "* $first"
expect "info" exits 0 "$index_program" info --index "$idx"
expect "info names the generation" printed "$first"
expect "info as JSON" exits 0 "$index_program" info --index "$idx" --json
expect "info is JSON" jq -e 'type == "object"' "$work/out"
for what in entities mentions facts; do
  expect "as many $what exported as reported" same "$(lines_of "$what")" "$(counted "$what")"
done
articles=$(find "$sample" -name '*.txt' | wc -l)
expect "every sample article exported" same "$(lines_of articles)" "$articles"

# --- verify ---
expect "verify" exits 0 "$index_program" verify --index "$idx"
for file in facts/docdata.glass articles/postlist.glass; do
  rm -rf "$work/damaged"
  cp -r "$idx" "$work/damaged"
  # The last byte but one hundred: whatever it is, it becomes another.
  target=$work/damaged/gen-$first/$file
  at=$(($(stat -c %s "$target") - 100))
  byte=$(od -An -tu1 -j "$at" -N 1 "$target")
  # shellcheck disable=SC2059  # the format is the byte
  printf "\\x$(printf %02x $(((byte + 1) % 256)))" | dd of="$target" bs=1 seek="$at" conv=notrunc status=none
  expect "verify fails on a flipped byte" exits 1 "$index_program" verify --index "$work/damaged"
  expect "and names $file" printed "gen-$first/$file: its checksum differs"
done

# --- generations ---
expect "build of more input" exits 0 "$index_program" build --input "$work/more" --index "$idx"
second=$(current)
expect "more input is another generation" test "$second" != "$first"
expect "rollback" exits 0 "$index_program" rollback --index "$idx"
expect "rollback goes to the generation before" same "$(current)" "$first"
expect "nothing to roll back to" refuses 4 "no generation before the current one" \
  "$index_program" rollback --index "$idx"
expect "rollback to one by its id" exits 0 "$index_program" rollback --index "$idx" --generation "$second"
expect "the id is current" same "$(current)" "$second"
expect "prune" exits 0 "$index_program" prune --index "$idx" --keep 1
expect "prune keeps the current generation alone" same "$(cd "$idx" && echo gen-*)" "gen-$second"

# --- knowledge packs ---
pack=$root/deploy/knowledge/beijing-innovation
expect "build with a pack" exits 0 "${build[@]}" --index "$work/packed" --knowledge "$pack"
expect "the report says what articles bear out" grep -qE '^packs +6 files; [1-9][0-9]* of ' "$work/err"
expect "what a pack leads to verifies" exits 0 "$index_program" verify --index "$work/packed"
expect "info of it" exits 0 "$index_program" info --index "$work/packed"
expect "info names the files" printed "pack         places.textproto"
expect "its relations are facts with a citation" jq -es 'map(select(.origin == "FACT_ORIGIN_CURATED")) |
  length > 0 and all(.citations | length > 0)' <("$index_program" export --index "$work/packed" --what facts)
printf 'entities {\n  nam: "x"\n}\n' >"$work/bad.textproto"
expect "a pack with a slip" refuses 3 "$work/bad.textproto:2:" "${build[@]}" --index "$idx" --knowledge "$work/bad.textproto"
expect "a pack that is missing" refuses 3 "$work/none" "${build[@]}" --index "$idx" --knowledge "$work/none"

# --- imported facts ---
claims=$root/tests/e2e/imported_facts.jsonl
with_facts=("${build[@]}" --metadata "$root/corpus/sample.metadata.jsonl" --facts "$claims" --facts-report "$work/rejected")
codes() { sed -E 's/^.*\/([^/]+:[0-9]+): ([A-Z]+): .*/\1 \2/' "$work/rejected"; }
expect "build with imported facts" exits 0 "${with_facts[@]}" --index "$work/imported"
expect "the report counts them" grep -qE '^facts +1 files, 50 facts: [0-9]+ indexed, [0-9]+ merged with others, 20 rejected$' "$work/err"
expect "the false ones are rejected, and no other" same "$(codes)" "$(cat "$root/tests/e2e/imported_facts.rejected")"
expect "what is imported verifies" exits 0 "$index_program" verify --index "$work/imported"
expect "it is cited as printed" jq -es 'map(select(.origin == "FACT_ORIGIN_IMPORTED")) |
  length > 0 and all(.citations | length > 0) and all(.rule | startswith("imported_facts.jsonl:"))' \
  <("$index_program" export --index "$work/imported" --what facts)
"$index_program" export --index "$work/imported" --what facts | gzip >"$work/again.jsonl.gz"
expect "its own facts go in again" exits 0 "${build[@]}" --metadata "$root/corpus/sample.metadata.jsonl" --index "$work/again" \
  --facts "$work/again.jsonl.gz" --facts-report "$work/again.rejected"
# share_rejected: how many of a hundred facts the report's line "facts" has as rejected, rounded up; 100 if there is none.
share_rejected() {
  local share
  # shellcheck disable=SC2016  # sed prints the arithmetic that is then read
  share=$(sed -nE 's/^facts +1 files, ([1-9][0-9]*) facts: .* ([0-9]+) rejected$/echo $(((\2 * 100 + \1 - 1) \/ \1))/p' "$work/err")
  eval "${share:-echo 100}"
}
expect "and nearly all of them stand" test "$(share_rejected)" -le 5
cp "$work/rejected" "$work/rejected.before"
expect "a build that checks nothing" refuses 3 "$work/none" "${with_facts[@]}" --index "$idx" --knowledge "$work/none"
expect "leaves the report of rejected facts alone" cmp "$work/rejected" "$work/rejected.before"
expect "--strict meets a false fact" exits 1 "${with_facts[@]}" --index "$work/imported" --strict
expect "a facts file that is missing" refuses 3 "$work/none" "${build[@]}" --index "$idx" --facts "$work/none"

# --- annotate ---
annotate() { printf '%s\n' "$1" | "$index_program" annotate >"$work/out"; }
expect "annotate" annotate '{"id":"a","text":"去年怀柔科学城企业近3万家。","published":"2024-03-01"}'
expect "annotate reads quantities" jq -e '.id == "a" and .quantities[0].amount == "30000" and
  .quantities[0].unit == "家" and (.numbers | length) == 1' "$work/out"
expect "annotate resolves dates" jq -e '.dates[0].edtf == "2023"' "$work/out"
expect "annotate marks spans in code points" jq -e '.mentions[0] | .text == "怀柔科学城" and .start == 2 and .end == 7' "$work/out"

# --- refusals; none may touch what is published ---
mkdir "$work/empty"
expect "an empty folder" refuses 3 "$work/empty" "$index_program" build --input "$work/empty" --index "$idx"
expect "a missing input" refuses 3 "$work/none" "$index_program" build --input "$work/none" --index "$idx"
expect "a missing index" refuses 4 "$work/none" "$index_program" info --index "$work/none"
expect "an unknown generation" refuses 4 nonesuch "$index_program" verify --index "$idx" --generation nonesuch
printf '\x00\x01\x02\x00binary' >"$work/more/image.txt"
expect "--strict meets a file that is no text" \
  exits 1 "$index_program" build --input "$work/more" --index "$idx" --strict
expect "a flag that is missing" refuses 2 "--index" "$index_program" build --input "$sample"
expect "an unknown command" refuses 2 biuld "$index_program" biuld
expect "no command" refuses 2 "no command given" "$index_program"
expect "the version" exits 0 "$index_program" --version
expect "is that of the project" same "$(cat "$work/out")" "$(project_version)"
expect "an unknown kind of export" refuses 2 pages "$index_program" export --index "$idx" --what pages
expect "refusals leave the index alone" same "$(current)" "$second"
expect "and it still verifies" exits 0 "$index_program" verify --index "$idx"

finish
