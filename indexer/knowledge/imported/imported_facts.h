// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORTED_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORTED_FACTS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// A facts file as it was opened and decompressed.
struct FactsFile {
  std::string path;  // as given to the build, for messages
  std::string name;  // its last part: what rules and manifests name
  std::string sha256;
  std::string contents;  // may be dropped once read
};

// One line of a facts file, or one fact of a knowledge pack.
struct ImportedLine {
  v1::Fact fact;        // as claimed; empty if `status` is not OK
  std::string place;    // path:line, for messages
  std::string rule;     // name:line, for Fact.rule
  absl::Status status;  // FORMAT and what is wrong, or OK
  v1::FactOrigin origin = v1::FACT_ORIGIN_IMPORTED;
  std::string anchor;  // of packs: the value as printed; `fact` then has none
  v1::FactKind kind = v1::FACT_KIND_UNSPECIFIED;  // what the anchor is; unset: as it is read
};

// The facts files of a build: what other extractors claim, by the articles that they cite. It holds
// claims, not facts: nothing here has been compared with an article (statement_check.h does that).
// Immutable and safe for concurrent use. About twice the size of the files.
class ImportedFacts {
 public:
  // A citation of a line: what is checked at a time.
  struct Use {
    uint32_t line = 0;      // index into lines()
    uint32_t citation = 0;  // index into its citations
  };

  // Reads the lines of `files`; blank ones are left out. `data_dir` holds the fact vocabulary.
  // What is wrong with a line is kept with it; errors are those of the vocabulary.
  static absl::StatusOr<std::shared_ptr<const ImportedFacts>> Read(std::vector<FactsFile> files,
                                                                   const std::string& data_dir);

  // The same of lines that were read elsewhere.
  explicit ImportedFacts(std::vector<ImportedLine> lines);

  const std::vector<ImportedLine>& lines() const { return lines_; }
  // Without their contents.
  const std::vector<FactsFile>& files() const { return files_; }

  // The citations that name an article so, in order of lines.
  absl::Span<const Use> Naming(const std::string& article) const;

 private:
  ImportedFacts() = default;
  void Add(ImportedLine line);

  std::vector<FactsFile> files_;
  std::vector<ImportedLine> lines_;
  absl::flat_hash_map<std::string, std::vector<Use>> by_article_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORTED_FACTS_H_
