# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# step.sh DIR: runs DIR/command where the command before it left off, in DIR/folder with the variables of DIR/variables, and leaves both for
# the next.
state=$1
cd -- "$(<"$state/folder")" || exit 125
# shellcheck source=/dev/null
source "$state/variables"
set -o pipefail -o allexport
eval "$(<"$state/command")"
status=$?
pwd >"$state/folder"
export -p >"$state/variables"
exit "$status"
