#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Yinzheng Authors
#
# train_names.sh DIR: makes indexer/knowledge/data/names.model anew from the annotated sets in DIR, which the repository does not hold
# (docs/recognition.md says which, from where and under which licences). Their checksums are looked at first: other data would make
# another model. Takes a minute; the same data and program give the same file.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.."
# shellcheck source=tools/lib.sh
source tools/lib.sh

[ $# -eq 1 ] || die "train_names: usage: tools/train_names.sh DIR"
[ -d "$1" ] || die "train_names: no such folder: $1"
sets=$(cd -- "$1" && pwd)
sums=$PWD/indexer/knowledge/training/sets.sha256
(cd -- "$sets" && sha256sum --check --quiet "$sums") || die "train_names: the sets in $sets are not those of $sums"

shared=$(shared_dir) || die "train_names: no folder ${YINZHENG_SHARED:-../shared} with the set that calibrates; set YINZHENG_SHARED"
# Only the half that may be tuned on.
calibration=(--calibration "$shared"/ner/peoplesdaily-dev.jsonl --calibration-lines 1159 --calibration-weight 1)

run_build dev train_names
build/dev/bin/train_names \
  --transcripts "$sets"/AISHELL-NER/data/aishell_ner_transcript.dev.txt \
  --transcripts "$sets"/AISHELL-NER/data/aishell_ner_transcript.test.txt \
  --sentences "$sets"/UNER_Chinese-GSDSIMP/zh_gsdsimp-ud-train.iob2 \
  --sentences "$sets"/UNER_Chinese-GSDSIMP/zh_gsdsimp-ud-dev.iob2 \
  --sentences "$sets"/UNER_Chinese-PUD/zh_pud-ud-test.iob2 \
  "${calibration[@]}" \
  --held-out "$sets"/UNER_Chinese-GSDSIMP/zh_gsdsimp-ud-test.iob2 \
  --model indexer/knowledge/data/names.model
