// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_key.h"

#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

TEST(PassageKey, IsFoldedAndHasNoFurniture) {
  const struct {
    const char* text;
    uint32_t begin;
    std::vector<text::Span> skipped;  // In the body.
    const char* want;
  } rows[] = {
      {"", 0, {}, ""},
      {"臺北 ＧＤＰ", 0, {}, "台北gdp"},
      {"产业\n园", 10, {{12, 13}}, "产业园"},        // A break that the print put into a word.
      {"产业园\n开工", 10, {}, "产业园\n开工"},      // One that ends a line stays.
      {"产业图为园区园", 10, {{12, 16}}, "产业园"},  // A caption.
      {"1,200亿，3", 0, {}, "1200亿,3"},
      {"一,2", 0, {}, "一,2"},
      {"1,2,3、4,000和5,", 0, {}, "123、4000和5,"},
      {"《湖“岸”》1，5", 0, {}, "湖岸15"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(text::EncodeUtf8(PassageKey(row.text, row.begin, row.skipped)), row.want);
  }
}

}  // namespace
}  // namespace yinzheng::store
