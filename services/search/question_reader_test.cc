// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/question_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using ::testing::ElementsAreArray;
using testing::StatusIs;

const QuestionReader& Reader() {
  static const auto* const kSegmenter = text::Segmenter::Create()->release();
  static const auto* const kReader = new QuestionReader(*QuestionReader::Create(*kSegmenter));
  return *kReader;
}

// An index that knows a few names, each found at its first place.
absl::StatusOr<std::vector<FoundName>> FindThem(std::u32string_view text) {
  std::vector<FoundName> names;
  for (const std::u32string_view known : {U"怀柔科学城", U"量子院", U"北京", U"条例"}) {
    const size_t at = text.find(known);
    if (at == std::u32string_view::npos) continue;
    const auto begin = static_cast<uint32_t>(at);
    FoundName& name = names.emplace_back();
    name.span = {begin, begin + static_cast<uint32_t>(known.size())};
    name.named.entity.set_name("entities/" + text::EncodeUtf8(known));
    name.named.entity.set_display_name(text::EncodeUtf8(known));
  }
  return names;
}

struct Row {
  std::string question;
  v1::QuestionType type;
  std::vector<std::string> subjects;
  std::string property;
  std::string time;
  std::string quotation;
};

class QuestionReaderTest : public ::testing::TestWithParam<Row> {};

TEST_P(QuestionReaderTest, TakesQuestionsApart) {
  const Row& row = GetParam();
  YZ_ASSERT_OK_AND_ASSIGN(const Question question,
                          Reader().Read(row.question, "2023-07-25", FindThem));
  EXPECT_EQ(v1::QuestionType_Name(question.type), v1::QuestionType_Name(row.type));
  std::vector<std::string> subjects;
  for (const v1::Entity& subject : question.subjects) subjects.push_back(subject.display_name());
  EXPECT_THAT(subjects, ElementsAreArray(row.subjects));
  EXPECT_EQ(question.property, row.property);
  EXPECT_EQ(question.time.has_value() ? question.time->edtf() : "", row.time);
  EXPECT_EQ(question.quotation, row.quotation);
}

INSTANTIATE_TEST_SUITE_P(
    Questions, QuestionReaderTest,
    ::testing::Values(
        Row{"量子院有多少全职科研人员？",
            v1::QUESTION_TYPE_HOW_MANY,
            {"量子院"},
            "全职科研人员",
            "",
            ""},
        Row{"量子院有多少全職科研人員？",
            v1::QUESTION_TYPE_HOW_MANY,
            {"量子院"},
            "全职科研人员",
            "",
            ""},
        Row{"怀柔科学城有多大", v1::QUESTION_TYPE_HOW_MANY, {"怀柔科学城"}, "面积", "", ""},
        Row{"量子院的产能有多大", v1::QUESTION_TYPE_HOW_MANY, {"量子院"}, "产能", "", ""},
        Row{"量子院在哪个区", v1::QUESTION_TYPE_WHERE, {"量子院"}, "", "", ""},
        Row{"量子院的论文登在哪本期刊上",
            v1::QUESTION_TYPE_WHICH,
            {"量子院"},
            "论文登在期刊上",
            "",
            ""},
        Row{"量子院的院长叫什么名字", v1::QUESTION_TYPE_WHO, {"量子院"}, "院长", "", ""},
        Row{"怀柔科学城有几家企业", v1::QUESTION_TYPE_HOW_MANY, {"怀柔科学城"}, "企业", "", ""},
        Row{"去年北京的技术合同成交额是多少？",
            v1::QUESTION_TYPE_HOW_MANY,
            {"北京"},
            "技术合同成交额",
            "2022",
            ""},
        Row{"量子院什么时候成立？", v1::QUESTION_TYPE_WHEN, {"量子院"}, "成立", "", ""},
        Row{"量子院的院长是谁", v1::QUESTION_TYPE_WHO, {"量子院"}, "院长", "", ""},
        Row{"谁说过“人才引进要量身定制”？",
            v1::QUESTION_TYPE_WHO,
            {},
            "",
            "",
            "人才引进要量身定制"},
        Row{"谁表示科研要开放共享？", v1::QUESTION_TYPE_WHO, {}, "", "", "科研要开放共享"},
        Row{"量子院在哪里？", v1::QUESTION_TYPE_WHERE, {"量子院"}, "", "", ""},
        Row{"2021年北京在创新指数中排名第几？",
            v1::QUESTION_TYPE_RANK,
            {"北京"},
            "创新指数中",
            "2021",
            ""},
        Row{"《条例》有哪些规定", v1::QUESTION_TYPE_WHICH, {"条例"}, "规定", "", ""},
        Row{"介绍一下北京", v1::QUESTION_TYPE_UNSPECIFIED, {"北京"}, "介绍一下", "", ""},
        Row{"？！", v1::QUESTION_TYPE_UNSPECIFIED, {}, "", "", ""}));

TEST(QuestionReaderErrorsTest, BadDatesAndTablesAreNamed) {
  EXPECT_THAT(Reader().Read("去年有多少", "去年", FindThem),
              StatusIs(absl::StatusCode::kInvalidArgument));
  QuestionTables::Texts words;
  words.words = "多少\tMANY\twhy\n";
  EXPECT_THAT(QuestionTables::Parse(words),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::HasSubstr("多少")));
  QuestionTables::Texts units;
  units.units = "面积\tarea\tsometimes\twhy\n";
  EXPECT_THAT(QuestionTables::Parse(units),
              StatusIs(absl::StatusCode::kInvalidArgument, ::testing::HasSubstr("面积")));
}

TEST(QuestionReaderUnitsTest, MeasureWordsAndTellingNounsNameTheUnit) {
  YZ_ASSERT_OK_AND_ASSIGN(Question question, Reader().Read("北京有多少家企业", "", FindThem));
  EXPECT_EQ(question.unit, "家");
  EXPECT_EQ(question.unit_group, "count");
  EXPECT_EQ(question.property, "企业");
  YZ_ASSERT_OK_AND_ASSIGN(question, Reader().Read("北京接待了多少人次", "", FindThem));
  EXPECT_EQ(question.unit, "人次") << "the longer measure word";
  YZ_ASSERT_OK_AND_ASSIGN(question, Reader().Read("量子院的面积是多少", "", FindThem));
  EXPECT_EQ(question.unit, "");
  EXPECT_EQ(question.unit_group, "area");
}

TEST(QuestionReaderUnitsTest, OtherWordsForTheSameAreNoted) {
  YZ_ASSERT_OK_AND_ASSIGN(const Question question,
                          Reader().Read("量子院什么时候动工", "", FindThem));
  ASSERT_FALSE(question.rewordings.empty());
  EXPECT_EQ(question.rewordings[0].word, "动工");
  EXPECT_THAT(question.rewordings[0].others, ::testing::Contains("开工"));
}

TEST(QuestionReaderUnitsTest, SpeakersAreAskedFor) {
  for (const std::string text : {"这话是谁讲的：科研要开放共享", "谁介绍说科研要开放共享"}) {
    YZ_ASSERT_OK_AND_ASSIGN(const Question question, Reader().Read(text, "", FindThem));
    EXPECT_TRUE(question.asks_speaker) << text;
    EXPECT_EQ(question.quotation, "科研要开放共享") << text;
  }
  YZ_ASSERT_OK_AND_ASSIGN(const Question question, Reader().Read("量子院的院长是谁", "", FindThem));
  EXPECT_FALSE(question.asks_speaker);
}

TEST(QuestionReaderErrorsTest, ErrorsOfTheIndexPass) {
  const auto broken = [](std::u32string_view) -> absl::StatusOr<std::vector<FoundName>> {
    return absl::DataLossError("entities are damaged");
  };
  EXPECT_THAT(Reader().Read("量子院在哪", "", broken), StatusIs(absl::StatusCode::kDataLoss));
}

}  // namespace
}  // namespace yinzheng::services
