#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# contract.sh ADDRESS CASES_DIR GOLDEN_DIR: the contract suite with the Go client against a running server; closes with
# `N passed, N failed`.
set -euo pipefail
[ $# -eq 3 ] || {
  printf 'usage: contract.sh ADDRESS CASES_DIR GOLDEN_DIR\n' >&2
  exit 2
}
cases=$(realpath -- "$2")
golden=$(realpath -- "$3")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# Built first: `go run` would add a line of its own after the counts.
program=$(mktemp)
trap 'rm -f "$program"' EXIT
go build -o "$program" ./internal/contract
"$program" "$1" "$cases" "$golden"
