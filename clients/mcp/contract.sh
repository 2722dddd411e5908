#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# contract.sh ADDRESS [CASES_DIR GOLDEN_DIR]: builds, then calls every tool over standard input and output against a server of the sample
# corpus. The cases and the golden resources are the Node.js client's to run.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: contract.sh ADDRESS" >&2; exit 2; }
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
./build.sh
status=0
report=$(YINZHENG_ADDRESS=$1 node --test --test-reporter=tap build/tests/sample_corpus.test.js) || status=$?
[ "$status" -eq 0 ] || printf '%s\n' "$report"
awk '$1 == "#" {count[$2] = $3} END {print count["pass"] + 0 " passed, " count["fail"] + 0 " failed"}' <<<"$report"
exit "$status"
