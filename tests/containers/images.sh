# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# What the images are, before anything runs.
# shellcheck disable=SC2154  # running.sh and checks.sh set these
described() { podman image inspect --format "{{$2}}" "yinzheng-$1"; }

for image in indexer server shard; do
  echo "yinzheng-$image: $(($(described "$image" .Size) / 1000000)) MB"
  expect "$image: no user of the machine" same "$(described "$image" .Config.User)" 65532:65532
  expect "$image: stops by SIGTERM" same "$(described "$image" .Config.StopSignal)" SIGTERM
  # shellcheck disable=SC2016  # the shell in the container expands it
  expect "$image: no compiler, no headers" \
    exits 1 "${once[@]}" --entrypoint sh "yinzheng-$image" -c 'command -v cc c++ cmake git npm || [ -n "$(ls /usr/include)" ]'
  expect "$image: no packages left to install from" \
    exits 1 "${once[@]}" --entrypoint sh "yinzheng-$image" -c 'find /var/cache/apt /var/lib/apt/lists -type f | grep .'
done
expect "server: the container is asked for its health" grep -q 'yz .*status' <<<"$(described server .HealthCheck.Test)"
