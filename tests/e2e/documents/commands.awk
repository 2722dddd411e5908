# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# From one Markdown file to its commands: awk -v out=DIR -f commands.awk FILE writes DIR/N.command and what the document shows under it,
# DIR/N.shown, and prints a line for each: N, line of the document, exit code that it says (`# exits with 1`, else 0).
#
# A fence names its language. `sh` holds commands: one a line, more with \ at the end or a here-document. `console` holds `$ COMMAND` and
# what it prints. Every other language is no command. A fence without one is printed as `! LINE`.

function begin(text) { finish(); count++; first = NR; command = text; take(text) }

# take: looks whether the command goes on behind this line.
function take(text) {
  if (here != "") { if (text == here) here = ""; return }
  open = text ~ /\\$/
  if (match(text, /<<'?[A-Z]+'?/)) {
    here = substr(text, RSTART + 2, RLENGTH - 2)
    gsub(/'/, "", here)
  }
}

function finish(  code) {
  if (command == "") return
  code = 0
  if (match(command, /# exits with [0-9]+/)) code = substr(command, RSTART + 13, RLENGTH - 13)
  printf "%s\n", command >(out "/" count ".command")
  printf "%s", shown >(out "/" count ".shown")
  close(out "/" count ".command")
  close(out "/" count ".shown")
  printf "%d\t%d\t%d\n", count, first, code
  command = shown = here = ""
  open = 0
}

/^ *```/ {
  inside = !inside
  finish()
  language = $0
  gsub(/^ *```|[ \t]+$/, "", language)
  if (inside && language == "") print "! " NR
  next
}
!inside || (language != "sh" && language != "console") { next }
here != "" || open { command = command "\n" $0; take($0); next }
language == "sh" { if ($0 !~ /^ *(#|$)/) begin($0); next }
/^\$ / { begin(substr($0, 3)); next }
command != "" { shown = shown $0 "\n" }
