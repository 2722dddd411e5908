# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# What documents_test.sh can tell of a document without running what it says: that flags, files and anchors are there. Sourced after
# checks.sh. Each function prints what is wrong and then fails.
# shellcheck disable=SC2154  # checks.sh sets them

# help_of PROGRAM [SUBCOMMAND]: its help, asked for once.
help_of() {
  local kept=$work/help/$1.${2:-}
  if [ ! -f "$kept" ]; then
    mkdir -p "$work/help"
    if [ "$1" = dev ]; then "$root/dev" --help >"$kept"; else "$bin/$1" ${2:+"$2"} --help >"$kept"; fi
  fi
  cat "$kept"
}

subcommands() { help_of "$1" | sed -nE '/^Subcommands/,/^$/s/^  ([a-z]+) .*/\1/p; /^Usage: .\/dev/,$s/^  ([a-z]+) .*/\1/p'; }

# has_flag FLAG PROGRAM [SUBCOMMAND]
has_flag() { grep -qE -- "(^|[^-a-z])$1([^-a-z]|$)" <(help_of "$2"; help_of "$2" "${3:-}"); }

# flags_known WORD…: a command of one of our programs: whether it has the subcommand and the flags.
flags_known() {
  local program=${1##*/} word sub='' wrong=0
  shift
  for word in "$@"; do
    case $word in
      --help) ;;
      --[a-z]*)
        word=${word%%=*}
        has_flag "${word%%[^-a-z]*}" "$program" "$sub" && continue
        echo "$program ${sub:+$sub }has no $word"
        wrong=1
        ;;
      *)
        if [ -z "$sub" ] && grep -qxF -- "$word" <(subcommands "$program"); then sub=$word; fi
        ;;
    esac
  done
  if [ -z "$sub" ] && [[ ${1:-} =~ ^[a-z]+$ ]] && [ -n "$(subcommands "$program")" ]; then
    echo "$program has no subcommand $1"
    wrong=1
  fi
  return $wrong
}

# files_there FOLDER WORD…: whether what a command in FOLDER names of the repository is there; what tools make is not looked for.
files_there() {
  local folder=$1 word wrong=0
  shift
  for word in "$@"; do
    case $word in
      */build/* | */dist/* | */.venv/* | */target/*) continue ;;
      clients/* | deploy/* | tests/* | tools/* | corpus/* | proto/* | docs/*) word=$root/$word ;;
      ./* | ../../*) word=$folder/$word ;;
      *) continue ;;
    esac
    [ -e "$word" ] && continue
    echo "there is no $word"
    wrong=1
  done
  return $wrong
}

# unrun_holds DOCUMENT WORD…: a command that is not run: its flags and files.
unrun_holds() {
  local folder=$root document=$1 program
  shift
  # The page of a client speaks of its own folder.
  if [[ $document = clients/* ]]; then folder=$root/${document%/*}; fi
  program=${1##*/}
  case $program in
    yz | yinzheng-index | yinzheng-server) flags_known "$@" || return ;;
    dev) flags_known dev "${@:2}" || return ;;
  esac
  files_there "$folder" "$@"
}

# code_holds DOCUMENT TEXT: a span of code that is a command of ours, a flag, or a path in the repository or beside the document: whether
# there is such a thing.
code_holds() {
  local words program sub
  read -ra words <<<"$2"
  case ${words[0]:-} in
    indexer/* | services/* | clients/* | tests/* | tools/* | proto/* | deploy/* | docs/* | corpus/*)
      [[ ${words[0]} = */build/* ]] && return
      compgen -G "$root/${words[0]}" >/dev/null || compgen -G "$root/${1%/*}/${words[0]}" >/dev/null && return
      echo "there is no ${words[0]}"
      return 1
      ;;
    yz | yinzheng-index | yinzheng-server) flags_known "${words[@]}" ;;
    ./dev) flags_known dev "${words[@]:1}" ;;
    --[a-z]*)
      for program in yz yinzheng-index yinzheng-server dev; do
        has_flag "${words[0]%%=*}" "$program" && return
        [ "$program" = dev ] && continue
        for sub in $(subcommands "$program"); do
          has_flag "${words[0]%%=*}" "$program" "$sub" && return
        done
      done
      grep -qF -- "${words[0]}" "$root"/tools/*.sh "$root"/clients/mcp/README.md && return
      echo "no program of ours has ${words[0]}"
      return 1
      ;;
  esac
}

# anchors FILE: of its headings, as they are linked to.
anchors() {
  awk '/^ *```/ { inside = !inside } !inside && /^#+ / { sub(/^#+ /, ""); print }' "$1" |
    tr '[:upper:]' '[:lower:]' | sed -E 's/[^a-z0-9 _-]//g; s/ /-/g'
}

# link_holds DOCUMENT TARGET
link_holds() {
  local file=${2%%#*} anchor=
  case $2 in http://* | https://*) return 0 ;; esac
  if [[ $2 = *#* ]]; then anchor=${2#*#}; fi
  file=$root/$(dirname -- "$1")/${file:-${1##*/}}
  [ -e "$file" ] || { echo "there is no $file"; return 1; }
  [ -z "$anchor" ] || grep -qxF -- "$anchor" <(anchors "$file") && return
  echo "$file has no heading for #$anchor"
  return 1
}

# all_hold DOCUMENT: every span of code and every link of it.
all_hold() {
  local kind line text wrong=0 said
  while read -r kind line text; do
    case $kind in
      code) said=$(code_holds "$1" "$text") && continue ;;
      link) said=$(link_holds "$1" "$text") && continue ;;
    esac
    echo "$1:$line: $said"
    wrong=1
  done < <(awk -f "$here/inline.awk" "$root/$1")
  return $wrong
}

# each_in DOCUMENT: whether every word of standard input stands in it as code.
each_in() {
  local word wrong=0 count=0
  while read -r word; do
    count=$((count + 1))
    grep -qF -- "\`$word\`" "$root/$1" && continue
    echo "$1 says nothing of $word"
    wrong=1
  done
  [ "$count" -gt 0 ] || wrong=1
  return $wrong
}

configuration_is_documented() {
  sed -n '/^message ServerConfig/,/^}/s/^  [A-Za-z0-9.]* \([a-z_]*\) = [0-9]*;.*/\1/p' "$root/proto/yinzheng/config/v1/server_config.proto" |
    each_in docs/operations.md
}

metrics_are_documented() {
  cat "$root"/services/server/*_metrics.cc | grep -oE '"(yinzheng|grpc_server)_[a-z_]+"' | tr -d '"' | sort -u | each_in docs/operations.md
}
