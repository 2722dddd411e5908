// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CLAIM_READER_H_
#define YINZHENG_SERVICES_CHECK_CLAIM_READER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_extractor.h"
#include "indexer/store/entity_reader.h"
#include "services/check/claim.h"
#include "services/record/rewordings.h"

namespace yinzheng::services {

// Reads a text with the extractor that built the index, as if it were an article, and ties its
// names to the entities of the index. It judges nothing.
//
// Thread-safe; borrows extractor and rewordings.
class ClaimReader {
 public:
  ClaimReader(const knowledge::ArticleExtractor& extractor, const Rewordings& rewordings)
      : extractor_(extractor), rewordings_(rewordings) {}

  // `reference_date` is YYYY-MM-DD or empty. Claims come in the order of the text. Their facts have
  // one citation, whose article is none of the index.
  absl::StatusOr<std::vector<Claim>> Read(const std::string& text,
                                          const std::string& reference_date,
                                          const store::EntityReader& entities) const;

 private:
  const knowledge::ArticleExtractor& extractor_;
  const Rewordings& rewordings_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CLAIM_READER_H_
