// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The search terms of calendar dates, so that 2023年7月25日, 二〇二三年七月二十五日, 2023-07-25 and
// 2023/7/25 find each other. A part of the Analyzer; what dates mean, and all that depends on the
// day of publication, is date.h's business.

#ifndef YINZHENG_INDEXER_TEXT_DATE_TERMS_H_
#define YINZHENG_INDEXER_TEXT_DATE_TERMS_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::text::internal {

struct DateTerm {
  Span span;         // Code points of the key, 日 or 号 included.
  std::string term;  // 2023-07-25, 2023-07 or --07-25.
};

// A whole date gives three terms: of the day, of its month (over year and month) and of the day in
// any year (over month and day); a month, and a day without its year, give one. Years have four
// digits, from 1000 to 2999; days that no calendar has give nothing. In order of begin; they
// overlap. One pass over the key.
std::vector<DateTerm> FindDateTerms(std::u32string_view key);

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_DATE_TERMS_H_
