# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# What the end-to-end tests share: a folder that goes away, checks that count failures, and servers that are started and
# stopped. Sourced, with the folder of the programs and the root of the repository as arguments of the test.
# shellcheck disable=SC2034  # the tests use what is set here
set -euo pipefail

bin=$1
root=$2
index_program=$bin/yinzheng-index
server_program=$bin/yinzheng-server
yz=$bin/yz
sample=$root/corpus/sample
unset YZ_SERVER YZ_TOKEN_FILE YZ_CA YINZHENG_DATA_DIR YINZHENG_CONFIG YINZHENG_INDEX YINZHENG_LISTEN
# No configuration of the one who runs the test.
export XDG_CONFIG_HOME=/nonexistent

work=$(mktemp -d "${TMPDIR:-/tmp}/yinzheng-e2e-XXXXXX")
server_pid=
failures=0

clean_up() {
  if [ -n "$server_pid" ]; then kill "$server_pid" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap clean_up EXIT

# run COMMAND…: runs it without input, its output in $work/out and $work/err, its exit code in $status.
run() {
  status=0
  timeout 120 "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
}

# exits CODE COMMAND…: whether the command ends with that code.
exits() {
  local want=$1
  shift
  run "$@"
  [ "$status" -eq "$want" ] && return
  echo "exit code $status, want $want: $*"
  head -c 2000 "$work/out" "$work/err"
  return 1
}

# refuses CODE TEXT COMMAND…: whether it ends with that code and says that on standard error.
refuses() {
  local want=$1 text=$2
  shift 2
  exits "$want" "$@" || return
  grep -qF -- "$text" "$work/err" && return
  echo "standard error lacks \"$text\":"
  head -c 2000 "$work/err"
  return 1
}

# printed TEXT: whether the last command printed that.
printed() {
  grep -qF -- "$1" "$work/out" && return
  echo "standard output lacks \"$1\":"
  head -c 2000 "$work/out"
  return 1
}

# The version that the project says it has.
project_version() { sed -nE 's/^project\(yinzheng VERSION ([0-9.]+).*/\1/p' "$root/CMakeLists.txt"; }

same() {
  [ "$1" = "$2" ] && return
  echo "got \"$1\", want \"$2\""
  return 1
}

# expect WHAT CHECK…: runs a check and goes on whatever it says.
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

# wait_for_log TEXT: reads the server's log until a line has that text and leaves the line in $log_line.
wait_for_log() {
  while IFS= read -r -t 120 log_line <&"$server_log"; do
    printf '%s\n' "$log_line" >>"$work/log"
    case $log_line in *"$1"*) return 0 ;; esac
  done
  echo "the server's log has no line with \"$1\"; it is:"
  cat "$work/log"
  return 1
}

# start_server ARGUMENT…: starts one and waits until it serves. Its address is then in $address.
start_server() {
  : >"$work/log"
  exec {server_log}< <(exec "$server_program" "$@" 2>&1)
  server_pid=$!
  wait_for_log 'INFO serving' || return
  address=${log_line#*address=}
  address=${address%% *}
}

# stop_server SIGNAL: the server's exit code is then in $status.
stop_server() {
  status=0
  kill -s "$1" "$server_pid"
  wait "$server_pid" || status=$?
  server_pid=
  cat <&"$server_log" >>"$work/log"
  exec {server_log}<&-
}

finish() {
  echo "$failures failed"
  [ "$failures" -eq 0 ]
}
