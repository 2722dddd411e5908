// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_KNOWLEDGE_PACK_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_KNOWLEDGE_PACK_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "indexer/base/file_system.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/names/utf32_map.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::knowledge {

// All text is as the reader of articles sees it: Simplified, narrow forms; see text/reading.h.

// Which articles a name counts in; proto/yinzheng/pack/v1 says how it is read.
struct PackCondition {
  bool full_name = false;
  std::vector<std::u32string> words;
  std::vector<std::u32string> unless;
};

// An entity that the packs declare.
struct PackEntity {
  std::u32string name;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
};

// What a name of the packs may mean.
struct PackSense {
  uint32_t entity = 0;  // index into PackContents::entities
  v1::AliasKind kind = v1::ALIAS_KIND_CANONICAL;
  std::optional<PackCondition> when;  // none: everywhere
};

struct PackName {
  std::u32string text;
  std::vector<PackSense> senses;  // the first whose condition holds counts; one without comes last
};

// What becomes of an entity that extraction finds under a name: a merge or a correction.
struct PackAmendment {
  v1::EntityType found_type = v1::ENTITY_TYPE_UNSPECIFIED;  // only if it is; UNSPECIFIED: any
  std::u32string name;                                      // its full name; empty: it stays
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;        // UNSPECIFIED: it stays
};

// A statement to look for. Either `cues` or `quote` is set.
struct PackRelation {
  std::u32string subject;
  std::string property;
  std::u32string entity;
  std::vector<std::u32string> cues;
  std::string quote;  // as printed
  std::vector<std::string> notes;
  std::string rule;  // file:line, for Fact.rule
};

// A change to facts that are found in one article.
struct FactEdit {
  std::string article;   // its name or external id
  std::string subject;   // any of its names
  std::string property;  // wording or id; empty: any
  std::u32string value;  // its words
  bool suppress = false;
  std::string new_subject;   // empty: it stays
  std::string new_property;  // empty: it stays
  std::string new_property_id;
  std::vector<std::string> notes;
  std::string place;  // file:line:column, for messages
  std::string rule;   // file:line, for Fact.rule
};

// A file that was read.
struct PackDigest {
  std::string path;    // below the path given to the build
  std::string sha256;  // of its bytes
};

// What packs say once they are checked.
struct PackContents {
  std::vector<PackEntity> entities;
  std::vector<PackName> names;  // no text twice
  Utf32Map<std::vector<PackAmendment>> amendments;
  Utf32Map<std::vector<v1::EntityType>> suppressed;  // no types: any
  std::vector<PackRelation> relations;
  std::vector<ImportedLine> facts;
  std::vector<FactEdit> fact_edits;
  std::vector<PackDigest> files;
};

// The knowledge packs of a build: one dictionary of names, whatever the number of files, with what
// is to be amended and looked for. It reads no article itself; see pack_reading.h. Immutable and
// safe for concurrent use. About 200 bytes a name.
class KnowledgePack {
 public:
  // Reads and checks the files at `paths` (see ReadPackFiles). `data_dir` holds the fact
  // vocabulary. kInvalidArgument lists every error with file, line and column; kNotFound names the
  // path.
  static absl::StatusOr<std::shared_ptr<const KnowledgePack>> Load(
      const base::FileSystem& files, const std::vector<std::string>& paths,
      const std::string& data_dir);

  explicit KnowledgePack(PackContents contents);

  const PackContents& contents() const { return contents_; }

  // Indexes of the names that begin with these two characters, longest first.
  absl::Span<const uint32_t> NamesStarting(char32_t first, char32_t second) const;

  // The name with this text; null if the packs have none.
  const PackName* FindName(std::u32string_view text) const;

  // What becomes of the entity that is found under `name` with `type`; null: it stays.
  const PackAmendment* FindAmendment(std::u32string_view name, v1::EntityType type) const;

  // True if `name` is no name, or none of this type.
  bool Suppresses(std::u32string_view name, v1::EntityType type) const;

  // Indexes of the relations whose subject is called `name`.
  absl::Span<const uint32_t> RelationsOf(std::u32string_view name) const;

  // The facts of the packs, by the articles that they cite.
  const ImportedFacts& facts() const { return facts_; }

  // Indexes of the edits that name an article so.
  absl::Span<const uint32_t> EditsOf(const std::string& article) const;

 private:
  PackContents contents_;
  Utf32Map<uint32_t> by_text_;
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> by_start_;
  Utf32Map<std::vector<uint32_t>> by_subject_;
  ImportedFacts facts_;
  absl::flat_hash_map<std::string, std::vector<uint32_t>> edits_by_article_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_KNOWLEDGE_PACK_H_
