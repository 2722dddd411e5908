#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# network_test.sh BIN ROOT: a server and the machine of one of its shards, each in a network of its own, with a cable
# between them that is pulled out. Nothing says then that the other side is gone: packets are lost, and only limits of time
# end the waiting. Skipped (77) where networks may not be made.
# shellcheck source-path=SCRIPTDIR source=own_network.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/own_network.sh"
if ! in_own_network; then
  needs_programs xapian-tcpsrv ip nsenter unshare
  enter_own_network "$0" "$@"
fi
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"

idx=$work/idx
groups=() # Of processes, each to be ended whole.
end_groups() {
  for group in "${groups[@]}"; do kill -9 -- "-$group" 2>/dev/null || true; done
}
trap 'end_groups; clean_up' EXIT

# in_group COMMAND…: runs it behind, in a group of its own.
in_group() {
  set -m
  "$@" &
  groups+=("$!")
  set +m
}

# there COMMAND…: runs it on the other machine.
there() { nsenter --net="/proc/$machine/ns/net" "$@"; }

lay_cable() {
  in_group unshare --net sleep infinity
  machine=${groups[0]}
  until [ "$(readlink "/proc/$machine/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.01; done
  ip link add here type veth peer name there netns "$machine" || return 1
  ip addr add 10.213.0.1/24 dev here && ip link set here up
  there ip link set lo up
  there ip addr add 10.213.0.2/24 dev there
  there ip link set there up
}
lay_cable 2>"$work/cable" || { echo "skipped: no cable between networks: $(cat "$work/cable")"; exit 77; }

# serve_there DATABASE PORT
serve_there() {
  in_group nsenter --net="/proc/$machine/ns/net" xapian-tcpsrv --quiet --interface 10.213.0.2 --port "$2" "$1"
  listens 10.213.0.2 "$2" there
}

expect "build" exits 0 "$index_program" build --input "$sample" --index "$idx" --shards 2
generation=$idx/$(cat "$idx/CURRENT")
mv "$generation/passages-1" "$generation/facts-1" "$work"
expect "serve the passages of a shard" serve_there "$work/passages-1" 7011
expect "and its facts" serve_there "$work/facts-1" 7012
cat >"$work/server.textproto" <<CONFIG
index: "$idx"
listen: "unix:$work/socket"
shard_hosts { }
shard_hosts { passages: "10.213.0.2:7011" facts: "10.213.0.2:7012" }
shard_connect_timeout { nanos: 500000000 }
shard_read_timeout { seconds: 1 }
reload_interval { }
CONFIG
expect "start" start_server --config "$work/server.textproto"

search() { "$yz" --server "$address" --output json search 北京 --limit 50 "$@"; }
search_in_part() { search --allow-partial >/dev/null; }
articles() { jq -c '[.results[].article.name]' <<<"$1"; }
# within MILLIS COMMAND…: whether it takes no longer.
within() {
  local bound=$1 begin
  shift
  begin=$(date +%s%3N)
  "$@" || return
  local took=$(($(date +%s%3N) - begin))
  echo "took $took ms"
  [ "$took" -le "$bound" ]
}

whole=$(search)
expect "everything is found" test "$(jq '.results | length' <<<"$whole")" -gt 2
expect "and nothing is missed" same "$(jq '.missingShards | length' <<<"$whole")" 0

there ip link set there down
# Two read timeouts, a connection, and room for a slow machine, for each time that the client asks again.
expect "without the cable it is said which shard is missed" \
  within 20000 refuses 3 passages-1 "$yz" --server "$address" search 北京
part=$(search --allow-partial 2>"$work/notes" || true)
expect "an answer without it" same "$(jq -c .missingShards <<<"$part")" '["passages-1"]'
expect "is told as such" grep -qF passages-1 "$work/notes"
expect "is no whole one" test "$(jq '.results | length' <<<"$part")" -lt "$(jq '.results | length' <<<"$whole")"
expect "and does not say that it is" same "$(jq -c '.stats.totalIsExact // false' <<<"$part")" false
expect "while the shard rests nobody waits for it" within 2000 search_in_part
expect "the status tells" grep -qE 'passages-1.*unreachable' <("$yz" --server "$address" status)

there ip link set there up
again=
for _ in $(seq 100); do
  again=$(search 2>/dev/null) && break
  sleep 0.2
done
expect "with the cable everything is found again" same "$(articles "$again")" "$(articles "$whole")"
stop_server TERM
expect "the server ends as it should" same "$status" 0
finish
