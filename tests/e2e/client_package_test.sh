#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# client_package_test.sh BIN ROOT CMAKE_ARGUMENT…: the C++ client as another project takes it: installed from the build that BIN is part of,
# found by CMake and by pkg-config, and asked by the quickstart. The arguments are those that make the compiler of that build.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
shift 2
prefix=$work/prefix

expect "install" exits 0 cmake --install "$bin/.." --component client --prefix "$prefix"
expect "nothing but the client" same "$(find "$prefix" -mindepth 1 -maxdepth 1 -printf '%f\n' | sort | tr '\n' ' ')" "include lib "
expect "headers name each other as they are installed" same "$(grep -rl '"clients/' "$prefix/include")" ""

# A copy: nothing of the repository is within its reach.
cp -r "$root/clients/cpp/examples/quickstart" "$work/source"
mv "$prefix" "$work/moved"
expect "configure" cmake -G Ninja -S "$work/source" -B "$work/build" -DCMAKE_PREFIX_PATH="$work/moved" "$@"
expect "compile and link" cmake --build "$work/build"

expect "pkg-config finds it" env PKG_CONFIG_PATH="$work/moved/lib/pkgconfig" pkg-config --exists --print-errors yinzheng-client
expect "and its headers" test -f "$(PKG_CONFIG_PATH=$work/moved/lib/pkgconfig pkg-config --variable=includedir yinzheng-client)/yinzheng/client/client.h"
expect "and its archive" test -f "$(PKG_CONFIG_PATH=$work/moved/lib/pkgconfig pkg-config --variable=libdir yinzheng-client)/libyinzheng-client.a"

expect "build an index" exits 0 "$index_program" build --input "$sample" --index "$work/idx"
expect "start a server" start_server --index "$work/idx" --listen 127.0.0.1:0
expect "ask" exits 0 "$work/build/quickstart" "$address"
expect "an answer" printed "answer: 217名"
expect "an entity" printed "entity: 北京量子信息科学研究院 entities/"
expect "a fact with its citation" printed "「量子院的全职科研人员为217名」 北京商报《"
stop_server TERM
expect "no server" refuses 1 UNAVAILABLE "$work/build/quickstart" "unix:$work/none"

finish
