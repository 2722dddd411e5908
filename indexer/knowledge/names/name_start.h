// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_START_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_START_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/knowledge/names/left_context.h"
#include "indexer/knowledge/names/name_lexicon.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// An ending of names (name_suffixes.tsv) found in a text. The rule is borrowed from the lexicon.
struct FoundSuffix {
  uint32_t begin = 0;
  uint32_t end = 0;
  const SuffixRule* rule = nullptr;
};

// What the pieces in front of an ending amount to once a beginning is chosen.
struct NameStart {
  uint32_t begin = 0;
  bool proper = false;
  bool unknown_only = false;  // proper only by an unknown word
  bool head = false;
  bool place = false;   // opens with a place
  bool quoted = false;  // holds a name in quotation marks
  size_t content_pieces = 0;
  size_t content_size = 0;
  size_t pieces = 0;
};

// Chooses where the name before an ending begins: at the outermost proper name or opener among the
// pieces, with the exceptions that kinds of names make (sites, districts, legal forms). Says
// nothing about whether it is a name at all.
NameStart ChooseStart(const NameText& text, const std::vector<NamePiece>& pieces,
                      const FoundSuffix& suffix);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_START_H_
