// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/pinyin/object_literal.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::text::internal {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using yinzheng::testing::StatusIs;

TEST(ObjectLiteral, ReadsWordsAndLists) {
  YZ_ASSERT_OK_AND_ASSIGN(const auto entries, ParseObjectLiteral(R"(
import { x } from './y.mjs';
const map = {
    'lè yuè': ['乐', '樂'],
    // a comment: it ends here
    // and 'another'
    líng: [
        '〇',
        '伶',
    ],
    银行: "yín háng"
};
export { map as default };)"));
  ASSERT_THAT(entries, SizeIs(3));
  EXPECT_EQ(entries[0].key, "lè yuè");
  EXPECT_THAT(entries[0].values, ElementsAre("乐", "樂"));
  EXPECT_EQ(entries[1].key, "líng");
  EXPECT_THAT(entries[1].values, ElementsAre("〇", "伶"));
  EXPECT_THAT(entries[2].values, ElementsAre("yín háng"));
}

TEST(ObjectLiteral, RefusesWhatItDoesNotKnow) {
  for (const char* module :
       {"const map = {", "const map = { a }", "const map = { a: b c: d };",
        "const map = { a: ['b' };", "const map = { a: 'b };", "const map = { : 'b' };"}) {
    EXPECT_THAT(ParseObjectLiteral(module), StatusIs(absl::StatusCode::kDataLoss)) << module;
  }
  EXPECT_THAT(ParseObjectLiteral("export {}"),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("no object literal")));
}

}  // namespace
}  // namespace yinzheng::text::internal
