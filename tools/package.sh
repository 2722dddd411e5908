#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# package.sh [PRESET]: builds what the Debian packages hold and writes them to build/PRESET/packages; PRESET is release unless said
# otherwise. package.sh --as-built BUILD OUT writes the packages of a build that is there to OUT.
set -euo pipefail
caller=${YINZHENG_CALLER_DIR:-$PWD}
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

make_packages() {
  local build=$1 out=$2
  rm -rf -- "$out"
  # CPack tells of each step; what matters is what comes out.
  cpack --config "$build/CPackConfig.cmake" -B "$out" >"$build/cpack.log" 2>&1 || {
    cat "$build/cpack.log" >&2
    die "package: the packages could not be made"
  }
  rm -rf -- "$out/_CPack_Packages"
  printf '%s\n' "$out"/*.deb
}

case ${1:-} in
  --as-built)
    [ $# -eq 3 ] || die "package: --as-built wants BUILD and OUT"
    # Arguments are relative to where the caller stands.
    build=$(cd -- "$caller" && realpath -m -- "$2")
    out=$(cd -- "$caller" && realpath -m -- "$3")
    [ -f "$build/CPackConfig.cmake" ] || die "package: $2 is no configured build; run ./dev build"
    make_packages "$build" "$out"
    ;;
  -*) die "package: unknown argument $1 (--as-built)" ;;
  *)
    preset=${1:-release}
    run_build "$preset" yinzheng-index yinzheng-server yz yz_manual yinzheng_data yinzheng_image yinzheng-client
    make_packages "$PWD/build/$preset" "$PWD/build/$preset/packages"
    ;;
esac
