// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_READING_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_READING_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/knowledge/names/document_names.h"
#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"
#include "indexer/knowledge/pack/knowledge_pack.h"

namespace yinzheng::knowledge {

// What the packs say of one text: where their names stand in it and what each means there. It is
// laid over the rules in three steps: candidates before names are chosen, joins once it is known
// which names mean the same, and a last look at what is mentioned. One meaning a name and text.
//
// Borrows pack and text; without a pack it does nothing. Read-only once made. Cost: one hash lookup
// a character, and a search of the text for each condition of a name that stands in it.
class PackReading {
 public:
  // `pack` may be null.
  PackReading(const KnowledgePack* pack, const NameText& text);

  // Takes suppressed candidates out and puts the pack's names in.
  void Amend(NameCandidates& candidates) const;

  // Makes names that the pack knows the same entity, and parts them from names it does not hold
  // together. What the text itself introduces (以下简称) stands. Sets types and identities.
  void Join(DocumentNames& names) const;

  // True if `name` may not be mentioned as an entity of `type`.
  bool Suppresses(std::u32string_view name, v1::EntityType type) const;

 private:
  // A name of the pack in the text.
  struct Place {
    text::Span span;
    const PackName* name = nullptr;
  };
  // What a name of the text is to become.
  struct Target {
    size_t name = 0;  // index into DocumentNames
    std::u32string identity;
    v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
    v1::AliasKind kind = v1::ALIAS_KIND_VARIANT;
    bool conditional = false;
  };

  void FindPlaces();
  void FindFreelyNamed();
  const PackSense* Decide(const PackName& name) const;
  bool Holds(const PackCondition& condition, uint32_t entity) const;
  const PackSense* SenseOf(const PackName& name) const;
  bool IsIntroduced(const EstablishedName& name) const;
  std::optional<Target> TargetOf(const DocumentNames& names, size_t index) const;
  void Retype(DocumentNames& names) const;
  static void JoinAll(const std::vector<Target>& same, DocumentNames& names);

  const KnowledgePack* pack_;
  const NameText& text_;
  std::vector<Place> places_;                                      // by begin, longer first
  absl::flat_hash_map<const PackName*, const PackSense*> senses_;  // null: none holds here
  std::vector<uint32_t> freely_named_;  // entities named without a condition, sorted
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_READING_H_
