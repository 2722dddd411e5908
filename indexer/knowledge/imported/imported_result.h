// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORTED_RESULT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORTED_RESULT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// How a facts file names an article, surest first: where several articles answer to a name, those
// of the surest kind are meant.
enum class ArticleKey : uint8_t {
  kName,        // articles/{article}
  kExternalId,  // as in the input
  kPath,        // of its file
};

// What one article says to one citation of an imported fact.
struct ImportedResult {
  uint32_t line = 0;      // index into ImportedFacts::lines()
  uint32_t citation = 0;  // index into its citations
  ArticleKey key = ArticleKey::kName;
  absl::Status status;  // OK, or refused: see refusal.h
  // If OK: the fact as it was verified, with this citation alone and local entities. Several where
  // a resource name may mean one of several entities, which only the resolver can tell.
  std::vector<v1::Fact> readings;
};

// What became of one citation of an imported fact in the end.
struct ImportedOutcome {
  uint32_t line = 0;
  uint32_t citation = 0;
  absl::Status status;  // OK, or refused
};

// What one article says to one edit of a knowledge pack.
struct EditOutcome {
  uint32_t edit = 0;    // index into PackContents::fact_edits
  absl::Status status;  // OK; kNotFound: no such fact; or refused
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_IMPORTED_RESULT_H_
