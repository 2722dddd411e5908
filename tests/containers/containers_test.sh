#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# containers_test.sh ROOT: the images that tools/containers.sh built, run as they are deployed: the indexer over the sample corpus, the server
# behind it, both without rights and without a place to write, then deploy/compose.yaml. Skips (77) where there is no engine or no image.
# Everything happens in a network of its own, which ends at the loopback address: ports cannot be taken, and nobody is asked for anything.
set -euo pipefail
cd -- "$1"
# shellcheck source=tools/container_engine.sh
source tools/container_engine.sh
# shellcheck source=tests/e2e/own_network.sh
source tests/e2e/own_network.sh

skip() {
  echo "skipped: $1"
  exit 77
}

if ! in_own_network; then
  reason=$(missing_for_containers)
  [ -z "$reason" ] || skip "$reason"
  use_container_engine
  for image in yinzheng-indexer yinzheng-server yinzheng-shard; do
    podman image exists "$image" || skip "no image $image here (./dev containers build)"
  done
  enter_own_network "$PWD/tests/containers/containers_test.sh" "$PWD"
fi

use_container_engine
# shellcheck source=tests/e2e/checks.sh
source tests/e2e/checks.sh none "$PWD"
# shellcheck source=tests/containers/running.sh
source tests/containers/running.sh
for part in images indexer server drain compose; do
  echo "--- $part"
  # shellcheck source=/dev/null
  source "tests/containers/$part.sh"
done
finish
