#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# Sourced by the scripts beside it.

# maven ARGUMENT…: runs Maven for a log. It switches colours off at its end even where it uses none, in the middle of what is printed
# next: what is read by programs must not have that.
maven() {
  mvn --batch-mode --no-transfer-progress -Dstyle.color=never "$@" 2>&1 | sed 's/\x1b\[[0-9;]*m//g'
}
