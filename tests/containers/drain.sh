# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# SIGTERM to the server that server.sh started, while it is called without a pause: every call is answered until there is no server, and
# shellcheck disable=SC2154  # running.sh and checks.sh set these
# the container ends with 0. Then a server that goes on answering for a while after it has said that it is leaving.

# caller: calls until one is not answered, from a container of its own. Says `begun` after the first answer, and the last exit code.
caller() {
  # shellcheck disable=SC2016  # the shell in the container expands these
  "${once[@]}" --entrypoint sh yinzheng-server -c '
    code=0
    said=
    while [ "$code" -eq 0 ]; do
      yz --server 127.0.0.1:50151 search 北京 >/dev/null 2>&1 || code=$?
      if [ "$code$said" = 0 ]; then
        echo begun
        said=yes
      fi
    done
    echo "$code"'
}

callers=()
for _ in 1 2 3; do
  exec {output}< <(caller)
  callers+=("$output")
done
for output in "${callers[@]}"; do
  IFS= read -r -t 120 line <&"$output" || line=
  expect "a caller has begun" same "$line" begun
done
expect "SIGTERM under load ends the container with 0" same "$(stop_container TERM)" 0
for output in "${callers[@]}"; do
  IFS= read -r -t 120 line <&"$output" || line=
  exec {output}<&-
  expect "its calls were answered until there was no server" same "$line" 3
done
expect "its log says why it stopped" wait_for_log 'INFO stopping'
expect "nothing went wrong inside" test -z "$(grep -E ' (ERROR|WARNING) ' "$work/log")"
podman rm "$server_container" >/dev/null

expect "start with a delay" start_container --set 'drain_delay { seconds: 20 }'
expect "it serves" wait_for_log 'INFO serving'
podman kill --signal TERM "$server_container" >/dev/null
expect "it begins to leave" wait_for_log 'INFO stopping'
if command -v grpcurl >/dev/null; then
  expect "probes are answered" exits 0 "${probe[@]}"
  expect "that it does not serve" printed '"NOT_SERVING"'
fi
expect "who comes is answered all the same" exits 0 "${asked[@]}" search 北京
expect "it ends with 0" same "$(podman wait "$server_container")" 0
podman rm "$server_container" >/dev/null
