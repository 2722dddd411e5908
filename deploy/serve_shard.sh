#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# serve_shard.sh INDEX SHARD [PORT [ADDRESS]]: serves the passages and the facts of one shard (its number, from 0) with xapian-tcpsrv, for servers on
# other machines: those of the generation that CURRENT names at PORT (7000) and PORT + 1. Once CURRENT names another one, that is served
# beside it at PORT + 2 and PORT + 3, the next one in place of the first, and so on: a server that names both pairs finds either. Waits
# while there is no index. Ends with 0 on SIGTERM or SIGINT, with 1 where a database can no longer be served. A generation whose shard is not here is said, not served.
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
pair=1               # The ports used last: 0 for the first two.
processes=("" "")    # Of each pair: numbers of two processes.
generations=("" "")  # What each pair serves.

say() { printf 'shard %s: %s\n' "$shard" "$*"; }

stop_pair() {
  local process
  for process in ${processes[$1]}; do kill "$process" 2>/dev/null || true; done
  for process in ${processes[$1]}; do wait "$process" || true; done
  processes[$1]=
  generations[$1]=
}

# However it ends: what is left would keep the ports.
stop() {
  stop_pair 0
  stop_pair 1
  say "stopped"
}
trap stop EXIT
trap 'exit 0' TERM INT

has_shard() { [ -d "$index/$1/passages-$shard" ] && [ -d "$index/$1/facts-$shard" ]; }

serve() {
  local generation=$1 next=$((1 - pair)) kind port
  # After a rollback the other pair still serves it.
  if [ "${generations[next]}" != "$generation" ]; then
    stop_pair "$next"
    port=$((first_port + next * 2))
    for kind in passages facts; do
      # It ends its whole process group when it is told to end, so it gets one of its own.
      setsid xapian-tcpsrv --quiet "${listen[@]}" --port "$port" "$index/$generation/$kind-$shard" &
      processes[next]+=" $!"
      port=$((port + 1))
    done
    generations[next]=$generation
  fi
  pair=$next
  say "serves $generation at $((first_port + pair * 2)) and $((first_port + pair * 2 + 1))"
}

all_run() {
  local process
  for process in ${processes[0]} ${processes[1]}; do kill -0 "$process" 2>/dev/null || return 1; done
}

refused=
# consider GENERATION: serves it, unless it is served or not here, which is said once. Ends where nothing else is served.
consider() {
  [ -n "$1" ] && [ "$1" != "${generations[pair]}" ] || return 0
  if has_shard "$1"; then
    serve "$1"
  elif [ -z "${generations[pair]}" ]; then
    say "$1 has no such shard here: build with --shards, or copy it before CURRENT names it"
    exit 1
  elif [ "$1" != "$refused" ]; then
    refused=$1
    say "$1 has no such shard here; ${generations[pair]} is served on"
  fi
}

while true; do
  consider "$(cat "$index/CURRENT" 2>/dev/null || true)"
  # A signal ends the wait, and its trap the program.
  sleep 2 &
  wait $! || true
  all_run || {
    say "xapian-tcpsrv ended"
    exit 1
  }
done
