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
if [ -n "$image" ]; then
  source=(--descriptor_set_in="$image")
  mapfile -t files < <("$bin/python" -c '
import sys
from google.protobuf.descriptor_pb2 import FileDescriptorSet
print(*(file.name for file in FileDescriptorSet.FromString(sys.stdin.buffer.read()).file), sep="\n")' <"$image" |
    grep '^yinzheng/v1/')
else
  source=(-I "$proto")
  mapfile -t files < <(cd -- "$proto" && printf '%s\n' yinzheng/v1/*.proto)
fi
mapfile -t services < <(printf '%s\n' "${files[@]}" | grep '_service\.proto$')

rm -rf -- "$out/yinzheng"
"$bin/python" -m grpc_tools.protoc "${source[@]}" --plugin="$bin/protoc-gen-mypy" \
  --python_out="$out" --mypy_out=quiet:"$out" "${files[@]}"
"$bin/python" -m grpc_tools.protoc "${source[@]}" --plugin="$bin/protoc-gen-mypy_grpc" \
  --grpc_python_out="$out" --mypy_grpc_out=quiet:"$out" "${services[@]}"

# Callers need not know which file declares a message: the package has them all.
touch "$out"/yinzheng/{__init__.py,py.typed}
for file in "${files[@]}"; do
  printf 'from yinzheng.v1.%s_pb2 import *\n' "$(basename -- "$file" .proto)"
done >"$out/yinzheng/v1/__init__.py"
