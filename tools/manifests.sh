#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# manifests.sh [DIR]: renders DIR (default: deploy/kubernetes/base) with kustomize and holds every resource against the schemas of the oldest
# Kubernetes that its README permits and of the newest that the tool knows; fields that a schema does not have are errors. kustomize comes
# from the Go registry unless it is installed; the schemas and what reads them come from the Python registry, all below build/manifests.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

out=build/manifests
kustomize_version=v5.8.0
validate_version=1.37.0
kubernetes_versions=(1.27 1.37)

rendered=deploy/kubernetes/base
if [ $# -gt 0 ]; then rendered=$(cd -- "${YINZHENG_CALLER_DIR:-.}" && realpath -m -- "$1"); fi
[ -f "$rendered/kustomization.yaml" ] || die "manifests: there is no $rendered/kustomization.yaml"
mkdir -p "$out"
export PATH=$PWD/$out/bin:$PWD/$out/venv/bin:$PATH

if ! command -v kustomize >/dev/null; then
  command -v go >/dev/null || die "manifests: needs kustomize, or go to install it"
  say "kustomize $kustomize_version from the Go registry"
  GOBIN=$PWD/$out/bin go install "sigs.k8s.io/kustomize/kustomize/v5@$kustomize_version"
fi
if [ ! -x "$out/venv/bin/kubernetes-validate" ]; then
  python3 -c 'import ensurepip, venv' 2>/dev/null || die "manifests: needs python3 with its module venv"
  say "kubernetes-validate $validate_version from the Python registry"
  python3 -m venv "$out/venv"
  "$out/venv/bin/pip" install -q "kubernetes-validate==$validate_version"
fi

kustomize build "$rendered" >"$out/rendered.yaml"
# A check that lets everything pass would say the same as a good one.
sed 's/readOnlyRootFilesystem:/readOnlyRoot:/' "$out/rendered.yaml" >"$out/misspelt.yaml"
if kubernetes-validate --strict --quiet "$out/misspelt.yaml" >/dev/null 2>&1; then
  die "manifests: kubernetes-validate does not see a field that there is not"
fi

say "$(grep -c '^kind:' "$out/rendered.yaml") resources"
for version in "${kubernetes_versions[@]}"; do
  say "Kubernetes $version"
  kubernetes-validate --strict --kubernetes-version "$version" "$out/rendered.yaml"
done
