#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# debian_package_test.sh BIN ROOT: the Debian packages of the build that BIN is part of: what they say of themselves, what they hold, and
# that the programs run from where a package puts them. Nothing is installed.
# shellcheck source-path=SCRIPTDIR source=checks.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/checks.sh"
command -v dpkg-shlibdeps >/dev/null || { echo "skipped: no dpkg-shlibdeps here"; exit 77; }

expect "packages are made" "$root/tools/package.sh" --as-built "$bin/.." "$work/packages"
architecture=$(dpkg --print-architecture)
version=$(sed -nE 's/^project\(yinzheng VERSION ([0-9.]+).*/\1/p' "$root/CMakeLists.txt")-1
programs=$work/packages/yinzheng_${version}_$architecture.deb
client=$work/packages/libyinzheng-client-dev_${version}_$architecture.deb
expect "two of them" same "$(find "$work/packages" -name '*.deb' | wc -l)" 2
expect "the changelog is that of the version" grep -q "^yinzheng ($version)" "$root/deploy/debian/changelog"

# --- what they say of themselves ---
depends_on() { dpkg-deb -f "$1" Depends | tr ',' '\n' | grep -qE "^ *$2( |\$)"; }
for package in "$programs" "$client"; do
  expect "$(dpkg-deb -f "$package" Package) has a maintainer" grep -q '<.*@.*>' <(dpkg-deb -f "$package" Maintainer)
  expect "and says in a line what it is" test -n "$(dpkg-deb -f "$package" Description | sed -n 2p)"
  expect "all in it is root's" same "$(dpkg-deb -c "$package" | awk '$2 != "root/root"')" ""
  expect "and written by root alone" same "$(dpkg-deb -c "$package" | grep -v '^l' | cut -c6,9 | tr -d '\n-')" ""
done
for library in libxapian30 'libgrpc\+\+1.51' libprotobuf32 libicu72 adduser; do
  expect "the programs need $library" depends_on "$programs" "$library"
done
for library in 'libgrpc\+\+-dev' libprotobuf-dev libabsl-dev; do
  expect "the client needs $library" depends_on "$client" "$library"
done

# --- what they hold ---
expect "unpack the programs" dpkg-deb -x "$programs" "$work/place"
expect "and their scripts" dpkg-deb -e "$programs" "$work/scripts"
expect "unpack the client" dpkg-deb -x "$client" "$work/client"
for file in usr/bin/{yz,yinzheng-index,yinzheng-server} usr/share/yinzheng/{dict/jieba.dict.utf8,knowledge/names.model,yinzheng.binpb} \
  usr/share/man/man1/yz.1.gz usr/share/bash-completion/completions/yz usr/share/zsh/vendor-completions/_yz \
  usr/share/fish/vendor_completions.d/yz.fish usr/share/doc/yinzheng/{copyright,changelog.Debian.gz} etc/yinzheng/server.textproto \
  lib/systemd/system/yinzheng-server.service; do
  expect "$file" test -s "$work/place/$file"
done
for file in lib/libyinzheng-client.a lib/pkgconfig/yinzheng-client.pc lib/cmake/yinzheng-client/yinzheng-client-config.cmake \
  include/yinzheng/client/{client.h,testing/mock_connection.h} include/yinzheng/v1/fact_service.grpc.pb.h \
  share/doc/libyinzheng-client-dev/copyright; do
  expect "usr/$file" test -s "$work/client/usr/$file"
done
expect "no test is packed" same "$(find "$work/place" -name '*_test')" ""
expect "nothing of how the index is stored is in the client" same "$(find "$work/client/usr/include" -path '*store*')" ""
expect "the configuration is the operator's to change" same "$(cat "$work/scripts/conffiles")" /etc/yinzheng/server.textproto
for script in postinst prerm postrm; do
  expect "$script is a shell script" sh -n "$work/scripts/$script"
done
unit=$work/place/lib/systemd/system/yinzheng-server.service
expect "the unit starts what is packed" test -x "$work/place$(sed -nE 's/^ExecStart=([^ ]+).*/\1/p' "$unit")"
expect "with the configuration that is packed" test -f "$work/place$(sed -nE 's/^ExecStart=.*--config ([^ ]+).*/\1/p' "$unit")"
expect "the manual is one of yz" grep -q '^\.TH YZ 1' <(gzip -dc "$work/place/usr/share/man/man1/yz.1.gz")

# --- they run from there ---
placed=$work/place/usr/bin
expect "build" exits 0 "$placed/yinzheng-index" build --input "$sample" --index "$work/idx"
expect "ask, with a server of the package" exits 0 "$placed/yz" --index "$work/idx" ask 量子院有多少全职科研人员？
expect "is answered" printed 217
expect "the configuration is good" \
  exits 0 "$placed/yinzheng-server" --config "$work/place/etc/yinzheng/server.textproto" --index "$work/idx" --check-config

finish
