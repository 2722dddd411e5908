// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_QUOTE_MARKS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_QUOTE_MARKS_H_

#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// What stands between one pair of double quotation marks “ ”.
struct QuotedSpan {
  text::Span inner;  // without the marks
  text::Span outer;  // with them
  // Holds or ends in sentence punctuation, as spoken sentences do and names and catchwords do not.
  bool sentence_like = false;
};

// The outermost pairs inside `range`, in order. A mark without its partner is skipped.
std::vector<QuotedSpan> FindQuotedSpans(std::u32string_view reading, text::Span range);

// Whether a quotation or title mark inside `span` has its partner outside of it: a value cut so
// (《甲促进乙》 read as 促进乙》) begins or ends inside a name, and is none. Apostrophes between
// letters are no marks.
bool SplitsQuotation(std::u32string_view reading, text::Span span);

// `span` with the partners, right beside it, of marks inside: 创新链”的技术 is “创新链”的技术.
text::Span WithPartnerMarks(std::u32string_view reading, text::Span span);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_QUOTE_MARKS_H_
