#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# record_test.sh BIN ROOT: what the sample corpus states is asked for, looked up, checked and quoted by yz: the sets of
# record/*.tsv. A set may hold what is not found yet; the floors below are what was reached, so that nothing is lost again.
# What is wrong is printed. No claim may ever be called contradicted that the articles bear out or do not speak of.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
sets=$root/tests/e2e/record
idx=$work/idx

expect "build" exits 0 "$index_program" build --input "$sample" --index "$idx" \
  --metadata "$root/corpus/sample.metadata.jsonl" --knowledge "$root/deploy/knowledge"
expect "start a server" start_server --index "$idx" --listen 127.0.0.1:0
export YZ_SERVER=$address

right=0
wrong=()
count() {
  if [ "$1" = true ]; then right=$((right + 1)); else wrong+=("$2"); fi
}

# at_least FLOOR NAME: whether so many of the set are right; prints the others and starts over.
at_least() {
  local floor=$1 name=$2 reached=$right total=$((right + ${#wrong[@]}))
  echo "$name: $reached of $total"
  printf '  wrong: %s\n' "${wrong[@]}"
  right=0
  wrong=()
  [ "$reached" -ge "$floor" ] && return
  echo "$name: $reached right, $floor were"
  return 1
}

rows() { grep -v '^#' "$sets/$1.tsv"; }

# states FILTER VALUE CITE: whether one of the items that a jq filter takes from standard input says one of the values, outside of
# what it is cited with, and is cited with the words.
states() {
  jq -r --arg value "$2" --arg cite "$3" "
    def flat: gsub(\"\\\\s\"; \"\");
    def cited: [.. | objects | select(.quote? and .span?) | ((.prefix // \"\") + .quote + (.suffix // \"\")) | flat];
    def said: walk(if type == \"object\" then del(.quote, .prefix, .suffix, .title, .source) else . end) | tostring | flat;
    [$1 | select(any(cited[]; contains(\$cite | flat)))
        | said as \$said | any(\$value | split(\"|\")[]; . as \$one | \$said | contains(\$one | flat))] | any" 2>/dev/null || echo false
}

while IFS=$'\t' read -r id _ question value cite; do
  count "$("$yz" --output json ask "$question" 2>/dev/null | states '.answers[0]?.fact' "$value" "$cite")" "$id $question"
done < <(rows questions)
expect "questions are answered" at_least 47 questions

while IFS=$'\t' read -r id command value cite _; do
  eval "arguments=($command)" # our own file: words and double quotes
  # shellcheck disable=SC2154
  found=$("$yz" --output json "${arguments[@]}" 2>/dev/null |
    states '(.facts[]?, .answers[]?, .related[]?, .entities[]?, .results[]?, .results[]?.candidates[]?, .series[]?.groups[]?, .series[]?.plans[]?)' "$value" "$cite") || true
  count "$found" "$id $command: $value"
done < <(rows lists)
expect "facts are looked up" at_least 182 lists

contradicted=0
while IFS=$'\t' read -r id date verdict claim; do
  given=$("$yz" --output json check --date "$date" "$claim" 2>/dev/null | jq -r '
    [.assertions[]?.verdict[8:]] as $all
    | first((["CONTRADICTED", "SUPPORTED", "AMBIGUOUS", "NOT_FOUND"][] | select(. as $one | $all | index($one))), "NOT_FOUND")') || true
  case "|$verdict|" in *"|$given|"*) count true "" ;; *) count false "$id $claim: $given, not $verdict" ;; esac
  if [ "$given" = CONTRADICTED ] && [[ "|$verdict|" != *"|CONTRADICTED|"* ]]; then contradicted=$((contradicted + 1)); fi
done < <(rows claims)
expect "claims are judged" at_least 51 claims
expect "no claim is contradicted wrongly" test "$contradicted" -eq 0

while IFS=$'\t' read -r id speaker verdict quotation; do
  named=()
  [ "$speaker" = - ] || named=(--speaker "$speaker")
  given=$("$yz" --output json quote "${named[@]}" "$quotation" 2>/dev/null | jq -r '.results[0].verdict[14:]') || true
  case "|$verdict|" in *"|$given|"*) count true "" ;; *) count false "$id $quotation: $given, not $verdict" ;; esac
done < <(rows quotations)
expect "quotations are verified" at_least 60 quotations

finish
