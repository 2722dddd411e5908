// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_LEFT_CONTEXT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_LEFT_CONTEXT_H_

#include <cstdint>
#include <vector>

#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// What a word does in front of the ending of a name.
enum class PieceKind {
  kProper,    // a name of its own: 北京, 清华大学, “长安链”, an unknown word
  kHead,      // opens institutions' names: 国家, 国际
  kContent,   // says what the thing is about: 脑科学, 量子
  kGeneric,   // could stand in any name: 科技, 创新
  kModifier,  // describes and may be dropped at the front: 重大, 首个
  kJoin,      // 与, 和 inside a name
};

struct NamePiece {
  text::Span span;
  PieceKind kind = PieceKind::kContent;
  bool is_place = false;    // a proper piece that names a place
  bool is_verb = false;     // opens no name: 推进
  bool is_quoted = false;   // a proper piece in quotation marks
  bool is_unknown = false;  // a proper piece that only its being unknown makes proper
};

// The pieces that can belong to a name whose ending begins at `suffix_begin`, nearest first, up to
// the first word that no name contains. At most `max_pieces`. Joins (与, 和) are among them only
// where a piece stands on both sides. Cost: linear in the pieces.
std::vector<NamePiece> LeftContext(const NameText& text, uint32_t suffix_begin,
                                   size_t max_pieces = 14);

// The same before the legal form of a company (有限公司), where verbs can be brands (启明|光电).
std::vector<NamePiece> LeftContextOfCompany(const NameText& text, uint32_t suffix_begin);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_LEFT_CONTEXT_H_
