#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# generate.sh OUT [IMAGE]: writes the package `yinzheng` (messages, stubs and their types) into OUT, from proto/ or from a
# committed image of the contract (a FileDescriptorSet). Wants the environment that build.sh makes.
set -euo pipefail
mkdir -p -- "$1"
out=$(cd -- "$1" && pwd)
image=${2:+$(realpath -- "$2")}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

proto=$(cd ../../proto && pwd)
bin=$PWD/.venv/bin
mapfile -t files < <(cd -- "$proto" && printf '%s\n' yinzheng/v1/*.proto)
mapfile -t services < <(printf '%s\n' "${files[@]}" | grep '_service\.proto$')
source=(-I "$proto")
[ -n "$image" ] && source=(--descriptor_set_in="$image")

rm -rf -- "$out/yinzheng"
"$bin/python" -m grpc_tools.protoc "${source[@]}" --plugin="$bin/protoc-gen-mypy" \
  --python_out="$out" --mypy_out=quiet:"$out" "${files[@]}"
"$bin/python" -m grpc_tools.protoc "${source[@]}" --plugin="$bin/protoc-gen-mypy_grpc" \
  --grpc_python_out="$out" --mypy_grpc_out=quiet:"$out" "${services[@]}"
touch "$out"/yinzheng/{__init__.py,py.typed} "$out/yinzheng/v1/__init__.py"
