#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# contract.sh [--static] [--renew-image] [--languages LIST]: lint, compatibility with the committed image, contract tests, and the contract
# suite of the clients (with --static the first two alone). LIST names languages with commas between; the default is all, `none` is none.
# BIN=DIR takes the programs from there instead of building them, and leaves out the contract tests, which need a build.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

static=
renew=
languages=all
while [ $# -gt 0 ]; do
  case $1 in
    --static) static=1 ;;
    --renew-image) renew=1 ;;
    --languages)
      [ $# -ge 2 ] || die "contract: --languages wants a list, such as python,node"
      languages=$2
      shift
      ;;
    *) die "contract: unknown argument $1 (--static, --renew-image, --languages LIST)" ;;
  esac
  shift
done

tools/setup.sh
buf=node_modules/.bin/buf
image=proto/yinzheng.binpb

say "buf lint"
"$buf" lint

if [ -n "$renew" ]; then
  "$buf" build --exclude-source-info -o "$image"
  say "Renewed $image: commit it with a line in CHANGELOG.md that says what changed"
elif [ -f "$image" ]; then
  say "buf breaking against $image"
  "$buf" breaking --against "$image" || die "the contract changed incompatibly; if that is meant, run ./dev contract --renew-image"
else
  die "$image is missing; write it with ./dev contract --renew-image"
fi

[ -n "$static" ] && exit 0
if [ -z "${BIN:-}" ]; then
  run_build dev
  ctest --preset dev -L contract --parallel "$(nproc)"
fi
[ "$languages" = none ] && exit 0
exec tools/contract_clients.sh "${BIN:-build/dev/bin}" "$languages"
