# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# How the tests start containers and take them away again. Sourced after tests/e2e/checks.sh, whose checks take the commands below, which
# are arrays for that.
# shellcheck disable=SC2034,SC2154  # the parts of the test use what is set here; checks.sh sets the others

run_name=yinzheng-test-$$
index_volume=$run_name-index
server_container=$run_name-server
# As deploy/compose.yaml and deploy/kubernetes have it, and stricter: there is no /tmp to write to either.
confined=(--read-only --read-only-tmpfs=false --cap-drop ALL --security-opt no-new-privileges)
# A container that ends by itself; nobody asks for its health.
once=(podman run --rm --no-healthcheck "${confined[@]}")
# The indexer over the sample corpus and the index volume.
indexer=("${once[@]}" --network none -v "$sample:/articles:ro" -v "$sample.metadata.jsonl:/metadata.jsonl:ro"
  -v "$index_volume:/var/lib/yinzheng/index" yinzheng-indexer)
# The server's arguments in deploy/compose.yaml.
served=(--config /etc/yinzheng/server.textproto --set 'allow_insecure: true')
# yz as a caller has it, from a container of its own.
asked=("${once[@]}" --entrypoint yz yinzheng-server --server 127.0.0.1:50151)
# What Kubernetes asks, of the probe port; it has no reflection, so the question comes with its own proto.
probe=(grpcurl -plaintext -import-path tests/containers -proto health.proto -d '{}' 127.0.0.1:50152 grpc.health.v1.Health/Check)
inside=(podman exec "$server_container")

remove_containers() {
  if [ -n "${compose_started:-}" ]; then "${compose[@]}" down --volumes >/dev/null 2>&1 || true; fi
  podman rm --force --ignore --time 0 "$server_container" >/dev/null 2>&1 || true
  podman volume rm --force "$index_volume" >/dev/null 2>&1 || true
  clean_up
}
trap remove_containers EXIT

# start_container ARGUMENT…: the server over the index volume, on the ports of its configuration. Without systemd the engine says that it
# cannot ask for the container's health again and again; the tests ask themselves.
start_container() {
  podman run --detach --name "$server_container" "${confined[@]}" -v "$index_volume:/var/lib/yinzheng/index:ro" yinzheng-server \
    "${served[@]}" "$@" >"$work/out" 2>"$work/err" || { cat "$work/err" && return 1; }
  follow_log "$server_container"
}

# follow_log CONTAINER: wait_for_log reads that container's log from its beginning.
follow_log() {
  : >"$work/log"
  exec {server_log}< <(exec timeout 300 podman logs --follow "$1" 2>&1)
}

# stop_container SIGNAL: prints what the container ended with.
stop_container() {
  podman kill --signal "$1" "$server_container" >/dev/null && podman wait "$server_container"
}

# metrics: what the metrics port answers.
metrics() (
  exec 3<>/dev/tcp/127.0.0.1/9464 && printf 'GET /metrics HTTP/1.0\r\n\r\n' >&3 && cat <&3
)
