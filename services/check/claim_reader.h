// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CLAIM_READER_H_
#define YINZHENG_SERVICES_CHECK_CLAIM_READER_H_

#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/store/entity_reader.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::services {

// A statement found in a text that is to be checked.
struct Claim {
  v1::TextSpan span;  // in the text
  v1::Fact fact;      // subject and other entities are entities of the index where they are known
};

// Reads a text with the extractor that built the index, as if it were an article, and ties its
// names to the entities of the index. It judges nothing.
//
// Thread-safe; borrows the extractor.
class ClaimReader {
 public:
  explicit ClaimReader(const knowledge::ArticleExtractor& extractor) : extractor_(extractor) {}

  // `reference_date` is YYYY-MM-DD or empty. Claims come in the order of the text. Their facts have
  // one citation, whose article is none of the index.
  absl::StatusOr<std::vector<Claim>> Read(const std::string& text,
                                          const std::string& reference_date,
                                          const store::EntityReader& entities) const;

 private:
  const knowledge::ArticleExtractor& extractor_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CLAIM_READER_H_
