#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# damage_test.sh BIN ROOT: what verify and a server make of a generation with one file missing, cut in half or with one bit turned,
# for each of its files. Other faults: faults_test.sh.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
idx=$work/idx

expect "build" exits 0 "$index_program" build --input "$sample" --index "$idx"
generation=$(sed 's/^gen-//' "$idx/CURRENT")

# serve_damaged: serves the damaged copy, asks it something, stops it; the server's exit code is then in $status.
serve_damaged() {
  local line log pid
  : >"$work/server_err"
  rm -f "$work/socket"
  exec {log}< <(exec "$server_program" --index "$work/damaged" --listen "unix:$work/socket" 2>&1)
  pid=$!
  while IFS= read -r line <&"$log"; do
    printf '%s\n' "$line" >>"$work/server_err"
    case $line in *'INFO serving'*) ask_and_stop "$pid" ;; esac
  done
  exec {log}<&-
  status=0
  wait "$pid" || status=$?
}
# Whatever it answers.
ask_and_stop() {
  "$yz" --server "unix:$work/socket" search 北京 >/dev/null 2>&1 || true
  "$yz" --server "unix:$work/socket" ask 怀柔科学城有多少家企业？ >/dev/null 2>&1 || true
  "$yz" --server "unix:$work/socket" facts 怀柔科学城 >/dev/null 2>&1 || true
  kill -TERM "$1" 2>/dev/null || true
}
# on_damaged COMMAND…: runs COMMAND with the path of each file of a copy of the generation, one at a time, and asks verify and a
# server about it. Counts in $found what verify finds, in $refused what a server does not open, in $crashed what ends it.
on_damaged() {
  local file name
  found=0 refused=0 crashed=0 files=0
  while read -r file; do
    name=${file#"$idx/gen-$generation/"}
    rm -rf "$work/damaged"
    mkdir "$work/damaged"
    cp -r "$idx/gen-$generation" "$work/damaged/"
    printf 'gen-%s\n' "$generation" >"$work/damaged/CURRENT"
    "$@" "$work/damaged/gen-$generation/$name"
    files=$((files + 1))
    exits 0 "$index_program" verify --index "$work/damaged" >/dev/null || found=$((found + 1))
    serve_damaged
    case $status in
      0) ;;
      3) refused=$((refused + 1)) ;;
      *) crashed=$((crashed + 1)) && cat "$work/server_err" ;;
    esac
  done < <(find "$idx/gen-$generation" -type f -size +0 | sort)
}
halve() { truncate -s $(($(stat -c %s "$1") / 2)) "$1"; }
# Turns one bit of the byte in the middle.
flip() {
  local at byte
  at=$(($(stat -c %s "$1") / 2))
  byte=$(od -An -tu1 -j "$at" -N 1 "$1")
  printf '%b' "\\x$(printf '%x' $((byte ^ 16)))" | dd of="$1" bs=1 seek="$at" conv=notrunc status=none
}
on_damaged rm
expect "verify finds each of $files files missing" same "$found" "$files"
expect "no server opens an index with a file missing" same "$refused" "$files"
expect "nor dies of it" same "$crashed" 0
on_damaged halve
expect "verify finds each of $files files cut" same "$found" "$files"
expect "no server opens an index with a file cut" same "$refused" "$files"
expect "nor dies of it" same "$crashed" 0
on_damaged flip
expect "verify finds each of $files files with a bit turned" same "$found" "$files"
expect "a server with a turned bit answers or refuses, and does not die" same "$crashed" 0
echo "$files files: a turned bit kept $refused of them from being opened"

finish
