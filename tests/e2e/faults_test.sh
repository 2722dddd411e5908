#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# faults_test.sh BIN ROOT: what becomes of index and server when processes are killed, disks are full or cannot be written, and
# a generation is torn. Nothing published is lost, no torn generation is served, messages say what to do. Damage to
# each file of a generation: damage_test.sh.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
idx=$work/idx
current() { sed 's/^gen-//' "$idx/CURRENT"; }

cp -r "$sample" "$work/input"
expect "a first build" exits 0 "$index_program" build --input "$work/input" --index "$idx"
first=$(current)
printf '青州港通航\n2024-05-06\n青州港一期工程建成，泊位有12个。\n' >"$work/input/notice.txt"

# --- a build that is killed ---
# killed_build AFTER: kills a build of the changed input AFTER so many seconds; whatever it had done, what CURRENT names is whole.
killed_build() {
  timeout -s KILL "$1" "$index_program" build --input "$work/input" --index "$idx" >/dev/null 2>&1 </dev/null || true
  exits 0 "$index_program" verify --index "$idx"
}
kills=0
survived=0
for tenths in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 18 20 22 25; do
  kills=$((kills + 1))
  if killed_build "$(printf '%d.%d' $((tenths / 10)) $((tenths % 10)))"; then survived=$((survived + 1)); fi
done
expect "verify is clean after each of $kills killed builds" same "$survived" "$kills"
expect "a build after them" exits 0 "$index_program" build --input "$work/input" --index "$idx"
second=$(current)
expect "publishes what was to be published" test "$second" != "$first"
expect "and leaves nothing of the dead ones" test -z "$(find "$idx" -maxdepth 1 -name 'tmp-*')"

# --- two at once ---
# The lock is held as a build holds it, for as long as the check takes.
exec {lock}>"$idx/LOCK"
flock -x "$lock"
expect "a second indexer" refuses 4 "another program" "$index_program" build --input "$work/input" --index "$idx"
expect "and a second rollback" refuses 4 "another program" "$index_program" rollback --index "$idx"
exec {lock}>&-
expect "what is served is as before" same "$(current)" "$second"

# --- a server that is killed, and one that starts on its socket ---
expect "a server" start_server --index "$idx" --listen "unix:$work/socket"
kill -KILL "$server_pid"
wait "$server_pid" 2>/dev/null || true
server_pid=
expect "a server on the socket of a dead one" start_server --index "$idx" --listen "unix:$work/socket"
expect "answers" exits 0 "$yz" --server "$address" search 青州港
stop_server TERM

# --- a generation that cannot be opened, under a server that runs ---
halve() { truncate -s $(($(stat -c %s "$1") / 2)) "$1"; }
expect "a server" start_server --index "$idx" --listen "unix:$work/socket" --set 'reload_interval { nanos: 50000000 }'
printf '青州港扩建\n2024-06-07\n青州港二期工程开工，泊位将达20个。\n' >"$work/input/more.txt"
cp -r "$idx" "$work/other"
expect "a third build, elsewhere" exits 0 "$index_program" build --input "$work/input" --index "$work/other"
third=$(sed 's/^gen-//' "$work/other/CURRENT")
cp -r "$work/other/gen-$third" "$idx/"
halve "$idx/gen-$third/manifest.textproto"
printf 'gen-%s\n' "$third" >"$idx/CURRENT"
expect "a torn generation is refused" wait_for_log "new generation refused"
expect "the old one is served on" exits 0 "$yz" --server "$address" search 青州港
rm -rf "$idx/gen-$third"
cp -r "$work/other/gen-$third" "$idx/"
expect "once it is whole it is served" wait_for_log "new generation served"
stop_server TERM

# --- full and read-only disks, in a mount of the test's own ---
if unshare -rm true 2>/dev/null; then
  mkdir -p "$work/small"
  # COMMAND with a disk at $work/small that holds a copy of the index and has SPARE KiB left: small_disk SPARE COMMAND…
  # What the copy takes is asked of that disk: file systems differ.
  # shellcheck disable=SC2016  # the inner shell expands
  small_disk=(unshare -rm bash -c
    'mount -t tmpfs tmpfs "$1" && cp -r "$2" "$1/idx" && used=$(df -k --output=used "$1" | tail -n 1) &&
     mount -o remount,size="$((used + $3))k" "$1" && shift 3 && "$@"' small_disk "$work/small" "$idx")
  # Xapian's own leak where it meets the end of the disk, see there.
  small_disk=(env LSAN_OPTIONS="suppressions=$root/tests/lsan.supp:print_suppressions=0" "${small_disk[@]}")
  # Builds there, and says 99 if what was published is not whole afterwards.
  # shellcheck disable=SC2016
  build_there=(bash -c '"$1" build --input "$2" --index "$3/idx"; code=$?; "$1" verify --index "$3/idx" >&2 || exit 99; exit "$code"'
    build_there "$index_program" "$work/input" "$work/small")
  printf '青州港改名\n2024-07-08\n青州港改名为青州新港。\n' >"$work/input/last.txt"
  for spare in 64 200 400 800; do
    expect "a disk with $spare KiB to spare" refuses 4 "space" "${small_disk[@]}" "$spare" "${build_there[@]}"
  done
  expect "a disk with room" exits 0 "${small_disk[@]}" 20000 "${build_there[@]}"
  # COMMAND with the index on a disk that cannot be written.
  # shellcheck disable=SC2016
  read_only=(unshare -rm bash -c 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && shift && "$@"' read_only "$idx")
  expect "a build on a read-only disk" refuses 4 "$idx" "${read_only[@]}" "$index_program" build --input "$work/input" --index "$idx"
  expect "a server on a read-only disk" exits 0 "${read_only[@]}" "$yz" --index "$idx" search 青州港
else
  echo "skipped: full and read-only disks (no right to mount here)"
fi

finish
