#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# documents_test.sh BIN ROOT [DOCUMENT…]: runs every command of the documents, in the order in which they stand there, and holds what is
# printed against what the document shows. Without DOCUMENT all of them, and then every row of not_run.tsv has to be of use.
#
# What a command is, and how a document says what is printed and how it ends: documents/commands.awk and documents/shown.awk. Each
# document has a folder of its own that looks like a checkout with a built tree (documents/run.sh); addresses and the system's
# folders are put there (documents/place.sed). A server of the demo's index answers until the document starts one of its own; that
# goes on until the document ends or starts another. What must not be run here stands in documents/not_run.tsv: its flags and files are
# looked for all the same, and so are those of commands within sentences, and whatever is linked to.
set -- "$(realpath -- "$1")" "$(realpath -- "$2")" "${@:3}"
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)/documents
# shellcheck source-path=SCRIPTDIR source=documents/run.sh
source "$here/run.sh"
# shellcheck source-path=SCRIPTDIR source=documents/claims.sh
source "$here/claims.sh"
shift 2
cd -- "$root"

documents=("$@")
if [ $# -eq 0 ]; then
  shopt -s globstar
  documents=(README.md CONTRIBUTING.md docs/*.md clients/*/README.md deploy/**/README.md)
fi

# not_run DOCUMENT COMMAND: whether a row of not_run.tsv says so; notes which.
not_run() {
  local glob pattern reason command=$2
  while IFS=$'\t' read -r glob pattern reason; do
    # shellcheck disable=SC2053  # a glob
    if [[ $glob != '#'* && $1 = $glob && $command =~ $pattern ]]; then
      echo "$glob $pattern" >>"$work/rows_of_use"
      return 0
    fi
  done <"$here/not_run.tsv"
  return 1
}

every_row_is_of_use() {
  local glob pattern reason wrong=0
  while IFS=$'\t' read -r glob pattern reason; do
    [[ $glob = '#'* ]] && continue
    grep -qxF -- "$glob $pattern" "$work/rows_of_use" && [ -n "$reason" ] && continue
    echo "not_run.tsv: no command, or no reason, for: $glob $pattern"
    wrong=1
  done <"$here/not_run.tsv"
  return $wrong
}

# What is wrong is found, and nothing else: line by line in documents/mistakes.md.
mistakes_are_found() {
  local document=tests/e2e/documents/mistakes.md found
  found=$(all_hold "$document" || true)
  same "$(cut -d: -f2 <<<"$found")" "$(grep -n '^- ' "$document" | cut -d: -f1)" || { echo "$found"; return 1; }
  printf 'one\ntwo 2\nthree\n' >"$work/printed"
  ! awk -f "$here/shown.awk" <(printf 'two 3\n') "$work/printed" >"$work/out" &&
    ! awk -f "$here/shown.awk" <(printf 'three\none\n') "$work/printed" >"$work/out" &&
    awk -f "$here/shown.awk" <(printf 'one\n…\nt…e\n') "$work/printed"
}

# run_document DOCUMENT
run_document() {
  local document=$1 number line code command words
  rm -rf "$work/commands"
  mkdir "$work/commands"
  awk -v out="$work/commands" -f "$here/commands.awk" "$document" >"$work/list"
  make_place
  if grep -qE '(^|[ /|])yz ' "$work/commands"/*.command 2>/dev/null; then
    echo "yinzheng-server --index build/demo/index --listen unix:$place/server.socket" >"$work/command"
    expect "$document: a server for it" serve
  fi
  while IFS=$'\t' read -r number line code; do
    if [[ $number = '!'* ]]; then
      expect "$document:${number#! }: the fence names its language" false
      continue
    fi
    command=$(<"$work/commands/$number.command")
    fitted "$work/commands/$number.command" >"$work/command"
    if not_run "$document" "$command"; then
      read -ra words <<<"${command%% #*}"
      expect "$document:$line: not run, names what there is: $command" unrun_holds "$document" "${words[@]}"
    elif starts_server; then
      expect "$document:$line: $command" serve
    else
      expect "$document:$line: $command" run_step "$code" "$work/commands/$number.shown"
    fi
  done <"$work/list"
  if [ -n "$server_pid" ]; then stop_server TERM; fi
}

: >"$work/rows_of_use"
expect "build the demo's index" \
  exits 0 "$index_program" build --input "$sample" --metadata "$sample.metadata.jsonl" --index "$work/idx"
expect "mistakes are found" mistakes_are_found
for document in "${documents[@]}"; do
  run_document "$document"
  expect "$document: commands, flags and links within sentences" all_hold "$document"
done
if [ $# -eq 0 ]; then
  expect "every row of not_run.tsv is of use" every_row_is_of_use
  expect "every field of the configuration is documented" configuration_is_documented
  expect "every metric is documented" metrics_are_documented
fi
finish
