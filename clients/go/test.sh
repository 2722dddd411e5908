#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# test.sh: what the Go client promises by itself, without a server, and that yinzheng/v1 is what the contract gives.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
./build.sh --check
unformatted=$(gofmt -l .)
[ -z "$unformatted" ] || {
  printf 'go client: gofmt would change %s\n' "$unformatted" >&2
  exit 1
}
go vet ./...
go test ./...
