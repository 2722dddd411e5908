// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/facts_line.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/data_dir.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;

const PropertyVocabulary& TheVocabulary() {
  static const auto& vocabulary = *new PropertyVocabulary(
      *PropertyVocabulary::Load(absl::StrCat(*base::DataDir(), "/knowledge")));
  return vocabulary;
}

// A sound line but for `fields`, which replace its value.
std::string Line(const std::string& fields) {
  return absl::StrCat(R"({"subject":{"displayName":"东湖园"},"property":"企业数",)", fields,
                      R"(,"citations":[{"article":"a","quote":"东湖园有企业三家"}]})");
}

TEST(FactsLine, ReadsAFactAsItIsExported) {
  const auto fact = ReadFactLine(
      R"({"name":"facts/1","subject":{"entity":"entities/1","displayName":"東湖園"},"property":"總面積",)"
      R"("quantity":{"amount":"3.50","unit":"公頃","modifier":"MODIFIER_EXACT"},"confidence":0.5,)"
      R"("citations":[{"article":"a","span":{"start":1,"end":2},"quote":"x","source":{"startByte":"3"}}]})",
      TheVocabulary());
  ASSERT_THAT(fact, IsOk());
  EXPECT_EQ(fact->property(), "总面积");
  EXPECT_EQ(fact->property_id(), "total_area");
  EXPECT_EQ(fact->quantity().amount(), "3.50");
}

TEST(FactsLine, SaysWhatIsWrong) {
  const struct {
    std::string line;
    std::string reason;
  } cases[] = {
      {"{", "no yinzheng.v1.Fact"},
      {"[1]", "no yinzheng.v1.Fact"},
      {R"({"subject":{"displayName":"东湖园"},"value":3})", "value"},
      {R"({"property":"企业数","text":"x","citations":[{"article":"a","quote":"q"}]})",
       "no subject"},
      {R"({"subject":{"displayName":"甲"},"text":"x","citations":[{"article":"a","quote":"q"}]})",
       "no property"},
      {R"({"subject":{"displayName":"甲"},"property":"a\n\nb","text":"x"})",
       "no short noun phrase"},
      {Line(R"("modality":"MODALITY_PLANNED")"), "no value"},
      {Line(R"("modality":"SURE","text":"x")"), "modality"},
      {R"({"subject":{"displayName":"甲"},"property":"职务","text":"x"})", "no citations"},
      {R"({"subject":{"displayName":"甲"},"property":"职务","text":"x","citations":[{"quote":"q"}]})",
       "no article"},
      {R"({"subject":{"displayName":"甲"},"property":"职务","text":"x","citations":[{"article":"a"}]})",
       "no quote"},
      {Line(R"("quantity":{"amount":"2.8万"})"), "\"2.8万\" is no decimal number"},
      {Line(R"("quantity":{"amount":"1","upperAmount":"1e3"})"), "\"1e3\""},
      {Line(R"("date":{"edtf":"2023-13"})"), "\"2023-13\" is no EDTF date"},
      {Line(R"("text":"x","time":{"text":"去年"})"), "time.edtf"},
      {Line(R"("rank":{"rank":0})"), "rank.rank 0"},
      {Line(R"("entity":{})"), "neither entity nor displayName"},
      {Line(R"("text":"x","confidence":1.5)"), "confidence"},
      {Line(R"("text":"x","propertyId":"made_up")"), "not in the vocabulary"},
      {Line("\"text\":\"\xFF\""), "not UTF-8"},
      {std::string(kMaxFactLineBytes + 1, ' '), "more than the limit"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(ReadFactLine(c.line, TheVocabulary()).status(),
                StatusIs(absl::StatusCode::kInvalidArgument,
                         AllOf(StartsWith("FORMAT: "), HasSubstr(c.reason))))
        << c.line.substr(0, 200);
  }
}

TEST(FactsLine, ReasonsAreShortHoweverLongTheLine) {
  const std::string lengthy(5000, 'x');
  for (const std::string& line : {Line(absl::StrCat(R"("quantity":{"amount":")", lengthy, "\"}")),
                                  Line(absl::StrCat(R"("date":{"edtf":")", lengthy, "\"}")),
                                  Line(absl::StrCat(R"("text":"x","propertyId":")", lengthy, "\"")),
                                  Line(absl::StrCat("\"", lengthy, "\":1"))}) {
    const absl::Status status = ReadFactLine(line, TheVocabulary()).status();
    EXPECT_FALSE(status.ok());
    EXPECT_THAT(std::string(status.message()), Not(HasSubstr(std::string(121, 'x'))));
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
