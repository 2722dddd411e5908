#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# runtime_packages.sh PROGRAM…: the Debian packages that hold the libraries which the programs load, one a line. The container file
# installs these and no others: a list written by hand would fall behind the build.
set -euo pipefail
[ $# -gt 0 ] || {
  printf 'usage: runtime_packages.sh PROGRAM…\n' >&2
  exit 2
}

# Packages name some of their files below /lib, which is a link to /usr/lib, and some below /usr/lib.
package_of() {
  dpkg-query --search "$1" 2>/dev/null || dpkg-query --search "/usr$1" 2>/dev/null || dpkg-query --search "${1#/usr}"
}

for program in "$@"; do
  loaded=$(ldd -- "$program")
  if grep 'not found' <<<"$loaded" >&2; then
    exit 1
  fi
  awk '/=> \// {print $3}' <<<"$loaded" | while read -r library; do
    package_of "$library"
  done
done | sed 's/: .*//' | sort -u
