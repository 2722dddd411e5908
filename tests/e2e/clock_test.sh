#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# clock_test.sh BIN ROOT: what becomes of index and server when the machine's clock is set while they run, a day or ten years
# either way. Nobody waits for ever, new generations are still seen, and what was published stays in order.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"

library=$(find /usr/lib -name libfaketimeMT.so.1 -print -quit 2>/dev/null)
if [ -z "$library" ]; then
  echo "skipped: no libfaketime here (package faketime)"
  exit 77
fi
if ldd "$server_program" | grep -qE 'lib[at]san'; then
  echo "skipped: a sanitizer's runtime wants to be loaded before libfaketime"
  exit 77
fi

idx=$work/idx
clock=$work/clock
# libfaketime asks for memory before it is ready, and jemalloc then asks it for the time: here the programs find an empty library in its
# place, and use the C library's malloc.
mkdir "$work/allocator"
g++ -shared -x c /dev/null -o "$work/allocator/libjemalloc.so.2"
# The clock of a program that is run so follows the file; the steady clock, as on a machine whose time is set, does not.
faked() {
  printf '#!/bin/sh\nexport LD_LIBRARY_PATH=%s LD_PRELOAD=%s FAKETIME_TIMESTAMP_FILE=%s FAKETIME_NO_CACHE=1 FAKETIME_DONT_FAKE_MONOTONIC=1\nexec %s "$@"\n' \
    "$work/allocator" "$library" "$clock" "$2" >"$work/$1"
  chmod +x "$work/$1"
}
faked server "$server_program"
faked index "$index_program"
set_clock() { printf '%s\n' "$1" >"$clock"; }
current() { sed 's/^gen-//' "$idx/CURRENT"; }
served() { "$yz" --server "$address" --output json status | jq -r .generation.id; }

set_clock +0
cp -r "$sample" "$work/input"
expect "build" exits 0 "$work/index" build --input "$work/input" --index "$idx"
first=$(current)

# --- a server whose clock is set under load ---
server_program=$work/server
expect "start" start_server --index "$idx" --listen 127.0.0.1:0 \
  --set 'reload_interval { nanos: 50000000 }' --set 'log_level: "debug"'
# Asks without a pause until $work/enough is there, and counts what is not answered; 3 means there is no server.
call() {
  local code failed=0 calls=0
  while [ ! -e "$work/enough" ]; do
    code=0
    "$yz" --server "$address" --timeout 20 search 怀柔科学城 >/dev/null 2>&1 || code=$?
    calls=$((calls + 1))
    [ "$code" -eq 0 ] || failed=$((failed + 1))
  done
  echo "$calls $failed" >"$work/calls"
}
call &
caller=$!
number=0
for jump in +1d -2d +3650d -3650d +0; do
  set_clock "$jump"
  number=$((number + 1))
  expect "asked after the clock went to $jump" exits 0 "$yz" --server "$address" --timeout 20 search 怀柔科学城
  printf '青州港通航\n2024-05-06\n青州港工程第%d期建成，泊位有12个。\n' "$number" >"$work/input/notice.txt"
  expect "a generation built then" exits 0 "$work/index" build --input "$work/input" --index "$idx"
  expect "is seen" wait_for_log "new generation served"
  expect "and served" same "$(served)" "$(current)"
done
touch "$work/enough"
wait "$caller"
read -r calls failed <"$work/calls"
echo "$calls calls under $number jumps of the clock, $failed not answered"
# A call that runs while the clock goes forward has, by that clock, passed its deadline: one at most for each of two jumps.
expect "who was asking is answered, but for those whose deadline went by" test "$failed" -le 2
expect "the generations" exits 0 "$index_program" list --index "$idx"
expect "were built at the times that the clock told" printed "$(date -u -d '+3650 days' +%Y)-"
stop_server TERM
expect "SIGTERM ends it with 0" same "$status" 0

# --- generations that were built in another order than their times say ---
expect "every generation is whole" exits 0 "$index_program" verify --index "$idx"
expect "back to the first by its id" exits 0 "$index_program" rollback --index "$idx" --generation "$first"
expect "is what is served" same "$(current)" "$first"
expect "pruning keeps what is served" exits 0 "$index_program" prune --index "$idx" --keep 1
expect "whatever its time" test -d "$idx/gen-$first"
finish
