// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_QUOTE_PLACE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_QUOTE_PLACE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_context.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::knowledge {

// Finds claimed quotes in the body of an article. A quote may leave out hard line breaks of the
// body; nothing else may differ: neither script nor width nor punctuation is folded, and a quote is
// never moved to words that are merely like it. Borrows the context. Linear to make; a search is
// linear in the body. Safe to share once made.
class QuotePlaces {
 public:
  explicit QuotePlaces(const ArticleContext& context);

  // Where the quote stands in the body: at its span if it has one, else where it stands once.
  // Refused as QUOTE (no such words, longer than kMaxCitationLength, or in a mask) or SPAN (the
  // words stand elsewhere or several times).
  absl::StatusOr<text::Span> Find(const v1::Citation& citation) const;

 private:
  absl::StatusOr<text::Span> AtSpan(const v1::TextSpan& span, std::u32string_view quote) const;
  absl::StatusOr<text::Span> Search(std::u32string_view quote) const;
  absl::Status NotFound(std::u32string_view quote) const;
  absl::Status CheckPlace(text::Span place) const;
  std::vector<text::Span> Occurrences(std::u32string_view quote) const;
  bool IsPrintedAt(text::Span place, std::u32string_view quote) const;

  const ArticleContext& context_;
  std::u32string flat_;            // the body without line breaks
  std::vector<uint32_t> in_body_;  // place in the body of each of its code points
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_QUOTE_PLACE_H_
