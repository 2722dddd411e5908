// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_DRAFT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_DRAFT_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "indexer/knowledge/names/utf32_map.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/knowledge/pack/pack_errors.h"
#include "indexer/knowledge/pack/pack_file.h"
#include "indexer/knowledge/pack/property_vocabulary.h"

namespace yinzheng::knowledge {

// Which declaration a name belongs to.
struct PackClaim {
  enum class Kind : uint8_t { kEntity, kSplit };

  Kind kind = Kind::kEntity;
  uint32_t entity = 0;  // of kEntity: index into PackContents::entities
  PackPlace place;
};

// A pack that is being put together: its contents so far, whose each name is, and what was found to
// be wrong. Not thread-safe; lives during BuildPack.
class PackDraft {
 public:
  PackDraft(const PropertyVocabulary& vocabulary, PackErrors& errors)
      : vocabulary_(vocabulary), errors_(errors) {}

  const PropertyVocabulary& vocabulary() const { return vocabulary_; }
  void Error(const PackPlace& place, std::string_view message) { errors_.Add(place, message); }

  // The name as the reader of articles sees it. Empty, and an error, if it can be no name.
  std::u32string Name(const std::string& printed, const PackPlace& place);

  // The condition in the field `when` of `node`. Nothing, and an error, if it could never be told.
  std::optional<PackCondition> Condition(const pack::v1::PackCondition& condition,
                                         const PackNode& node);

  // Gives `name` to a declaration. False, and an error, if another one has it.
  bool Claim(const std::u32string& name, const PackClaim& claim);

  // Null if no entity or split has the name.
  const PackClaim* FindClaim(std::u32string_view name) const;

  // "北京大学", with its place, for messages about the claim.
  std::string Describe(const PackClaim& claim) const;

  PackContents contents;
  // Names that a merge or correction speaks of, and where.
  Utf32Map<PackPlace> merged;
  Utf32Map<PackPlace> corrected;
  // Relations so far: subject, property, entity, quote.
  std::set<std::tuple<std::u32string, std::string, std::u32string, std::string>> stated;

 private:
  std::vector<std::u32string> Words(const PackNode& node, std::string_view field,
                                    const google::protobuf::RepeatedPtrField<std::string>& words);

  const PropertyVocabulary& vocabulary_;
  PackErrors& errors_;
  Utf32Map<PackClaim> claims_;
};

// Text as the reader of articles sees it: Simplified, narrow, without outer spaces.
std::u32string AsRead(std::string_view utf8);

// `text` in quotation marks, as UTF-8, for messages.
std::string Quoted(std::u32string_view text);

// The parts of a file, each checked against what the draft holds already.
void AddEntities(const PackFile& file, PackDraft& draft);
void AddSplits(const PackFile& file, PackDraft& draft);
void AddMerges(const PackFile& file, PackDraft& draft);
void AddCorrections(const PackFile& file, PackDraft& draft);
void AddSuppressions(const PackFile& file, PackDraft& draft);
void AddRelations(const PackFile& file, PackDraft& draft);
void AddFacts(const PackFile& file, PackDraft& draft);
void AddFactEdits(const PackFile& file, PackDraft& draft);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_DRAFT_H_
