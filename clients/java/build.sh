#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# build.sh: makes messages and stubs from the contract, builds and tests the client, and puts it into the local Maven repository.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
# shellcheck source=clients/java/maven.sh
source ./maven.sh
maven --quiet install
