#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# build.sh: makes .venv with the pinned tools, writes generated/yinzheng from proto/, installs the package into .venv and writes
# the wheel to dist/. Another Python than python3 is chosen with PYTHON.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

./install.sh build
./generate.sh generated
.venv/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
rm -rf build dist
.venv/bin/pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .
rm -rf build
echo "Built $PWD/$(echo dist/*.whl)"
