#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# reference.sh [--check]: writes docs/reference, a page for each proto that callers, operators or curators read, from the comments
# of the protos. With --check it writes nothing and says what differs from what is committed.
# BUF=PROGRAM takes another buf than that of package-lock.json.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

case ${1:-} in
  "" | --check) ;;
  *) die "reference: unknown argument $1 (--check)" ;;
esac
buf=${BUF:-node_modules/.bin/buf}
[ -x "$buf" ] || tools/setup.sh

pages=$(mktemp -d "${TMPDIR:-/tmp}/yinzheng-reference-XXXXXX")
trap 'rm -rf "$pages"' EXIT
"$buf" build -o "$pages/image.json"
jq -rf tools/reference.jq "$pages/image.json" >"$pages/list"
mkdir "$pages/reference"
while read -r page text; do
  base64 -d <<<"$text" >"$pages/reference/$page"
done <"$pages/list"

if [ "${1:-}" = --check ]; then
  diff -ru docs/reference "$pages/reference" && exit 0
  die "docs/reference is not what the protos say; write it with ./dev reference"
fi
mkdir -p docs/reference
rm -f docs/reference/*.md
cp "$pages/reference"/*.md docs/reference/
say "Wrote $(wc -l <"$pages/list") pages to docs/reference"
