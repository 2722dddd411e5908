// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/knowledge_filter.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

// What the file says, and where: three bytes a character, one a digit and line feed.
constexpr char kContents[] = "园区\n有企业128家。\n";
constexpr char kArticle[] = "articles/1";

void SetSource(int64_t start, int64_t end, v1::SourceSpan* source) {
  source->set_path("a.txt");
  source->set_sha256(base::Sha256Hex(kContents));
  source->set_start_byte(start);
  source->set_end_byte(end);
}

void SetSpan(int32_t start, int32_t end, v1::TextSpan* span) {
  span->set_start(start);
  span->set_end(end);
}

v1::Citation Sound() {
  v1::Citation citation;
  citation.set_article(kArticle);
  citation.set_quote("企业128家");
  SetSpan(4, 10, citation.mutable_span());
  SetSource(10, 22, citation.mutable_source());
  return citation;
}

// Right in the body, wrong in the file.
v1::Citation OtherBytes() {
  v1::Citation citation = Sound();
  SetSource(7, 19, citation.mutable_source());
  return citation;
}

v1::Fact MakeFact(const std::string& name, const std::vector<v1::Citation>& citations) {
  v1::Fact fact;
  fact.set_name(name);
  for (const v1::Citation& citation : citations) *fact.add_citations() = citation;
  return fact;
}

v1::Mention MakeMention(const std::string& text) {
  v1::Mention mention;
  mention.set_text(text);
  SetSpan(0, 2, mention.mutable_span());
  return mention;
}

class KnowledgeFilterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("a.txt", kContents);
    store::v1::ArticleRecord& record = records_.emplace_back();
    v1::Article& article = *record.mutable_article();
    article.set_name(kArticle);
    article.set_body("园区\n有企业128家。");
    article.set_body_length(11);
    article.set_body_sha256(base::Sha256Hex(article.body()));
    article.set_extractor("text/1 utf-8");
    SetSource(0, 25, article.mutable_source());
  }

  absl::StatusOr<std::vector<std::string>> Filter() {
    InputCache inputs(base::FileSystem::Real(), {dir_.path().string()});
    return KeepVerified(records_, inputs, knowledge_);
  }

  TempDir dir_;
  std::vector<store::v1::ArticleRecord> records_;
  knowledge::Knowledge knowledge_;
};

TEST_F(KnowledgeFilterTest, KeepsWhatStandsInBodyAndFile) {
  knowledge_.facts = {MakeFact("facts/1", {Sound()})};
  knowledge_.mentions[kArticle] = {MakeMention("园区")};
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<std::string> lines, Filter());
  EXPECT_THAT(lines, IsEmpty());
  EXPECT_THAT(knowledge_.facts, SizeIs(1));
  EXPECT_THAT(knowledge_.mentions[kArticle], SizeIs(1));
}

TEST_F(KnowledgeFilterTest, RemovesWhatTheBytesOfTheFileDoNotSay) {
  knowledge_.facts = {MakeFact("facts/1", {OtherBytes()}),
                      MakeFact("facts/2", {OtherBytes(), Sound(), OtherBytes()}),
                      MakeFact("facts/3", {Sound()})};
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<std::string> lines, Filter());
  EXPECT_THAT(lines, ElementsAre(HasSubstr("facts/1"), HasSubstr("facts/2"), HasSubstr("facts/2")));
  ASSERT_THAT(knowledge_.facts, SizeIs(2));
  EXPECT_EQ(knowledge_.facts[0].name(), "facts/2");
  ASSERT_THAT(knowledge_.facts[0].citations(), SizeIs(1));
  EXPECT_EQ(knowledge_.facts[0].citations(0).source().start_byte(), 10);
}

TEST_F(KnowledgeFilterTest, RemovesAliasesDescriptionsAndMentionsWithoutTheirWords) {
  v1::Entity& entity = knowledge_.entities.emplace_back();
  entity.set_name("entities/1");
  entity.add_aliases()->set_text("企业");
  *entity.mutable_aliases(0)->mutable_citation() = OtherBytes();
  entity.add_aliases()->set_text("企业128家");
  *entity.mutable_aliases(1)->mutable_citation() = Sound();
  entity.set_description("企业128家");
  *entity.mutable_description_citation() = OtherBytes();
  knowledge_.mentions[kArticle] = {MakeMention("园里"), MakeMention("园区")};
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<std::string> lines, Filter());
  EXPECT_THAT(lines, SizeIs(3));
  ASSERT_THAT(entity.aliases(), SizeIs(1));
  EXPECT_EQ(entity.aliases(0).text(), "企业128家");
  EXPECT_EQ(entity.description(), "");
  EXPECT_FALSE(entity.has_description_citation());
  ASSERT_THAT(knowledge_.mentions[kArticle], SizeIs(1));
  EXPECT_EQ(knowledge_.mentions[kArticle][0].text(), "园区");
}

TEST_F(KnowledgeFilterTest, RemovesWhatCitesAnArticleThatIsNotThere) {
  v1::Citation citation = Sound();
  citation.set_article("articles/2");
  knowledge_.facts = {MakeFact("facts/1", {citation})};
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<std::string> lines, Filter());
  EXPECT_THAT(lines, ElementsAre(HasSubstr("no article articles/2")));
  EXPECT_THAT(knowledge_.facts, IsEmpty());
}

TEST_F(KnowledgeFilterTest, EndsTheBuildIfTheFileHasChanged) {
  knowledge_.facts = {MakeFact("facts/1", {Sound()})};
  dir_.Write("a.txt", "园区\n有企业129家。\n");
  EXPECT_THAT(Filter(), StatusIs(absl::StatusCode::kAborted, HasSubstr("a.txt")));
}

}  // namespace
}  // namespace yinzheng::indexer
