#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# build.sh: builds the Node.js client that this program is made of, installs what package-lock.json pins and compiles into build/.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
../node/build.sh

stamp=node_modules/.yinzheng-lock
want=$(sha256sum package-lock.json)
if ! [ -f "$stamp" ] || [ "$(cat "$stamp")" != "$want" ]; then
  # Node.js ships its own list of authorities; the machine's list also knows those that its administrator added.
  if [ -z "${NODE_EXTRA_CA_CERTS:-}" ] && [ -f /etc/ssl/certs/ca-certificates.crt ]; then
    export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
  fi
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
  printf '%s\n' "$want" >"$stamp"
fi

rm -rf build
node_modules/.bin/tsc
chmod +x build/src/main.js
