#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# install.sh build|test: makes .venv with the tools that requirements-build.txt or requirements-test.txt pins; does nothing where they
# are there. Another Python than python3 is chosen with PYTHON.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

want=$(cat requirements-build.txt "requirements-$1.txt" | sha256sum)
stamp=.venv/requirements-$1.sha256
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && exit 0
# Other versions of the tools than those pinned now start from nothing.
[ "$1" = build ] && "${PYTHON:-python3}" -m venv --clear .venv
.venv/bin/pip install --quiet --disable-pip-version-check --no-compile -r "requirements-$1.txt"
printf '%s\n' "$want" >"$stamp"
