#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# test.sh: builds, checks types, and runs the client's own tests.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
./build.sh
./install.sh test
.venv/bin/mypy
.venv/bin/mypy examples/*.py
.venv/bin/pytest --quiet
