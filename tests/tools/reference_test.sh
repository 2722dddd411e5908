#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# reference_test.sh ROOT: docs/reference is what tools/reference.sh writes from the protos, and a page that differs would be told. Ends
# with 77, which is skipped, where buf or jq is absent.
set -euo pipefail
cd -- "$1"
buf=${BUF:-node_modules/.bin/buf}
if ! command -v jq >/dev/null || ! "$buf" --version >/dev/null 2>&1; then
  echo "skipped: no jq, or no buf at $buf (./dev setup)"
  exit 77
fi

work=$(mktemp -d "${TMPDIR:-/tmp}/yinzheng-reference-test-XXXXXX")
trap 'rm -rf "$work"' EXIT
tools/reference.sh --check

# The same in a copy, where a comment says something else.
mkdir "$work/docs"
cp -r buf.yaml proto tools "$work/"
cp -r docs/reference "$work/docs/"
export BUF
BUF=$(realpath -- "$buf")
sed -i 's/First code point, counted from 0/First code point, counted from 1/' "$work/proto/yinzheng/v1/text.proto"
if "$work/tools/reference.sh" --check >"$work/out" 2>"$work/err"; then
  echo "FAILED: a comment that changed is not noticed"
  exit 1
fi
grep -q '^+.*counted from 1' "$work/out"
grep -q 'write it with ./dev reference' "$work/err"
"$work/tools/reference.sh"
"$work/tools/reference.sh" --check
echo "ok: docs/reference is what the protos say"
