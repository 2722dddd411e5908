// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Numbers as dates use them, on normalised text (number_text.h). Internal to date*.cc.

#ifndef YINZHENG_INDEXER_TEXT_DATE_NUMBER_H_
#define YINZHENG_INDEXER_TEXT_DATE_NUMBER_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace yinzheng::text {

// A plain whole number: 12, 十二, 二〇二四, 两千零四. Nothing that is blurred, scaled or a pair.
struct SmallNumber {
  int value = 0;
  std::size_t end = 0;
  bool arabic = false;
  std::size_t size = 0;  // characters
};

// The number up to 9999 that starts at `position`.
std::optional<SmallNumber> ReadSmallNumber(std::u32string_view text, std::size_t position);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_DATE_NUMBER_H_
