#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# terminal_test.sh BIN ROOT: what yz does on a terminal and nowhere else: pages, links, colours.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
unset PAGER YZ_PAGER LESS NO_COLOR YZ_NO_PAGER YZ_NO_HYPERLINKS
escape=$'\033'

jq -cn '{id: "port", title: "青州港通航", outlet: "青州日报", published: "2024-05-06", url: "https://news.example/port",
  text: "青州港一期工程建成。青州港泊位有12个，职工有340人，仓库有25座，起重机有18台，拖船有6艘。"}' >"$work/port.jsonl"
expect "build" exits 0 "$index_program" build --input "$work/port.jsonl" --index "$work/idx"
expect "start a server" start_server --index "$work/idx" --listen 127.0.0.1:0
export YZ_SERVER=$address

# on_terminal NAME=VALUE… COMMAND…: runs it with a terminal as standard output; what that shows is then in $work/out.
on_terminal() {
  local command
  command=$(printf '%q ' env TERM=xterm COLUMNS=80 "$@")
  run script -qec "$command" /dev/null
  sed -i 's/\r$//' "$work/out"
}
paged() { grep -c '^paged:' "$work/out" || true; }
linked() { grep -cF "$escape]8;;https://news.example/port" "$work/out" || true; }
coloured() { grep -cF "${escape}[1m" "$work/out" || true; }
mark='sed s/^/paged:/'

# --- pages ---
on_terminal LINES=4 YZ_PAGER="$mark" "$yz" facts
expect "the exit code is that of the answer" same "$status" 0
expect "what is longer than the screen is paged" same "$(paged)" "$(grep -c '' "$work/out")"
on_terminal LINES=4 PAGER="$mark" "$yz" facts
expect "by PAGER too" test "$(paged)" -gt 3
on_terminal LINES=4 YZ_PAGER="$mark" "$yz" facts --limit 1 --output json
expect "in every format" test "$(paged)" -gt 3
on_terminal LINES=1000 YZ_PAGER="$mark" "$yz" facts
expect "what fits is not" same "$(paged)" 0
expect "but shown" printed 340
on_terminal LINES=4 YZ_PAGER="$mark" "$yz" facts --no-pager
expect "nor what shall not be" same "$(paged)" 0
expect "it is shown as well" printed 340
on_terminal LINES=4 YZ_PAGER="$mark" YZ_NO_PAGER=1 "$yz" facts
expect "the environment says so too" same "$(paged)" 0
on_terminal LINES=4 YZ_PAGER= PAGER="$mark" "$yz" facts
expect "an empty pager is none" same "$(paged)" 0
on_terminal LINES=4 YZ_PAGER=/nonexistent/pager "$yz" facts
expect "without the pager all is shown" printed 340
on_terminal LINES=4 YZ_PAGER='head -n 1' "$yz" facts
expect "who quits early is not told of a failure" same "$status" 0
on_terminal LINES=4 YZ_PAGER="$mark" "$yz" fact facts/none
expect "failures are not paged" same "$(paged)" 0
expect "and keep their exit code" same "$status" 1
expect "elsewhere" exits 0 env LINES=4 YZ_PAGER="$mark" "$yz" facts
expect "nothing is paged" same "$(paged)" 0

# --- links and colours ---
on_terminal LINES=1000 "$yz" facts
expect "sources are links" test "$(linked)" -gt 0
expect "and names are coloured" test "$(coloured)" -gt 0
on_terminal LINES=1000 "$yz" facts --no-hyperlinks
expect "unless links are not wanted" same "$(linked)" 0
expect "colours may stay" test "$(coloured)" -gt 0
on_terminal LINES=1000 YZ_NO_HYPERLINKS=1 "$yz" facts
expect "the environment says so as well" same "$(linked)" 0
on_terminal LINES=1000 NO_COLOR=1 "$yz" facts
expect "no colours" same "$(coloured)" 0
expect "leaves links" test "$(linked)" -gt 0
on_terminal LINES=1000 TERM=dumb "$yz" facts
expect "a dumb terminal gets neither" same "$(grep -cF "$escape" "$work/out")" 0
expect "nor does a file" exits 0 "$yz" facts
expect "which has the text alone" same "$(grep -cF "$escape" "$work/out")" 0
stop_server TERM

finish
