#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# server_test.sh BIN ROOT: yinzheng-server as a process: how it starts, follows the index, stops and refuses.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
idx=$work/idx
status_of() { "$yz" --server "$address" --output json status | jq -r .generation.id; }
current() { sed 's/^gen-//' "$idx/CURRENT"; }

expect "build" exits 0 "$index_program" build --input "$sample" --index "$idx"

# --- a port that is picked ---
expect "start on port 0" start_server --index "$idx" --listen 127.0.0.1:0
expect "the log names the port" grep -qE '^127\.0\.0\.1:[1-9][0-9]+$' <<<"$address"
expect "it serves the current generation" same "$(status_of)" "$(current)"
expect "a second server on the port" \
  refuses 3 "listen on $address" "$server_program" --index "$idx" --listen "$address"

# Calls without a pause until the server is gone; the last exit code goes to loop_status.
call_until_refused() {
  local code=0
  while [ "$code" -eq 0 ]; do
    code=0
    "$yz" --server "$address" search 北京 >/dev/null 2>&1 || code=$?
  done
  echo "$code" >"$work/loop_status"
}
call_until_refused &
loop_pid=$!
expect "a call beside the loop" exits 0 "$yz" --server "$address" search 北京
stop_server TERM
wait "$loop_pid"
expect "SIGTERM under load ends it with 0" same "$status" 0
expect "calls succeed until there is no server" same "$(cat "$work/loop_status")" 3
expect "the log says why it stopped" grep -qF stopping "$work/log"

# --- a Unix socket, from a configuration file ---
cat >"$work/server.textproto" <<CONFIG
index: "$idx"
listen: "unix:$work/socket"
reload_interval { nanos: 50000000 }
CONFIG
expect "start on a Unix socket" start_server --config "$work/server.textproto"
expect "the log names the socket" same "$address" "unix:$work/socket"
first=$(current)
expect "it serves there" same "$(status_of)" "$first"
cp -r "$sample" "$work/more"
printf '青州港通航\n2024-05-06\n青州港一期工程建成，泊位有12个。\n' >"$work/more/notice.txt"
expect "a new generation" exits 0 "$index_program" build --input "$work/more" --index "$idx"
expect "is seen" wait_for_log "new generation served"
expect "and served" same "$(status_of)" "$(current)"
expect "what it served before is still in use" exits 0 "$index_program" prune --index "$idx" --keep 1
expect "so it is not pruned" test -d "$idx/gen-$first"
stop_server INT
expect "SIGINT ends it with 0" same "$status" 0
expect "nothing went wrong inside" test -z "$(grep -E ' (ERROR|WARNING) ' "$work/log")"

# --- refusals ---
expect "no index named" refuses 2 "--index" "$server_program"
expect "an index that is missing" refuses 3 "$work/none" "$server_program" --index "$work/none"
expect "an address without a port" refuses 2 nowhere "$server_program" --index "$idx" --listen nowhere
expect "the version" exits 0 "$server_program" --version
expect "is that of the project" same "$(cat "$work/out")" "$(project_version)"
expect "an unknown flag" refuses 2 --prot "$server_program" --index "$idx" --prot 1
expect "a configuration that is missing" refuses 2 "$work/none" "$server_program" --config "$work/none"
expect "a configuration that is a folder" refuses 2 "$work" "$server_program" --config "$work"
printf 'index: "x"\ncolour: 1\n' >"$work/wrong.textproto"
expect "a configuration that cannot be read" refuses 2 wrong.textproto:2: "$server_program" --config "$work/wrong.textproto"

# --- what it would serve with ---
expect "an address that others reach" refuses 2 "there is no TLS" "$server_program" --index "$idx" --listen 0.0.0.0:0
expect "the whole configuration" exits 0 "$server_program" --config "$work/server.textproto" --set 'queue_size: 7' --print-config
expect "with what was set" printed 'queue_size: 7'
expect "and what was not" printed 'max_requests_per_caller: 64'
cp "$work/out" "$work/printed.textproto"
expect "it can be read again" exits 0 "$server_program" --config "$work/printed.textproto" --print-config
expect "and says the same" cmp "$work/out" "$work/printed.textproto"
expect "the environment names the index" \
  exits 0 env YINZHENG_INDEX="$idx" "$server_program" --listen 127.0.0.1:0 --check-config
expect "a good configuration" printed "good: generation $(current)"
expect "an index that is missing is told by the check" \
  refuses 3 "$work/none" "$server_program" --index "$work/none" --check-config
expect "a setting that is wrong" refuses 2 "--set 'colour: 1'" "$server_program" --index "$idx" --set 'colour: 1' --check-config

# --- tokens ---
expect "a scope that there is not" refuses 2 '"write" is no scope' "$server_program" --new-token reports:write
expect "a new token" exits 0 "$server_program" --new-token reports
sed -n 's/^token (shown once, for the caller): //p' "$work/out" >"$work/token"
sed -n 's/^line for the tokens file: *//p' "$work/out" >"$work/tokens"
expect "start with tokens" start_server --index "$idx" --listen "unix:$work/socket" --set "tokens: '$work/tokens'"
expect "no token" refuses 4 TOKEN_REQUIRED "$yz" --server "$address" search 北京
expect "the token" exits 0 "$yz" --server "$address" --token-file "$work/token" search 北京
expect "the token by environment" exits 0 env YZ_TOKEN_FILE="$work/token" "$yz" --server "$address" search 北京
echo wrong >"$work/wrong"
expect "a wrong token" refuses 4 TOKEN_REQUIRED "$yz" --server "$address" --token-file "$work/wrong" search 北京
expect "a token file that is missing" refuses 2 "$work/none" "$yz" --server "$address" --token-file "$work/none" search 北京
expect "a token without TLS to another machine" \
  refuses 2 "read on the way" "$yz" --server server.example:50151 --token-file "$work/token" search 北京
expect "a certificate without roots" refuses 2 "--cert needs" "$yz" --server "$address" --cert "$work/wrong" search 北京
stop_server TERM

finish
