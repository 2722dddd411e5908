#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# setup.sh [check|containers]: installs what the build needs, and with `check` what ./dev check needs too. With `containers` it installs what
# builds and runs container images, which needs none of the others.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

wanted_packages() {
  awk -v scope="$1" '!/^#/ && NF && ($2 == scope || ($2 == "build" && scope != "containers")) {print $1}' tools/debian-packages.txt
  # Debian's npm, unless another Node.js brought its own.
  [ "$1" = containers ] || command -v npm >/dev/null || echo npm
}

missing_packages() {
  local package
  for package in $(wanted_packages "$1"); do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "installing packages needs root or sudo; as root, run: $*"
  fi
}

install_debian_packages() {
  command -v apt-get >/dev/null || die "no apt-get here: install the packages of tools/debian-packages.txt by hand"
  local packages
  mapfile -t packages < <(missing_packages "$1")
  [ ${#packages[@]} -eq 0 ] && return
  say "Installing ${#packages[@]} Debian packages: ${packages[*]}"
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${packages[@]}" </dev/null
}

# Nothing is run from what is installed: the packages are headers, dictionaries, protos and one checked binary (buf).
install_node_packages() {
  local stamp=node_modules/.yinzheng-lock want
  want=$(sha256sum package-lock.json)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$want" ] && return
  say "Installing what package-lock.json pins"
  # Node.js ships its own list of authorities; the machine's list also knows those that its administrator added.
  if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
  fi
  npm ci --ignore-scripts --loglevel=error </dev/null
  printf '%s\n' "$want" >"$stamp"
}

install_debian_packages "${1:-build}"
[ "${1:-}" = containers ] || install_node_packages
