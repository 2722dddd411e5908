// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Numbers of a text as terms whose order is theirs, so that a range of numbers is a stretch of
// terms. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_NUMBER_KEY_H_
#define YINZHENG_INDEXER_STORE_NUMBER_KEY_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/decimal.h"
#include "indexer/text/span.h"

namespace yinzheng::store {

struct TextNumber {
  text::Decimal value;
  text::Span span;  // Of the text analysed.
};

// The numbers that a text states: amounts, percentages by their figure (60% is 60), ordinals. No
// parts of dates, of codes such as C919 or of longer numbers, and nothing of more than 15 digits,
// which counts nothing. In order.
std::vector<TextNumber> NumbersIn(const std::vector<text::IndexToken>& tokens);

// Two digits of magnitude and the significant digits: 28200 is "55282", 0 is "00". Ascending like
// the numbers; negative ones and those that no text states have none.
std::optional<std::string> NumberKey(const text::Decimal& number);

// The first three characters of a key: magnitude and first digit.
std::string_view DecadeOf(std::string_view key);

// What a key says.
text::Decimal NumberOfKey(std::string_view key);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_NUMBER_KEY_H_
