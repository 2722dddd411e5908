# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# The server: what it refuses, what it may do seen from inside, and what callers get.
# shellcheck disable=SC2154  # running.sh and checks.sh set these
status_line() { "${inside[@]}" sed -n "s/^$1:[[:space:]]*//p" /proc/1/status; }
# Everything that the server's user could write to in the image, but for folders that it may not even look into.
writable_places() { "${inside[@]}" find / -xdev -writable ! -type l 2>/dev/null; }
# shellcheck disable=SC2016  # awk expands these
root_mount() { "${inside[@]}" awk '$2 == "/" {print $4}' /proc/1/mounts; }
# What differs from the image, but for the files that the engine itself puts there.
written() { podman diff "$server_container" | awk '{print $2}' | grep -vxE '/(dev|proc|run|sys|etc|etc/(hosts|hostname|resolv.conf|mtab)|run/(.containerenv|secrets))' || true; }

expect "no TLS and nobody who vouches for the network" \
  refuses 2 'there is no TLS' "${once[@]}" -v "$index_volume:/var/lib/yinzheng/index:ro" yinzheng-server
expect "no index" refuses 3 /var/lib/yinzheng/index "${once[@]}" yinzheng-server "${served[@]}"

expect "start" start_container
expect "it serves" wait_for_log 'INFO serving'

# --- from inside ---
expect "its user" same "$("${inside[@]}" id -u):$("${inside[@]}" id -g)" 65532:65532
expect "its user by the kernel's word" same "$(status_line Uid)" $'65532\t65532\t65532\t65532'
expect "no rights" same "$(status_line CapEff) $(status_line CapBnd)" '0000000000000000 0000000000000000'
expect "and none to be had" same "$(status_line NoNewPrivs)" 1
expect "the root file system is read-only" grep -qE '^ro(,|$)' <<<"$(root_mount)"
expect "no place to write" same "$(writable_places)" ''
expect "nor in the index" refuses 1 'Read-only file system' "${inside[@]}" touch /var/lib/yinzheng/index/x
expect "nothing was written" same "$(written)" ''

# --- from outside ---
expect "a question" exits 0 "${asked[@]}" ask 量子院有多少全职科研人员？
expect "is answered with its figure" printed 217名
expect "the engine's check of health" exits 0 podman healthcheck run "$server_container"
expect "metrics" grep -q '^yinzheng_index_info{' <<<"$(metrics)"

# --- a client that knows nothing of the contract ---
if command -v grpcurl >/dev/null; then
  expect "reflection names the services" exits 0 grpcurl -plaintext 127.0.0.1:50151 list
  expect "all of them" printed yinzheng.v1.FactService
  expect "a search by reflection" \
    exits 0 grpcurl -plaintext -d '{"query": "怀柔科学城", "page_size": 1}' 127.0.0.1:50151 yinzheng.v1.SearchService/Search
  expect "has results" printed '"results"'
  expect "the probe port" exits 0 "${probe[@]}"
  expect "says that it serves" printed '"SERVING"'
else
  echo "left out: no grpcurl here"
fi

# --- a new index, while it serves ---
expect "another build" exits 0 "${indexer[@]}" build --input /articles --index /var/lib/yinzheng/index
expect "is taken over" wait_for_log 'new generation served'
expect "and answers" exits 0 "${asked[@]}" ask 量子院有多少全职科研人员？
