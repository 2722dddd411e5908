#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# dev_script_test.sh ROOT: what ./dev says to people who mistype, and that its parts fit together. Installs and builds nothing.
set -euo pipefail
cd -- "$1"

failures=0
expect() {
  local what=$1
  shift
  if "$@"; then
    echo "ok: $what"
  else
    echo "FAILED: $what"
    failures=$((failures + 1))
  fi
}

# ends_with STATUS TEXT COMMAND…: whether the command ends with that status and says that text.
ends_with() {
  local want=$1 text=$2 status=0 output
  shift 2
  output=$("$@" 2>&1 </dev/null) || status=$?
  [ "$status" -eq "$want" ] && grep -qF -- "$text" <<<"$output" && return
  printf 'status %s, want %s; output:\n%s\n' "$status" "$want" "$output"
  return 1
}

# Every subcommand that the help names has a script, or is built in.
help_is_complete() {
  local command
  for command in setup demo check contract reference package bench quality fuzz containers manifests; do
    ./dev --help | grep -qE "^  $command( |\$)" || return 1
    [ -x "tools/$command.sh" ] || return 1
  done
}

expect "help is shown and succeeds" ends_with 0 "Usage: ./dev" ./dev --help
expect "no command shows the help" ends_with 0 "Usage: ./dev" ./dev
expect "every command has its script" help_is_complete
expect "an unknown command is named" ends_with 2 "no command named biuld" ./dev biuld
expect "a missing path is named" ends_with 1 "/nonexistent/articles does not exist" ./dev demo /nonexistent/articles
expect "an unknown part of the containers is named" ends_with 1 "unknown argument biuld" ./dev containers biuld
expect "an unknown check flag is named" ends_with 1 "unknown argument --fxi" ./dev check --fxi
expect "a build that is none is named" ends_with 1 "/nonexistent is no configured build" ./dev package --as-built /nonexistent /nonexistent
expect "the .ci script calls the test command" grep -q 'exec ./dev test' .ci/run

[ "$failures" -eq 0 ]
