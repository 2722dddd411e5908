# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# How documents_test.sh runs the commands of one document. Sourced after checks.sh; $here is the folder of this file.
# shellcheck disable=SC2154  # checks.sh and documents_test.sh set them

# fitted FILE: its text, made to fit the place.
fitted() { sed -E -e "$(sed "s#PLACE#$place#g" "$here/place.sed")" "$1"; }

# make_place: a fresh folder for one document. It looks like a checkout with a built tree and the demo's index; has the programs on its
# PATH, the sample corpus as articles/ with articles.metadata.jsonl, claims.jsonl for it, and the server's configuration of deploy/ in
# /etc/yinzheng; and no configuration of whoever runs the test. Its path is then in $place.
make_place() {
  place=$work/place
  rm -rf "$place"
  mkdir -p "$place"/{build/dev,build/demo,home,etc/yinzheng/tls,var/lib/yinzheng,var/backups/yinzheng}
  local file
  for file in "$root"/*; do
    [ "${file##*/}" = build ] || ln -s "$file" "$place/"
  done
  mkdir "$place/build/dev/bin"
  ln -s "$yz" "$index_program" "$server_program" "$place/build/dev/bin/"
  cp -r "$work/idx" "$place/build/demo/index"
  cp -r "$sample" "$place/articles"
  cp "$sample.metadata.jsonl" "$place/articles.metadata.jsonl"
  cp "$root/tests/e2e/imported_facts.jsonl" "$place/claims.jsonl"
  fitted "$root/deploy/config/server.textproto" >"$place/etc/yinzheng/server.textproto"
  echo "$place" >"$work/folder"
  printf 'export %s=%q\n' PATH "$place/build/dev/bin:$PATH" HOME "$place/home" YZ_SERVER "unix:$place/server.socket" COLUMNS 80 >"$work/variables"
}

# starts_server: whether $work/command is a server that goes on until it is stopped.
starts_server() {
  grep -qE '^([^ ]*/)?yinzheng-server ' "$work/command" && ! grep -qE -e '--(check-config|print-config|new-token|help)' "$work/command"
}

# serve: starts it as the only server of the document, and goes on once it answers.
serve() {
  if [ -n "$server_pid" ]; then stop_server TERM; fi
  : >"$work/log"
  # shellcheck disable=SC1091,SC2034  # the first is written by make_place; checks.sh reads the log
  exec {server_log}< <(
    cd -- "$(<"$work/folder")" || exit
    source "$work/variables"
    eval "exec $(<"$work/command")" 2>&1
  )
  server_pid=$!
  wait_for_log 'INFO serving' && return
  server_pid=
  return 1
}

# run_step CODE SHOWN: whether $work/command ends with that code and prints what is in the file SHOWN.
run_step() {
  status=0
  timeout 120 bash "$here/step.sh" "$work" >"$work/out" 2>"$work/err" </dev/null || status=$?
  if [ "$status" -ne "$1" ]; then
    echo "exit code $status, want $1"
    head -c 2000 "$work/out" "$work/err"
    return 1
  fi
  awk -f "$here/shown.awk" "$2" <(cat "$work/out" "$work/err") && return
  echo "it printed:"
  head -c 4000 "$work/out" "$work/err"
  return 1
}
