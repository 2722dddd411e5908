#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# contract.sh [--static] [--renew-image]: lint, compatibility with the committed image, contract tests (not with --static).
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

static=
renew=
for argument in "$@"; do
  case $argument in
    --static) static=1 ;;
    --renew-image) renew=1 ;;
    *) die "contract: unknown argument $argument (--static, --renew-image)" ;;
  esac
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
run_build dev
ctest --preset dev -L contract --parallel "$(nproc)"
