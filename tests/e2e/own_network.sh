# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# For tests that need a network of their own, where every port is free and nobody else is asked for anything. Sourced before all else.

# needs_programs PROGRAM…: skips the test where one is missing.
needs_programs() {
  local program
  for program in "$@"; do
    command -v "$program" >/dev/null || { echo "skipped: no $program here"; exit 77; }
  done
}

# in_own_network: whether the test runs in a network of its own, with nothing but the loopback address.
in_own_network() { [ "${YINZHENG_OWN_NETWORK:-}" = yes ]; }

# enter_own_network TEST ARGUMENT…: runs the test again from its beginning in such a network; skips it where none may be made.
enter_own_network() {
  unshare --net true 2>/dev/null || { echo "skipped: no right to make networks here"; exit 77; }
  # shellcheck disable=SC2016  # the inner shell expands these
  YINZHENG_OWN_NETWORK=yes exec unshare --net -- sh -c 'ip link set lo up && exec "$0" "$@"' "$@"
}

# listens ADDRESS PORT [COMMAND…]: waits until somebody listens there, asking by way of the command.
listens() {
  local address=$1 port=$2
  shift 2
  for _ in $(seq 600); do
    "$@" timeout 5 bash -c "exec 3<>/dev/tcp/$address/$port" 2>/dev/null && return
    sleep 0.05
  done
  echo "nobody listens at $address:$port"
  return 1
}
