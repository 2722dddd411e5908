#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# check.sh [--fix]: everything that is judged without running the product. Every step runs; the last line names those that failed.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

case ${1:-} in
  "") format_mode=(--dry-run -Werror) ;;
  --fix) format_mode=(-i) ;;
  *) die "check: unknown argument $1 (--fix)" ;;
esac

# our_files PATTERN…: tracked and new files, less what is ignored or already deleted.
our_files() {
  local file
  git ls-files --cached --others --exclude-standard -- "$@" | while read -r file; do
    [ -f "$file" ] && printf '%s\n' "$file"
  done
}

check_format() { our_files '*.h' '*.cc' | xargs -r clang-format "${format_mode[@]}"; }
check_shell() { our_files dev .ci/run '*.sh' | xargs -r shellcheck -x; }
check_spelling() {
  our_files ':!corpus' ':!*/testdata/*' ':!*package-lock.json' ':!LICENSES' ':!*.tsv' ':!*.textproto' ':!*.binpb' |
    xargs -r codespell --ignore-words tools/codespell-ignore.txt
}
check_headers() { cmake --build build/dev --target all_verify_interface_header_sets; }
check_layering() {
  cmake --build build/dev --target layering_test &&
    ctest --preset dev -L layering
}

failed=()
step() {
  local name=$1
  shift
  say "$name"
  "$@" || failed+=("$name")
}

tools/setup.sh check
run_build dev
step format check_format
step shell check_shell
step spelling check_spelling
step contract tools/contract.sh --static
step layering check_layering
step headers check_headers
step clang-tidy tools/tidy.sh

if [ ${#failed[@]} -gt 0 ]; then
  say "Failed: ${failed[*]}"
  exit 1
fi
say "All checks passed"
