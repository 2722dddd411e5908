#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# contract.sh ADDRESS CASES_DIR GOLDEN_DIR: builds, then runs the contract suite against a server of the sample corpus.
set -euo pipefail
[ $# -eq 3 ] || { echo "usage: contract.sh ADDRESS CASES_DIR GOLDEN_DIR" >&2; exit 2; }
address=$1
cases=$(realpath -- "$2")
golden=$(realpath -- "$3")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
./build.sh
node build/contract/main.js "$address" "$cases" "$golden"
