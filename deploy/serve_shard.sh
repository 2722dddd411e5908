#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# serve_shard.sh INDEX SHARD [PORT [ADDRESS]]: serves the passages and the facts of one shard (its number, from 0) with xapian-tcpsrv, for servers on
# other machines: those of the generation that CURRENT names at PORT (7000) and PORT + 1. Once CURRENT names another one, that is served
# beside it at PORT + 2 and PORT + 3, the next one in place of the first, and so on: a server that names both pairs finds either. Waits
# while there is no index. Ends with 0 on SIGTERM or SIGINT, with 1 where a database can no longer be served.
# There is neither TLS nor a login: let only the servers reach these ports, on every address of the machine or on ADDRESS alone.
set -euo pipefail
[ $# -ge 2 ] || {
  printf 'usage: serve_shard.sh INDEX SHARD [PORT [ADDRESS]]\n' >&2
  exit 2
}
index=$1
shard=$2
first_port=${3:-7000}
listen=()
[ -z "${4:-}" ] || listen=(--interface "$4")
served=            # The generation served last.
pair=1             # Its ports: 0 for the first two.
processes=("" "")  # Of each pair: numbers of two processes.

say() { printf 'shard %s: %s\n' "$shard" "$*"; }

stop_pair() {
  local process
  for process in ${processes[$1]}; do kill "$process" 2>/dev/null || true; done
  for process in ${processes[$1]}; do wait "$process" || true; done
  processes[$1]=
}

stop() {
  stop_pair 0
  stop_pair 1
  say "stopped"
  exit 0
}
trap stop TERM INT

serve() {
  local generation=$1 next=$((1 - pair)) kind port
  stop_pair "$next"
  port=$((first_port + next * 2))
  for kind in passages facts; do
    # It ends its whole process group when it is told to end, so it gets one of its own.
    setsid xapian-tcpsrv --quiet "${listen[@]}" --port "$port" "$index/$generation/$kind-$shard" &
    processes[next]+=" $!"
    port=$((port + 1))
  done
  pair=$next
  served=$generation
  say "serves $generation at $((port - 2)) and $((port - 1))"
}

all_run() {
  local process
  for process in ${processes[0]} ${processes[1]}; do kill -0 "$process" 2>/dev/null || return 1; done
}

while true; do
  current=$(cat "$index/CURRENT" 2>/dev/null || true)
  if [ -n "$current" ] && [ "$current" != "$served" ]; then
    [ -d "$index/$current/passages-$shard" ] || {
      say "the index has no such shard: build it with --shards"
      exit 1
    }
    serve "$current"
  fi
  # A signal ends the wait, and its trap the program.
  sleep 2 &
  wait $! || true
  all_run || {
    say "xapian-tcpsrv ended"
    exit 1
  }
done
