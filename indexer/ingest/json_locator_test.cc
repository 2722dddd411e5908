// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/json_locator.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using text::Span;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;

TEST(LocateString, AgreesWithTheParser) {
  for (const std::string json :
       {R"({"text":"青州"})",
        R"({ "id" : 7 , "text" : "a\"b\\c\/d\b\f\n\r\t" , "z":[1,{"text":"no"}]})",
        R"({"other":{"text":"inner"},"text":"outer"})",
        R"({"a":"}{][,","text":"\u9752州\ud840\udc00"})", R"({"text":"first","text":"last"})",
        R"({"text":""})", R"({"te\u0078t":"escaped key"})"}) {
    const std::string want = nlohmann::json::parse(json)["text"].get<std::string>();
    YZ_ASSERT_OK_AND_ASSIGN(const LocatedString found,
                            LocateString(text::DecodeUtf8(json), U"text"));
    EXPECT_EQ(text::EncodeUtf8(found.text), want) << json;
    EXPECT_EQ(found.spelled.size(), found.text.size());
  }
}

TEST(LocateString, SaysWhereEveryCharacterStands) {
  const std::u32string json = UR"({"text":"a\n\u5dde\ud840\udc00b"})";
  YZ_ASSERT_OK_AND_ASSIGN(const LocatedString found, LocateString(json, U"text"));
  EXPECT_EQ(found.text, U"a\n\u5dde\U00020000b");
  EXPECT_THAT(found.spelled,
              ElementsAre(Span{9, 10}, Span{10, 12}, Span{12, 18}, Span{18, 30}, Span{30, 31}));
}

TEST(LocateString, TellsWhatIsMissing) {
  EXPECT_THAT(LocateString(U"{}", U"text"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(LocateString(UR"({"text":7})", U"text"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(LocateString(UR"({"text":"a","text":null})", U"text"),
              StatusIs(absl::StatusCode::kNotFound));
  for (const std::u32string bad : {U"", U"[]", UR"({"text)", UR"({"text":"a)", UR"({"text":"\x"})",
                                   UR"({"text":"\u12"})", UR"({"text" "a"})"}) {
    EXPECT_THAT(LocateString(bad, U"text"), StatusIs(absl::StatusCode::kInvalidArgument))
        << text::EncodeUtf8(bad);
  }
}

TEST(DecodeJsonString, DecodesWhatIsCutAtBorders) {
  EXPECT_THAT(DecodeJsonString(UR"(青\u5dde\n)"), IsOkAndHolds(U"青州\n"));
  EXPECT_THAT(DecodeJsonString(UR"(a\u5d)"), StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(DecodeJsonString(UR"(a")"), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST(RepairLoneSurrogates, KeepsPairsAndLength) {
  std::u32string json = UR"({"text":"\ud840\udc00 \ud840 \udc00 \\ud840"})";
  const size_t size = json.size();
  EXPECT_EQ(RepairLoneSurrogates(json), 2u);
  EXPECT_EQ(json.size(), size);
  EXPECT_EQ(json, UR"({"text":"\ud840\udc00 \ufffd \ufffd \\ud840"})");
  EXPECT_TRUE(nlohmann::json::accept(text::EncodeUtf8(json)));
  EXPECT_EQ(RepairLoneSurrogates(json), 0u);
}

}  // namespace
}  // namespace yinzheng::ingest
