// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATEMENT_CHECK_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATEMENT_CHECK_H_

#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/imported/found_facts.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/imported/imported_result.h"
#include "indexer/knowledge/imported/quote_place.h"
#include "indexer/knowledge/imported/stated_value.h"

namespace yinzheng::knowledge {

// Holds claims of other extractors against one article: the quote, the value, what it is stated
// of, when, how firmly and by whom, in this order. What stands is made a fact anew from the text;
// of the claim itself remain property, qualifiers and confidence. It cannot tell whether the
// property is the right word for what the quote says. Borrows everything. Not thread-safe.
class StatementCheck {
 public:
  StatementCheck(const Scene& scene, const std::vector<v1::Fact>& found);

  // The fact that one citation of `line` proves, with that citation; several readings where
  // entities are claimed by resource name. Refused (refusal.h) with the first thing that does not
  // stand.
  absl::StatusOr<std::vector<v1::Fact>> Check(const ImportedLine& line,
                                              const v1::Citation& citation) const;

 private:
  struct Place {
    text::Span body;     // of the quote
    text::Span reading;  // of the quote
    text::Span value;    // of the reading: where the value may stand
  };

  absl::StatusOr<std::vector<StatedValue>> FindValues(const ImportedLine& line,
                                                      const Place& place) const;
  absl::StatusOr<Place> FindPlace(const v1::Citation& citation) const;
  absl::Status AddReadings(const ImportedLine& line, const v1::Citation& citation,
                           const Place& place, const StatedValue& value,
                           std::vector<v1::Fact>& readings) const;
  absl::Status Cite(const v1::Citation& claim, const Place& place, text::Span value,
                    v1::Fact& fact) const;

  const Scene& scene_;
  const FoundFacts found_;
  const QuotePlaces quotes_;
};

// Checks every citation of `claims` that names the article of `scene`; `found` are the facts that
// rules found there. Safe on many threads.
std::vector<ImportedResult> CheckClaims(const Scene& scene, const ImportedFacts& claims,
                                        const std::vector<v1::Fact>& found);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATEMENT_CHECK_H_
