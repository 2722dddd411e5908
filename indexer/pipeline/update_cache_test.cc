// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The cache of analyses: what comes back is what was put in, for the article as it stands now, and
// nothing else ever comes back.

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/pipeline/analysis_cache.h"
#include "indexer/pipeline/cached_knowledge.h"
#include "indexer/pipeline/program_digest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::Pointee;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;
using yinzheng::testing::TempDir;

// An article whose body begins at `first` in a file with the digest `sha256`.
v1::Article MakeArticle(int64_t first, const std::string& sha256) {
  v1::Article article;
  article.set_name("articles/a");
  article.set_outlet("青州日报");
  article.set_body("青州港。");
  article.mutable_source()->set_path("r.jsonl");
  article.mutable_source()->set_record(3);
  article.mutable_source()->set_sha256(sha256);
  article.mutable_source()->set_start_byte(first);
  article.mutable_source()->set_end_byte(first + 12);
  return article;
}

store::v1::ArticleRecord MakeRecord(int64_t first, const std::string& sha256) {
  store::v1::ArticleRecord record;
  *record.mutable_article() = MakeArticle(first, sha256);
  store::v1::ByteRun& run = *record.add_byte_runs();
  run.set_length(4);
  run.set_width(3);
  run.set_start_byte(first);
  return record;
}

v1::SourceSpan Part(const v1::Article& article, int64_t begin, int64_t end) {
  v1::SourceSpan source = article.source();
  source.set_end_byte(source.start_byte() + end);
  source.set_start_byte(source.start_byte() + begin);
  return source;
}

// One of everything that an article gives.
ArticleAnalysis MakeAnalysis(const v1::Article& article) {
  ArticleAnalysis analysis;
  knowledge::ArticleKnowledge& found = analysis.knowledge;
  found.article = article.name();
  found.outlet = article.outlet();
  knowledge::LocalEntity entity;
  entity.type = v1::ENTITY_TYPE_FACILITY;
  entity.names.push_back({"青州港", v1::ALIAS_KIND_CANONICAL, {0, 3}, false, true, true});
  entity.rule = "facility-suffix";
  entity.identity = "青州港";
  entity.curated = true;
  found.entities.entities.push_back(entity);
  found.entities.mentions.push_back({{0, 3}, 0});
  v1::EntityAlias alias;
  alias.set_text("青州港");
  *alias.mutable_citation()->mutable_source() = Part(article, 0, 9);
  found.alias_citations = {alias, v1::EntityAlias()};
  v1::Mention mention;
  mention.set_article(article.name());
  mention.set_entity("#0");
  *mention.mutable_source() = Part(article, 0, 9);
  found.mentions.push_back(mention);
  knowledge::LocalDescription description;
  description.entity = 0;
  description.text = "港口";
  *description.citation.mutable_source() = Part(article, 3, 9);
  found.descriptions.push_back(description);
  v1::Fact fact;
  fact.set_property("吞吐量");
  *fact.add_citations()->mutable_source() = Part(article, 6, 12);
  found.facts.push_back(fact);
  found.rejected.push_back({article.name(), "rule", "reason"});
  analysis.sketch.shingles = {1, 5, 0xFFFFFFFF};
  analysis.sketch.thinning = 2;
  analysis.sketch.figures = {7};
  analysis.sketch.bands.back() = 9;
  return analysis;
}

void ExpectEqual(const ArticleAnalysis& a, const ArticleAnalysis& b) {
  const knowledge::ArticleKnowledge& one = a.knowledge;
  const knowledge::ArticleKnowledge& other = b.knowledge;
  EXPECT_EQ(one.article, other.article);
  EXPECT_EQ(one.outlet, other.outlet);
  ASSERT_EQ(one.entities.entities.size(), other.entities.entities.size());
  const knowledge::LocalEntity& entity = one.entities.entities[0];
  const knowledge::LocalEntity& same = other.entities.entities[0];
  EXPECT_EQ(entity.type, same.type);
  EXPECT_EQ(entity.rule, same.rule);
  EXPECT_EQ(entity.identity, same.identity);
  EXPECT_EQ(entity.curated, same.curated);
  ASSERT_EQ(entity.names.size(), same.names.size());
  EXPECT_EQ(entity.names[0].text, same.names[0].text);
  EXPECT_EQ(entity.names[0].kind, same.names[0].kind);
  EXPECT_EQ(entity.names[0].introduced, same.names[0].introduced);
  EXPECT_EQ(entity.names[0].document_scoped, same.names[0].document_scoped);
  EXPECT_EQ(entity.names[0].conditional, same.names[0].conditional);
  EXPECT_EQ(entity.names[0].from_pack, same.names[0].from_pack);
  ASSERT_EQ(one.entities.mentions.size(), other.entities.mentions.size());
  EXPECT_EQ(one.entities.mentions[0].span, other.entities.mentions[0].span);
  EXPECT_EQ(one.entities.mentions[0].entity, other.entities.mentions[0].entity);
  const auto expect_messages = [](const auto& left, const auto& right) {
    ASSERT_EQ(left.size(), right.size());
    for (size_t i = 0; i < left.size(); ++i) {
      EXPECT_EQ(left[i].DebugString(), right[i].DebugString());
    }
  };
  expect_messages(one.alias_citations, other.alias_citations);
  expect_messages(one.mentions, other.mentions);
  expect_messages(one.facts, other.facts);
  ASSERT_EQ(one.descriptions.size(), other.descriptions.size());
  EXPECT_EQ(one.descriptions[0].entity, other.descriptions[0].entity);
  EXPECT_EQ(one.descriptions[0].text, other.descriptions[0].text);
  EXPECT_EQ(one.descriptions[0].citation.DebugString(),
            other.descriptions[0].citation.DebugString());
  ASSERT_EQ(one.rejected.size(), other.rejected.size());
  EXPECT_EQ(one.rejected[0].article, other.rejected[0].article);
  EXPECT_EQ(one.rejected[0].rule, other.rejected[0].rule);
  EXPECT_EQ(one.rejected[0].reason, other.rejected[0].reason);
  EXPECT_EQ(a.sketch.shingles, b.sketch.shingles);
  EXPECT_EQ(a.sketch.thinning, b.sketch.thinning);
  EXPECT_EQ(a.sketch.figures, b.sketch.figures);
  EXPECT_EQ(a.sketch.bands, b.sketch.bands);
}

TEST(CachedKnowledge, ComesBackForTheArticleWhereItStandsNow) {
  const v1::Article before = MakeArticle(100, "one");
  const v1::Article after = MakeArticle(70, "two");
  const auto packed = PackAnalysis(MakeAnalysis(before), before);
  ASSERT_TRUE(packed.has_value());
  YZ_ASSERT_OK_AND_ASSIGN(const ArticleAnalysis same, UnpackAnalysis(*packed, before));
  ExpectEqual(same, MakeAnalysis(before));
  YZ_ASSERT_OK_AND_ASSIGN(const ArticleAnalysis moved, UnpackAnalysis(*packed, after));
  ExpectEqual(moved, MakeAnalysis(after));
}

TEST(CachedKnowledge, IsNotPackedIfItDependsOnMore) {
  const v1::Article article = MakeArticle(100, "one");
  ArticleAnalysis claimed = MakeAnalysis(article);
  claimed.knowledge.imported.emplace_back();
  EXPECT_FALSE(PackAnalysis(claimed, article).has_value());
  ArticleAnalysis edited = MakeAnalysis(article);
  edited.knowledge.edits.emplace_back();
  EXPECT_FALSE(PackAnalysis(edited, article).has_value());
  ArticleAnalysis elsewhere = MakeAnalysis(article);
  elsewhere.knowledge.mentions[0].mutable_source()->set_path("other");
  EXPECT_FALSE(PackAnalysis(elsewhere, article).has_value());
}

TEST(CachedKnowledge, RefusesWhatWasNotPacked) {
  const v1::Article article = MakeArticle(100, "one");
  const std::string packed = PackAnalysis(MakeAnalysis(article), article).value();
  EXPECT_THAT(UnpackAnalysis("", article), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(UnpackAnalysis(packed.substr(0, packed.size() / 2), article),
              StatusIs(absl::StatusCode::kDataLoss));
}

TEST(AnalysisKey, TellsArticlesApartAndNotTheirPlaces) {
  store::v1::ArticleRecord record = MakeRecord(100, "one");
  const std::string unchanged = record.SerializeAsString();
  const std::string key = AnalysisKey(record);
  EXPECT_EQ(record.SerializeAsString(), unchanged);
  store::v1::ArticleRecord moved = MakeRecord(70, "two");
  EXPECT_EQ(AnalysisKey(moved), key);
  store::v1::ArticleRecord other = MakeRecord(100, "one");
  other.mutable_article()->set_title("题");
  EXPECT_NE(AnalysisKey(other), key);
  // The same characters with other bytes, as by an escape.
  store::v1::ArticleRecord escaped = MakeRecord(100, "one");
  escaped.mutable_byte_runs(0)->set_width(6);
  EXPECT_NE(AnalysisKey(escaped), key);
}

TEST(AnalysisCache, HoldsWhatWasKeptAndNothingOlder) {
  TempDir dir;
  const std::string path = (dir.path() / "analyses").string();
  base::FileSystem& files = base::FileSystem::Real();
  AnalysisCache first;
  EXPECT_THAT(first.Load(files, path, "key"), StatusIs(absl::StatusCode::kNotFound));
  first.Keep("a", "analysis of a");
  first.Keep("b", "analysis of b");
  EXPECT_EQ(first.Find("a"), nullptr);
  ASSERT_THAT(first.Save(files, path, "key"), IsOk());
  AnalysisCache second;
  ASSERT_THAT(second.Load(files, path, "key"), IsOk());
  EXPECT_THAT(second.Find("a"), Pointee(std::string("analysis of a")));
  EXPECT_EQ(second.Find("c"), nullptr);
  second.Keep("a", *second.Find("a"));
  ASSERT_THAT(second.Save(files, path, "key"), IsOk());
  AnalysisCache third;
  ASSERT_THAT(third.Load(files, path, "key"), IsOk());
  EXPECT_NE(third.Find("a"), nullptr);
  EXPECT_EQ(third.Find("b"), nullptr);
}

TEST(AnalysisCache, IsEmptyForOthersAndIfDamaged) {
  TempDir dir;
  const std::string path = (dir.path() / "analyses").string();
  base::FileSystem& files = base::FileSystem::Real();
  AnalysisCache first;
  first.Keep("a", "analysis of a");
  ASSERT_THAT(first.Save(files, path, "key"), IsOk());
  AnalysisCache other;
  EXPECT_THAT(other.Load(files, path, "another"), StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_EQ(other.Find("a"), nullptr);
  YZ_ASSERT_OK_AND_ASSIGN(std::string bytes, files.ReadFile(path));
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  ASSERT_THAT(files.WriteFile(path, bytes), IsOk());
  AnalysisCache damaged;
  EXPECT_THAT(damaged.Load(files, path, "key"), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(damaged.Find("a"), nullptr);
}

TEST(DigestOfProgram, IsOneOfThisProgram) {
  YZ_ASSERT_OK_AND_ASSIGN(const std::string digest, DigestOfProgram(base::FileSystem::Real()));
  EXPECT_EQ(digest.size(), 64U);
  EXPECT_EQ(DigestOfProgram(base::FileSystem::Real()).value(), digest);
}

}  // namespace
}  // namespace yinzheng::indexer
