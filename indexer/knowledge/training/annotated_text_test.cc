// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/training/annotated_text.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> NamesOf(const AnnotatedText& text) {
  std::vector<std::string> names;
  for (const AnnotatedText::Name& name : text.names) {
    names.push_back(absl::StrCat(static_cast<int>(name.name_class), " ",
                                 text::EncodeUtf8(text::Slice(text.text, name.span))));
  }
  return names;
}

TEST(ReadTranscriptsTest, JoinsTheClausesOfASpeaker) {
  const auto texts = ReadTranscripts(
      "BAC009S0001W0001 [周文涛]昨天来到(武汉)\n"
      "BAC009S0001W0002 参观了<光电学院>\n"
      "BAC009S0001W0009 天气很好\n"
      "BAC009S0002W0010 大家都来了\n",
      4);
  ASSERT_TRUE(texts.ok()) << texts.status();
  ASSERT_EQ(texts->size(), 3U);
  EXPECT_EQ(text::EncodeUtf8((*texts)[0].text), "周文涛昨天来到武汉，参观了光电学院。");
  EXPECT_THAT(NamesOf((*texts)[0]), ElementsAre("0 周文涛", "1 武汉", "2 光电学院"));
}

TEST(ReadTranscriptsTest, NamesTheLineWithoutAMatch) {
  const auto texts = ReadTranscripts("BAC009S0001W0001 好\nBAC009S0001W0002 [周文涛\n", 4);
  ASSERT_FALSE(texts.ok());
  EXPECT_THAT(std::string(texts.status().message()), HasSubstr("line 2"));
}

TEST(ReadTokenSentencesTest, JoinsTokensToNames) {
  const auto texts = ReadTokenSentences(
      "# sent_id = 1\n# text = 约翰·史密斯住在New York。\n"
      "1\t约翰\tB-PER\t-\n2\t·\tI-PER\t-\n3\t史密斯\tI-PER\t-\n4\t住\tO\t-\n5\t在\tO\t-\n"
      "6\tNew\tB-LOC\t-\n7\tYork\tI-LOC\t-\n8\t。\tO\t-\n\n");
  ASSERT_TRUE(texts.ok()) << texts.status();
  ASSERT_EQ(texts->size(), 1U);
  EXPECT_THAT(NamesOf((*texts)[0]), ElementsAre("0 约翰·史密斯", "1 New York"));
}

TEST(ReadJsonLinesTest, ReadsAsManyLinesAsAsked) {
  constexpr char kLines[] = R"({"text":"王芳去了","entities":[{"start":0,"end":2,"type":"PER"}]})"
                            "\n"
                            R"({"text":"好","entities":[]})"
                            "\n{}\n";
  const auto texts = ReadJsonLines(kLines, 2);
  ASSERT_TRUE(texts.ok()) << texts.status();
  ASSERT_EQ(texts->size(), 2U);
  EXPECT_THAT(NamesOf((*texts)[0]), ElementsAre("0 王芳"));
  const auto wrong = ReadJsonLines(kLines, 3);
  ASSERT_FALSE(wrong.ok());
  EXPECT_THAT(std::string(wrong.status().message()), HasSubstr("line 3"));
}

TEST(ReadTokenSentencesTest, NamesTheLineOfAStrangeToken) {
  const auto texts = ReadTokenSentences("# text = 你好\n1\t再见\tO\t-\n");
  ASSERT_FALSE(texts.ok());
  EXPECT_THAT(std::string(texts.status().message()), HasSubstr("line 2"));
}

}  // namespace
}  // namespace yinzheng::knowledge
