#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Copyright 2026 The Yinzheng Authors
#
# build.sh: installs what package-lock.json pins, writes src/generated from proto/, compiles into build/ and packs the package there.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"

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

node_modules/.bin/buf generate
# Callers need not know which file declares a message: one module has them all.
for file in src/generated/yinzheng/v1/*_pb.ts; do
  printf 'export * from "./yinzheng/v1/%s.js";\n' "$(basename -- "$file" .ts)"
done >src/generated/v1.ts
rm -rf build
node_modules/.bin/tsc
npm pack --silent --pack-destination build
