// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_DOCUMENT_NAMES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_DOCUMENT_NAMES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::knowledge {

// One name that is established for the text at hand.
struct EstablishedName {
  std::u32string text;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  int score = 0;
  std::string rule;
  text::Span first;  // its first place
  v1::AliasKind kind = v1::ALIAS_KIND_CANONICAL;
  bool document_scoped = false;
  bool in_places_only = false;           // where candidates have it, not wherever it stands
  std::optional<text::Span> introduced;  // the words that introduced it
  size_t full = 0;                       // index of the name it is short for; its own index if none
  // What a knowledge pack says, if it does: the name under which other texts know the entity (kept
  // with the full name), and that this name means it in some texts only.
  bool from_pack = false;
  std::u32string identity;
  bool conditional = false;
};

// The names of one text, each once, and which of them mean the same. A name found once is thereby
// known for the whole text. It knows nothing of other texts.
class DocumentNames {
 public:
  explicit DocumentNames(const NameText& text) : text_(text) {}

  // Adds a name, or raises the score of one that is there. Returns its index.
  size_t Add(std::u32string_view name, const NameCandidate& found);

  // Adds `name` as another name of `full`.
  size_t AddAlias(std::u32string_view name, size_t full, v1::AliasKind kind, text::Span introduced);

  // Makes `alias` another name of `full`; neither may be the other's full name already.
  void Join(size_t alias, size_t full, v1::AliasKind kind);

  // Index of a name; size() if it is not established.
  size_t Find(std::u32string_view name) const;
  // Index of the full name in the end: aliases of aliases are followed.
  size_t Root(size_t index) const;

  size_t size() const { return names_.size(); }
  const EstablishedName& operator[](size_t index) const { return names_[index]; }
  EstablishedName& operator[](size_t index) { return names_[index]; }

  // Adds a candidate for every place where an established name stands between word borders.
  void AddOccurrences(NameCandidates& out) const;

  // True if a name may stand at `span`: it cuts no Latin word, and no Chinese one that is longer
  // evidence than the name.
  bool StandsFree(text::Span span) const;

 private:
  const NameText& text_;
  std::vector<EstablishedName> names_;
  Utf32Map<size_t> index_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_DOCUMENT_NAMES_H_
