#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# contract.sh ADDRESS CASES_DIR GOLDEN_DIR: the contract suite with the Java client against a running server; closes with
# `N passed, N failed`.
set -euo pipefail
[ $# -eq 3 ] || {
  printf 'usage: contract.sh ADDRESS CASES_DIR GOLDEN_DIR\n' >&2
  exit 2
}
cases=$(realpath -- "$2")
golden=$(realpath -- "$3")
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=clients/java/maven.sh
source ./maven.sh
# Java is run by itself: Maven would add lines of its own after the counts.
maven --quiet test-compile dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/classpath >&2
exec java -cp "target/test-classes:target/classes:$(cat target/classpath)" yinzheng.contract.ContractSuite "$1" "$cases" "$golden"
