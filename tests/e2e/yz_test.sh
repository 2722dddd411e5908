#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# yz_test.sh BIN ROOT: every command of yz against a real server, its formats, its exit codes, and what people mistype.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
idx=$work/idx

expect "build" exits 0 "$index_program" build --input "$sample" --index "$idx"
expect "start a server" start_server --index "$idx" --listen 127.0.0.1:0
export YZ_SERVER=$address
generation=$(sed 's/^gen-//' "$idx/CURRENT")

# first FILTER ARGUMENT…: what jq takes from the JSON of a command.
first() {
  local filter=$1
  shift
  "$yz" --output json "$@" | jq -r "first($filter)"
}
entity=$(first '.entities[]|.name' entity)
subject=$(first '.entities[]|.displayName' entity)
question=$(first '.facts[]|"\(.subject.displayName)的\(.property)是多少？"' facts --kind quantity)
dated=$(first '.facts[]|select(.date)|.subject.entity' facts --kind date)
related=$(first '.facts[]|.subject.entity' facts --kind relation)
fact=$(first '.facts[]|.name' facts --limit 1)
quote=$(first '.facts[]|.citations[0].quote' facts --limit 1)
article=$(first '.articles[]|.name' article)

# --- completion, manual, flags from a file ---
# complete_with WORD…: what bash would offer for the last word.
complete_with() {
  COMP_WORDS=("$@")
  COMP_CWORD=$(($# - 1))
  _yz
  printf '%s\n' "${COMPREPLY[@]}"
}
"$yz" completion bash >"$work/yz.bash"
# shellcheck source=/dev/null
source "$work/yz.bash"
expect "commands are completed" same "$(complete_with yz time)" timeline
expect "flags of a command" same "$(complete_with yz timeline --no-pl)" --no-plot
expect "flags of every command" same "$(complete_with yz timeline --outp)" --output
expect "values of flags" same "$(complete_with yz --output j)" json
expect "files of flags" same "$(complete_with yz --index "$idx/CUR")" "$idx/CURRENT"
for shell in zsh fish man; do
  expect "completion $shell" exits 0 "$yz" completion "$shell"
  for word in timeline conflicts no-plot token-file; do
    expect "$shell knows $word" grep -qF -- "${word//-/\\-}" <(sed 's/\([^\\]\)-/\1\\-/g' "$work/out")
  done
done
expect "a shell that there is not" refuses 2 tcsh "$yz" completion tcsh
mkdir -p "$work/config/yz"
echo 'output = "json"' >"$work/config/yz/config.toml"
expect "flags from a file" exits 0 env XDG_CONFIG_HOME="$work/config" "$yz" status
expect "are used" jq -e .generation "$work/out"
expect "flags may follow the command" exits 0 "$yz" status --output json
expect "as they may precede it" jq -e .generation "$work/out"
expect "and stand under those of the call" exits 0 env XDG_CONFIG_HOME="$work/config" "$yz" --output csv status
expect "which win" grep -q '^generation,' "$work/out"

# --- every command in every format ---
in_every_format() {
  local format
  for format in text json table csv; do
    exits 0 "$yz" --output "$format" "$@" || return
    [ -s "$work/out" ] || { echo "no output as $format"; return 1; }
    [ "$format" = json ] || continue
    jq -e --arg id "$generation" '.generation.id == $id' "$work/out" >"$work/jq" && continue
    echo "the JSON is unreadable or names another generation:"
    head -c 500 "$work/out"
    return 1
  done
}
expect "ask" in_every_format ask "$question"
expect "search" in_every_format search 北京 --facet OUTLET --context 100
expect "search with explanations" in_every_format search 北京 --explain --half-life 365 --reference-date 2024-01-01
expect "search with every reprint" in_every_format search 北京 --show-reprints
expect "suggest" in_every_format suggest 北京
expect "similar to an article" in_every_format similar "$article"
expect "similar to a text" in_every_format similar "$quote"
expect "article" in_every_format article "$article"
expect "all articles" in_every_format article
expect "entity by name" in_every_format entity "$subject"
expect "entity by resource name" in_every_format entity "$entity"
expect "all entities" in_every_format entity
expect "mentions" in_every_format mentions "$entity"
expect "related" in_every_format related "$related"
expect "facts" in_every_format facts "$entity"
expect "facts of every kind" in_every_format facts --kind quantity --kind date --kind rank --kind relation --kind quotation
expect "facts, counted" in_every_format facts "$entity" --facet property --facet year
expect "fact" in_every_format fact "$fact"
expect "properties" in_every_format properties "$entity"
expect "timeline" in_every_format timeline "$dated"
expect "timeline without plots" in_every_format timeline "$dated" --no-plot
expect "check" in_every_format check "$quote"
expect "quote" in_every_format quote "$quote"
expect "open" in_every_format open "$fact"
expect "cite" in_every_format cite "$fact"
expect "status" in_every_format status
commands=$("$yz" --help | sed -nE '/^Subcommands/,/^$/s/^  ([a-z]+) .*/\1/p')
for command in $commands conflicts; do
  grep -qE "(in_every_format|exits_as_found) $command( |\$)" "${BASH_SOURCE[0]}" && continue
  # What needs no server has no formats.
  [ "$command" = completion ] && continue
  # Those that write pages have one format, and a test of their own.
  grep -qF "\"\$yz\" $command " "$(dirname -- "${BASH_SOURCE[0]}")/pages_test.sh" || expect "a test of yz $command" false
done

# --- exit codes ---
# conflicts ends with 0 or 1, whichever its JSON says.
exits_as_found() {
  local want=1
  run "$yz" --output json "$@"
  if jq -e '.conflicts | length > 0' "$work/out" >/dev/null; then want=0; fi
  same "$status" "$want"
}
expect "conflicts" exits_as_found conflicts
expect "an entity that is not there" exits 1 "$yz" entity 不存在的研究所
expect "a fact that is not there" refuses 1 RESOURCE_NOT_FOUND "$yz" fact facts/none
expect "a search without a hit" exits 1 "$yz" search 量 --filter 'outlet = "no such outlet"'
expect "a question that no fact answers" exits 1 "$yz" ask 为什么要搞创新？
expect "says so" printed "No recorded fact answers this."
expect "and gives sentences" printed "sentences that may answer"
expect "a quotation that is not there" exits 1 "$yz" quote 这句话谁也没有在任何地方说过
expect "a name of another kind" refuses 2 FIELD_MALFORMED "$yz" fact "$article"
expect "an unknown flag" refuses 2 --colour "$yz" status --colour
expect "an unknown command" refuses 2 serach "$yz" serach 量
expect "no command" refuses 2 "no command given" "$yz"
expect "the version" exits 0 "$yz" --version
expect "is that of the project" same "$(cat "$work/out")" "$(project_version)"
expect "an unknown format" refuses 2 xml "$yz" --output xml status
expect "a limit that is no number" refuses 2 many "$yz" search 量 --limit many
# into_full_device COMMAND…: runs it where nothing can be written.
into_full_device() {
  status=0
  timeout 120 "$@" >/dev/full 2>"$work/err" </dev/null || status=$?
  same "$status" 4 && same "$(cat "$work/err")" "yz: write standard output: not possible"
}
expect "output that cannot be written" into_full_device "$yz" status
expect "help that cannot be written" into_full_device "$yz" --help
for format in json table csv; do
  expect "a page as $format" refuses 2 "--output $format" "$yz" --output "$format" page "$article"
  expect "a site as $format" refuses 2 "--output $format" "$yz" --output "$format" site "$work/site"
done
expect "counts in a table" exits 0 "$yz" --output table facts --limit 1 --facet kind
expect "are missed" grep -qF "text and json only" "$work/err"
expect "counts under the facts" exits 0 "$yz" facts --limit 1 --facet kind --facet YEAR
expect "by kind" printed "  QUANTITY "
expect "by year" printed "by year:  2"
expect "a count of all facts" exits 0 "$yz" --output json facts --limit 1 --facet kind
expect "adds up" jq -e '([.facets[0].counts[].count] | add) == .totalSize' "$work/out"
expect "a plot over the list" exits 0 env COLUMNS=60 "$yz" timeline 高能同步辐射光源
expect "with its axis" printed "└┬─"
expect "and its legend" printed "● fact  ○ plan"
expect "no plot" exits 0 "$yz" timeline 高能同步辐射光源 --no-plot
expect "but the list" printed "○ plan 2025"
expect "without an axis" test "$(grep -c '└┬' "$work/out")" = 0
expect "a facet that is none" refuses 2 "--facet colour" "$yz" facts --facet colour
expect "a facet twice" refuses 2 "each field once" "$yz" facts --facet year --facet year
expect "a filter on an unknown field" refuses 2 colour "$yz" search 量 --filter 'colour = 1'
expect "a file that is a folder" refuses 2 "@$work" "$yz" check "@$work"
expect "an empty address" refuses 2 --server "$yz" --server '' status
expect "no server" refuses 3 "start yinzheng-server" "$yz" --server "unix:$work/none" --timeout 5 status
expect "a private server" exits 0 "$yz" --index "$idx" entity "$entity"
expect "answers the same" printed "$subject"
expect "a private server without an index" refuses 3 "$work/none" "$yz" --index "$work/none" status

# --- other spellings ---
expect "suggest by pinyin" exits 0 "$yz" suggest weilaikexue
expect "says how it matched" printed pinyin
expect "suggest nothing, but a proposal" exits 1 "$yz" suggest 末来科学城
expect "proposes in text" printed "did you mean: 未来科学城"
expect "suggest nothing, as JSON" exits 1 "$yz" --output json suggest 末来科学城
expect "proposes in JSON" jq -e '.didYouMean[0] == "未来科学城"' "$work/out"
expect "search proposes" run "$yz" search 怀揉科学城
expect "in text" printed "did you mean: 怀柔科学城"
expect "search proposes as JSON" run "$yz" --output json search 怀揉科学城
expect "in JSON" jq -e '.didYouMean[0] == "怀柔科学城"' "$work/out"

# --- batches ---
printf '{"id":"q%d","text":"%s"}\n' 1 北京 2 怀柔 3 '\"unbalanced (' >"$work/queries"
expect "a batch" exits 0 "$yz" search --batch "$work/queries" --limit 3
expect "a batch answers every line in order" same "$(jq -r .id "$work/out" | paste -sd' ')" "q1 q2 q3"
expect "a batch gives hits within the limit" jq -es 'all(.hits | length <= 3) and (.[0].hits | length > 0)' "$work/out"
printf '{"id":"q1","text":"北京"}\nnot json\n' >"$work/queries"
expect "a batch with a line that is no query" refuses 2 "$work/queries:2" "$yz" search --batch "$work/queries"
expect "a batch that is a folder" refuses 2 "$work" "$yz" search --batch "$work"

# --- hostile text ---
# survives TEXT: no command ends otherwise than with an answer, with nothing found, or with a reason.
survives() {
  local command
  for command in ask search suggest similar entity mentions facts properties timeline check quote; do
    run "$yz" "$command" -- "$1"
    case $status in 0 | 1) continue ;; 2) [ -s "$work/err" ] && continue ;; esac
    echo "yz $command ends with $status:"
    cat "$work/err"
    return 1
  done
}
expect "unbalanced quotation marks" survives '"量子 “院'
expect "unbalanced brackets and bare operators" survives '((( OR -title: AND NOT ) *?'
expect "1,000 code points" survives "$(printf '量%.0s' {1..1000})"
expect "1,001 code points" survives "$(printf '量%.0s' {1..1001})"
expect "100,000 bytes" survives "$(printf 'ab %.0s' {1..33333})"
expect "control characters" survives $'\x01\x07量\x1b[2J子\t\r\n'
expect "only punctuation" survives '，。！？、…—“”'
expect "only spaces" survives '  　 '
expect "format characters and planes" survives $'\u200b\u202e\U00020BB7\U0001F600\u0301'
expect "text that is not UTF-8" refuses 2 "argument 2: byte 4 (0xFF) is not UTF-8" "$yz" search $'量\xff'
printf 'plain \xb0\xa1' >"$work/gbk"
expect "a file that is not UTF-8" refuses 2 "byte 7" "$yz" check "@$work/gbk"
expect "the server still serves" exits 0 "$yz" status

# --- citations ---
# The bytes that a citation names are its quotation, for every fact of a page.
citations_open() {
  local path start end quoted count=0
  "$yz" --output json facts --limit 100 >"$work/facts"
  while read -r path start end quoted; do
    count=$((count + 1))
    same "$(tail -c "+$((start + 1))" "$sample/$path" | head -c "$((end - start))" | base64 -w0)" "$quoted" || return
  done < <(jq -r '.facts[].citations[] | "\(.source.path) \(.source.startByte // 0) \(.source.endByte) \(.quote | @base64)"' "$work/facts")
  echo "$count citations"
  [ "$count" -ge 50 ]
}
expect "citations open at their bytes" citations_open

# --- what yz is made of ---
# Counted, not just looked for: a pipe that grep -q closes early fails the writer now and then.
links_xapian() { [ "$({ ldd "$1"; nm -C "$1"; } | grep -c -e libxapian -e 'Xapian::')" -gt 0 ]; }
links_no_xapian() { ! links_xapian "$1"; }
expect "the server links Xapian, so this would be seen" links_xapian "$server_program"
expect "yz, being Apache-2.0, does not" links_no_xapian "$yz"

stop_server TERM
expect "the server ends well" same "$status" 0
expect "nothing went wrong inside" test -z "$(grep -F ' ERROR ' "$work/log")"
finish
