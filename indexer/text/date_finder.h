// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_TEXT_DATE_FINDER_H_
#define YINZHENG_INDEXER_TEXT_DATE_FINDER_H_

#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::text {

// Where FindDates finds dates in text that NormalizeNumberText has seen, resolved or not: for
// quantity.cc, which must not count days. Words that only stand for the publication date (目前) are
// left out.
std::vector<Span> FindNormalizedDateSpans(std::u32string_view normalized);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_FINDER_H_
