# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# deploy/compose.yaml as it stands, by podman-compose: an index of the sample corpus, then the server, reached by its published ports; then
# the same with shards.
# shellcheck disable=SC2034,SC2154  # running.sh and checks.sh set these
compose=(podman-compose --project-name "$run_name" --file deploy/compose.yaml)
compose_server=${run_name}_server_1

if command -v podman-compose >/dev/null; then
  compose_started=yes
  expect "compose up" exits 0 "${compose[@]}" up --detach --no-build
  expect "the index was built" same "$(podman inspect --format '{{.State.ExitCode}}' "${run_name}_index_1")" 0
  follow_log "$compose_server"
  expect "its server serves" wait_for_log 'INFO serving'
  expect "a question to the published port" exits 0 "${asked[@]}" ask 量子院有多少全职科研人员？
  expect "is answered with its figure" printed 217名
  expect "metrics at the published port" grep -q '^yinzheng_index_info{' <<<"$(metrics)"
  expect "its user" same "$(podman exec "$compose_server" id -u)" 65532
  expect "its root file system is read-only" refuses 1 'Read-only file system' podman exec "$compose_server" touch /x
  # Each shard by a container of its own.
  sharded_asked=("${once[@]}" --entrypoint yz yinzheng-server --server 127.0.0.1:50161)
  expect "compose up of the shards" exits 0 "${compose[@]}" --profile sharded up --detach --no-build sharded-server
  follow_log "${run_name}_sharded-server_1"
  expect "their server serves" wait_for_log 'INFO serving'
  expect "a question to it" exits 0 "${sharded_asked[@]}" ask 量子院有多少全职科研人员？
  expect "is answered with its figure" printed 217名
  expect "the status" exits 0 "${sharded_asked[@]}" status
  expect "names the shards" printed facts-1
  for shard in 0 1; do
    expect "the user of shard $shard" same "$(podman exec "${run_name}_shard-${shard}_1" id -u)" 65532
    expect "shard $shard is stopped" exits 0 podman stop "${run_name}_shard-${shard}_1"
    expect "shard $shard ended with 0" same "$(podman inspect --format '{{.State.ExitCode}}' "${run_name}_shard-${shard}_1")" 0
  done
  expect "without them the server says so" refuses 3 passages-0 "${sharded_asked[@]}" search 北京
  expect "compose down" exits 0 "${compose[@]}" --profile sharded down --volumes
  compose_started=
else
  echo "left out: no podman-compose here"
fi
