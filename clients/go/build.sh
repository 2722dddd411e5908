#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# build.sh [--check]: makes yinzheng/v1 from the contract and builds everything; --check only says whether yinzheng/v1 is what
# the contract gives. buf comes from package-lock.json of the repository, the plugins from gen.mod.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

module=yinzheng/client
buf=../../node_modules/.bin/buf
[ -x "$buf" ] || {
  printf 'go client: %s is missing; run ./dev setup in the root of the repository\n' "$buf" >&2
  exit 1
}

# The contract names no package of any language, so each file's is said here.
plugin_options() {
  local proto
  printf '"module=%s"' "$module"
  for proto in ../../proto/yinzheng/v1/*.proto; do
    printf ', "M%s=%s/yinzheng/v1;yinzhengv1"' "${proto#../../proto/}" "$module"
  done
}

plugin() { printf '{"local": ["go", "tool", "-modfile=gen.mod", "%s"], "out": "%s", "opt": [%s]}' "$1" "$2" "$(plugin_options)"; }

generate() {
  "$buf" generate ../../proto --path ../../proto/yinzheng/v1 \
    --template "{\"version\": \"v2\", \"plugins\": [$(plugin protoc-gen-go "$1"), $(plugin protoc-gen-go-grpc "$1")]}"
}

check() {
  local fresh
  fresh=$(mktemp -d)
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$fresh'" EXIT
  generate "$fresh"
  diff -r "$fresh/yinzheng" yinzheng || {
    printf 'go client: yinzheng/v1 is not what the contract gives; run clients/go/build.sh and commit\n' >&2
    exit 1
  }
  printf 'go client: yinzheng/v1 is what the contract gives\n'
}

case ${1:-} in
  --check) check ;;
  "")
    rm -rf yinzheng
    generate .
    go build ./...
    go vet ./...
    ;;
  *)
    printf 'build.sh: unknown argument %s (--check)\n' "$1" >&2
    exit 2
    ;;
esac
