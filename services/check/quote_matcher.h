// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_QUOTE_MATCHER_H_
#define YINZHENG_SERVICES_CHECK_QUOTE_MATCHER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::services {

// Finds quoted words in a body. White space is looked over on both sides, since print breaks lines
// where it likes; nothing else is, but for what `folded` says. Pure functions; spans are code
// points of the body, outer white space left out.

// A place where the words stand.
struct QuotePlace {
  text::Span span;
  // False: character for character. True: after folding script, width, case and the shape of
  // quotation marks.
  bool folded = false;
};

// Every place where the words of `quote` stand in `body`, in order; those that stand character for
// character only, if there are any. Linear in both.
std::vector<QuotePlace> FindQuote(std::u32string_view body, std::u32string_view quote);

// The place in a text that comes nearest to a quotation.
struct NearQuote {
  text::Span span;
  double likeness = 0;  // 1 less the edit distance, as a share of the quotation's length
  std::vector<std::string> differences;  // one sentence each, at most kMaxDifferences
};
inline constexpr size_t kMaxDifferences = 10;

// The stretch of `body` with the smallest edit distance to `quote` (both folded); nullopt if even
// that is further than `least_likeness`. Time and memory grow with the product of both lengths:
// give it a passage, not a book.
std::optional<NearQuote> FindNearQuote(std::u32string_view body, std::u32string_view quote,
                                       double least_likeness);

// `quote` without white space and quotation marks around it.
std::u32string TrimQuote(std::u32string_view quote);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_QUOTE_MATCHER_H_
