#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# serve_shard_test.sh BIN ROOT: deploy/serve_shard.sh, which serves a shard to servers elsewhere: from before there is an index, over new
# generations, to SIGTERM. In a network of its own, where its ports are free. Skipped (77) where there may be none.
# shellcheck source-path=SCRIPTDIR source=own_network.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/own_network.sh"
if ! in_own_network; then
  needs_programs xapian-tcpsrv ip unshare
  enter_own_network "$0" "$@"
fi
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"

# xapian-tcpsrv finds no address to listen on where a machine has none but the loopback's.
machine=10.213.0.1
{ ip link add here type veth peer name there && ip addr add $machine/24 dev here && ip link set here up; } 2>"$work/cable" ||
  { echo "skipped: no cable here: $(cat "$work/cable")"; exit 77; }

idx=$work/idx
shards=()
trap 'kill "${shards[@]}" 2>/dev/null || true; clean_up' EXIT

# has_line FILE TEXT: waits for a line of a file that is being written.
has_line() {
  for _ in $(seq 600); do
    grep -qF -- "$2" "$1" && return
    sleep 0.1
  done
  cat "$1"
  return 1
}

build() { exits 0 "$index_program" build --input "$sample" --index "$idx" --shards 2 "$@"; }
# The generation that CURRENT names, served by both shards at their PORT-th ports from 7000 and 7010.
both_serve() {
  local generation
  generation=$(cat "$idx/CURRENT")
  has_line "$work/shard-0" "serves $generation at 700$1" && has_line "$work/shard-1" "serves $generation at 701$1"
}
search() { "$yz" --server "$address" --output json search "$1" --limit 50; }
found() { search "$1" | jq -e '(.results | length) > 0 and (.missingShards | length) == 0' >/dev/null; }

for shard in 0 1; do
  "$root/deploy/serve_shard.sh" "$idx" "$shard" "70${shard}0" >"$work/shard-$shard" 2>&1 &
  shards+=("$!")
done
expect "build" build
expect "both serve what came after them" both_serve 0
cat >"$work/server.textproto" <<CONFIG
index: "$idx"
listen: "unix:$work/socket"
shard_hosts { passages: "$machine:7000" passages: "$machine:7002" facts: "$machine:7001" facts: "$machine:7003" }
shard_hosts { passages: "$machine:7010" passages: "$machine:7012" facts: "$machine:7011" facts: "$machine:7013" }
reload_interval { nanos: 200000000 }
CONFIG
# A shard says that it serves a moment before it listens.
for port in 7000 7001 7010 7011; do
  expect "somebody listens at $port" listens "$machine" "$port"
done
expect "start" start_server --config "$work/server.textproto"
expect "a search asks both" found 北京

printf '青岚研究院的新平台启用。' >"$work/new.txt"
expect "another build" build --input "$work/new.txt"
expect "both serve it beside the one before" both_serve 2
expect "the server takes it over" wait_for_log 'new generation served'
expect "and finds what is new" found 青岚研究院
printf '白榆研究院的新平台启用。' >"$work/newer.txt"
expect "a third build" build --input "$work/newer.txt"
expect "both serve it in place of the first" both_serve 0
expect "the server takes it over as well" wait_for_log 'new generation served'
expect "and finds what is newer" found 白榆研究院
generation=$(cat "$idx/CURRENT")
# The process at a port; those that serve a connection are younger.
serving_at() { pgrep -o -f -- "xapian-tcpsrv.*--port $1 $idx"; }
before=$(serving_at 7002)
expect "the second is still served" test -n "$before"
expect "back to the second" exits 0 "$index_program" rollback --index "$idx"
expect "the server takes it over once more" wait_for_log 'new generation served'
expect "from the processes that had served it" same "$(serving_at 7002)" "$before"
expect "and finds what it has" found 青岚研究院
printf 'gen-nowhere\n' >"$idx/CURRENT"
expect "a generation that is not here is said" has_line "$work/shard-0" "gen-nowhere has no such shard here"
expect "and what was served is served on" found 青岚研究院
printf '%s\n' "$generation" >"$idx/CURRENT"
stop_server TERM
expect "the server ends as it should" same "$status" 0

for shard in 0 1; do
  status=0
  kill "${shards[$shard]}" && wait "${shards[$shard]}" || status=$?
  expect "shard $shard ends with 0" same "$status" 0
done
shards=()
for port in 7000 7001 7002 7003; do
  expect "nobody listens at $port" refuses 1 'refused' env LC_ALL=C bash -c "exec 3<>/dev/tcp/$machine/$port"
done

expect "a build without shards" exits 0 "$index_program" build --input "$work/new.txt" --index "$work/whole"
expect "has none to serve" exits 1 "$root/deploy/serve_shard.sh" "$work/whole" 0
expect "which is said" printed 'build with --shards'
expect "two arguments are needed" refuses 2 usage: "$root/deploy/serve_shard.sh" "$idx"
finish
