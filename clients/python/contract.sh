#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# contract.sh ADDRESS CASES_DIR GOLDEN_DIR [IMAGE]: builds, then runs the contract suite against a server of the sample corpus. With
# IMAGE the client's messages and stubs are generated from that image of the contract (a FileDescriptorSet) instead of proto/.
set -euo pipefail
[ $# -ge 3 ] || { echo "usage: contract.sh ADDRESS CASES_DIR GOLDEN_DIR [IMAGE]" >&2; exit 2; }
address=$1
cases=$(realpath -- "$2")
golden=$(realpath -- "$3")
image=${4:+$(realpath -- "$4")}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

./build.sh
generated=generated
if [ -n "$image" ]; then
  generated=.venv/generated-from-image
  ./generate.sh "$generated" "$image"
fi
# What stands first is imported: without it the installed package would be.
PYTHONPATH=$generated:src:. .venv/bin/python -m contract "$address" "$cases" "$golden"
