// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/shape_variants.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text {
namespace {

using yinzheng::testing::StatusIs;

TEST(ShapeVariants, KnowsBothSidesOfAGroup) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto shapes, ShapeVariants::Create());
  const struct {
    char32_t typed;
    char32_t meant;
  } rows[] = {{U'未', U'末'}, {U'末', U'未'}, {U'已', U'己'}, {U'巳', U'已'}, {U'土', U'士'},
              {U'揉', U'柔'}, {U'候', U'侯'}, {U'治', U'冶'}, {U'日', U'曰'}};
  for (const auto& row : rows) {
    EXPECT_NE(shapes->LikeOf(row.typed).find(row.meant), std::u32string_view::npos)
        << static_cast<uint32_t>(row.typed);
  }
  EXPECT_EQ(shapes->LikeOf(U'未').find(U'未'), std::u32string_view::npos);
  EXPECT_TRUE(shapes->LikeOf(U'a').empty());
}

TEST(ShapeVariants, AGroupIsTwoCharactersAndAReason) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto shapes, ShapeVariants::Parse("# c\n甲乙\tx\n甲丙\tx\n"));
  EXPECT_EQ(shapes->LikeOf(U'甲'), U"乙丙");
  for (const char* line : {"甲\tx", "甲乙", "甲乙\t", "甲乙\tx\ty"}) {
    EXPECT_THAT(ShapeVariants::Parse(line), StatusIs(absl::StatusCode::kDataLoss)) << line;
  }
}

}  // namespace
}  // namespace yinzheng::text
