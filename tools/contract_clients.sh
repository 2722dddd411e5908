#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# contract_clients.sh BIN LANGUAGES: serves the sample corpus with the programs in BIN on a free port of this machine, and runs the contract suite of
# each client against it: clients/LANGUAGE/contract.sh ADDRESS CASES_DIR GOLDEN_DIR, and before it clients/LANGUAGE/test.sh where there is
# one. Behind it the quickstart of its README.md, as it stands there, has to print what stands there; it counts as one case.
# LANGUAGES: names with commas between, or `all`. What each prints goes to build/contract/LANGUAGE.log. A table closes the run, and
# one line `N passed, N failed`. Which languages are tested depends on what is installed here; one that is asked for by name has to run.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

bin=$1
known=(cpp python python-image node mcp go java)
out=build/contract
mkdir -p "$out"
chosen=("${known[@]}")
[ "$2" = all ] || IFS=, read -r -a chosen <<<"$2"

# script_of LANGUAGE: `python-image` is the Python client, generated from the committed image of the contract.
script_of() { echo "clients/${1%-image}/contract.sh"; }

# tools_of LANGUAGE: the programs that its scripts call.
tools_of() {
  case $1 in
    cpp) echo cmake c++ ;;
    python | python-image) echo python3 ;;
    node | mcp) echo node npm ;;
    go) echo go ;;
    java) echo java mvn ;;
    *) die "contract: unknown language $1 (${known[*]})" ;;
  esac
}

# missing_for LANGUAGE: why it cannot run here; nothing where it can.
missing_for() {
  local tool tools
  tools=$(tools_of "$1")
  [ -x "$(script_of "$1")" ] || { echo "no $(script_of "$1")"; return; }
  for tool in $tools; do
    command -v "$tool" >/dev/null || { echo "no $tool here"; return; }
  done
  case $1 in
    cpp) [ -f build/dev/CMakeCache.txt ] || echo "build/dev is not configured" ;;
    python*) python3 -c 'import ensurepip, venv' 2>/dev/null || echo "no venv module of python3 here" ;;
    node | mcp) node -e 'process.exit(Number(process.versions.node.split(".")[0] < 18))' || echo "node $(node --version) is older than 18" ;;
  esac
}

stop_server() {
  [ -z "${server:-}" ] && return
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
}
trap stop_server EXIT

# start_server: sets server and address. The log line that names the port is the sign that it listens.
start_server() {
  "$bin/yinzheng-index" build --input corpus/sample --metadata corpus/sample.metadata.jsonl --index "$out/index" >"$out/build.log" 2>&1 ||
    die "contract: the sample corpus could not be indexed; see $out/build.log"
  local line
  mkfifo "$out/server.pipe"
  "$bin/yinzheng-server" --index "$out/index" --listen 127.0.0.1:0 --set 'allow_operations: true' 2>"$out/server.pipe" &
  server=$!
  exec {log}<"$out/server.pipe"
  rm "$out/server.pipe"
  while read -r line <&"$log"; do
    printf '%s\n' "$line" >>"$out/server.log"
    [[ $line == *address=* ]] && break
  done
  address=$(sed -n 's/.*address=\([^ ]*\).*/\1/p' <<<"${line:-}")
  [ -n "$address" ] || die "contract: the server did not start; see $out/server.log"
  cat <&"$log" >>"$out/server.log" &
}

# fence_of FILE LANGUAGE: what its section Quickstart has in fences of that language.
fence_of() {
  awk -v fence="\`\`\`$2" '/^## / {here = $0 == "## Quickstart"} here && /^```/ {inside = $0 == fence; next} inside' "$1"
}

# has_quickstart LANGUAGE: that of C++ wants the client installed and is run by tests/e2e/client_package_test.sh.
has_quickstart() { [ "$1" != cpp ] && [ -f "clients/$1/README.md" ]; }

# quickstart_holds LANGUAGE: whether its quickstart, asking this server, prints what is shown under it.
quickstart_holds() {
  local page=clients/$1/README.md file=$out/$1.quickstart
  fence_of "$page" sh | sed "s/127\.0\.0\.1:50151/$address/g" >"$file.sh"
  fence_of "$page" text >"$file.shown"
  if [ ! -s "$file.sh" ] || [ ! -s "$file.shown" ]; then
    echo "$page has no quickstart"
    return 1
  fi
  cat "$file.sh"
  # Some build tools print escape codes for colours wherever they write.
  YINZHENG_ADDRESS=$address bash -euo pipefail "$file.sh" </dev/null | sed 's/\x1b\[[0-9;]*m//g' | tee "$file.printed" || return 1
  awk -f tests/e2e/documents/shown.awk "$file.shown" "$file.printed"
}

# run_client LANGUAGE: sets passed and failed. A run without the closing line has failed.
run_client() {
  local language=$1 file=$out/$1.log arguments=("$address" tests/contract/cases tests/contract/golden) tests status=0 closing
  tests=clients/$language/test.sh
  [ "$language" = python-image ] && arguments+=(proto/yinzheng.binpb)
  : >"$file"
  if [ -x "$tests" ]; then "$tests" >>"$file" 2>&1 </dev/null || status=$?; fi
  if [ "$status" -eq 0 ]; then
    "$(script_of "$language")" "${arguments[@]}" >>"$file" 2>&1 </dev/null || status=$?
  fi
  # Some build tools print escape codes for colours wherever they write.
  closing=$(sed 's/\x1b\[[0-9;]*m//g' "$file" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1) || true
  passed=${closing%% *}
  failed=${closing##*, }
  failed=${failed%% *}
  passed=${passed:-0}
  failed=${failed:-1}
  # Its own tests failed, or it stopped after the closing line.
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  if [ "$status" -eq 0 ] && has_quickstart "$language"; then
    if quickstart_holds "$language" >>"$file" 2>&1; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
  fi
  [ "$failed" -eq 0 ] || tail -n 40 "$file"
}

rm -f "$out"/server.pipe "$out"/server.log
for language in "${chosen[@]}"; do tools_of "$language" >/dev/null; done
start_server
say "Contract suite of the clients, server on $address"
rows=()
total_passed=0
total_failed=0
for language in "${chosen[@]}"; do
  reason=$(missing_for "$language")
  if [ -n "$reason" ]; then
    rows+=("$language"$'\t-\t-\t'"skipped: $reason")
    [ "$2" = all ] || total_failed=$((total_failed + 1))
    continue
  fi
  say "$language"
  started=$SECONDS
  run_client "$language"
  rows+=("$language"$'\t'"$passed"$'\t'"$failed"$'\t'"$((SECONDS - started)) s, $out/$language.log")
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
done

{ printf 'language\tpassed\tfailed\t\n'; printf '%s\n' "${rows[@]}"; } | awk -F'\t' '{printf "%-14s%8s%8s  %s\n", $1, $2, $3, $4}'
echo "$total_passed passed, $total_failed failed"
[ "$total_failed" -eq 0 ]
