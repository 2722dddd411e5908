// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_edition.h"

#include <string_view>

#include "gtest/gtest.h"
#include "indexer/knowledge/names/name_text_fixture.h"

namespace yinzheng::knowledge {
namespace {

class NameEditionTest : public NameTextTest {
 protected:
  // The event 东湖论坛 of the text with its year and number.
  static std::string Edition(std::string_view utf8) {
    const std::u32string text = text::DecodeUtf8(utf8);
    const NameText name_text(text, shared_segmenter->Segment(text), *shared_lexicon);
    const auto begin = static_cast<uint32_t>(text.find(U"东湖论坛"));
    return text::EncodeUtf8(name_text.Slice(WithEdition(name_text, {begin, begin + 4})));
  }
};

TEST_F(NameEditionTest, YearsAndNumbersBelongToEvents) {
  const struct {
    const char* text;
    const char* event;
  } rows[] = {
      {"昨日2024东湖论坛开幕", "2024东湖论坛"},
      {"出席2023年东湖论坛的人", "2023年东湖论坛"},
      {"迎来第七届东湖论坛。", "第七届东湖论坛"},
      {"迎来2024年第12届东湖论坛。", "2024年第12届东湖论坛"},
      {"迎来第七届2024东湖论坛。", "第七届2024东湖论坛"},
      {"东湖论坛开幕", "东湖论坛"},
      {"12024东湖论坛", "东湖论坛"},
      {"首届东湖论坛", "东湖论坛"},
  };
  for (const auto& row : rows) EXPECT_EQ(Edition(row.text), row.event) << row.text;
}

TEST_F(NameEditionTest, EventsGoWithoutTheirEdition) {
  EXPECT_EQ(WithoutEdition(U"第七届东湖论坛"), U"东湖论坛");
  EXPECT_EQ(WithoutEdition(U"2024年第七届东湖论坛"), U"东湖论坛");
  EXPECT_EQ(WithoutEdition(U"2024东湖论坛"), U"东湖论坛");
  EXPECT_EQ(WithoutEdition(U"2024年度东湖论坛"), U"东湖论坛");
  EXPECT_EQ(WithoutEdition(U"第一财经论坛"), U"第一财经论坛");
  EXPECT_EQ(WithoutEdition(U"东湖论坛"), U"东湖论坛");
}

}  // namespace
}  // namespace yinzheng::knowledge
