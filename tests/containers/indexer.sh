# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# The "${indexer[@]}" builds into a volume, with no other place to write, no rights and no network.
# shellcheck disable=SC2154  # running.sh and checks.sh set these
expect "the index volume" exits 0 podman volume create "$index_volume"
expect "a build" exits 0 "${indexer[@]}" build --input /articles --metadata /metadata.jsonl --index /var/lib/yinzheng/index
expect "publishes a generation" grep -q '^published *generation' "$work/err"
expect "which stands its verification" exits 0 "${indexer[@]}" verify --index /var/lib/yinzheng/index
expect "no other place can be written" refuses 4 'Read-only file system' "${indexer[@]}" build --input /articles --index /index
