// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/pack/pack_builder.h"

#include <utility>

#include "indexer/base/digest.h"
#include "indexer/knowledge/pack/pack_draft.h"

namespace yinzheng::knowledge {

PackContents BuildPack(const std::vector<PackFile>& files, const PropertyVocabulary& vocabulary,
                       PackErrors& errors) {
  PackDraft draft(vocabulary, errors);
  // Kind by kind rather than file by file: a file may refer to what a later one declares.
  for (const auto add : {AddEntities, AddSplits, AddMerges, AddCorrections, AddSuppressions,
                         AddRelations, AddFacts, AddFactEdits}) {
    for (const PackFile& file : files) add(file, draft);
  }
  for (const PackFile& file : files) {
    draft.contents.files.push_back({file.relative, base::Sha256Hex(file.contents)});
  }
  return std::move(draft.contents);
}

}  // namespace yinzheng::knowledge
