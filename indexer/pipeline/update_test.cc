// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// An update publishes what a build of the same input would: the same id, the same contents, the
// same answers in the same order, whatever was added, changed or removed before.

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/status_macros.h"
#include "indexer/pipeline/build.h"
#include "indexer/pipeline/verify.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/segmenter.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using yinzheng::testing::IsOk;
using yinzheng::testing::TempDir;

constexpr unsigned kSeed = 20260727;

// Texts of some sentences each, of invented places and institutions.
class Corpus {
 public:
  explicit Corpus(unsigned seed) : random_(seed) {}

  void Add() {
    const int number = next_++;
    articles_[Below(2) == 0 ? absl::StrFormat("m%03d", number) : absl::StrFormat("z%03d", number)] =
        Text();
  }
  void Change() {
    if (articles_.empty()) return;
    std::string& text = Any()->second;
    switch (Below(3)) {
      case 0:
        text += Sentence();
        break;
      case 1:
        text = absl::StrCat(Sentence(), "\n", text);
        break;
      default:
        text = Text();
    }
  }
  void Remove() {
    if (articles_.size() > 1) articles_.erase(Any());
  }
  // A reprint of another one.
  void Reprint() {
    const std::string text = absl::StrCat(Any()->second, Sentence());
    articles_[absl::StrFormat("r%03d", next_++)] = text;
  }
  void Edit() {
    switch (Below(4)) {
      case 0:
        return Add();
      case 1:
        return Remove();
      case 2:
        return Reprint();
      default:
        return Change();
    }
  }

  // Every second one as a record of one file, the others as files of their own.
  void WriteTo(const TempDir& dir) const {
    std::filesystem::remove_all(dir.path() / "in");
    std::string records;
    bool record = false;
    for (const auto& [id, text] : articles_) {
      record = !record;
      if (!record) {
        dir.Write(absl::StrCat("in/", id, ".txt"),
                  absl::StrCat("青州新闻", id, "\n2022-03-04 来源：青州日报\n", text, "\n"));
        continue;
      }
      std::string escaped;
      for (const char c : text) escaped += c == '\n' ? std::string("\\n") : std::string(1, c);
      absl::StrAppend(&records, R"({"id":")", id,
                      R"(","title":"青州要闻","published":"2022-05-06",)", R"("text":")", escaped,
                      "\"}\n");
    }
    dir.Write("in/records.jsonl", records);
  }

  size_t Below(size_t bound) { return random_() % bound; }

 private:
  std::map<std::string, std::string>::iterator Any() {
    return std::next(articles_.begin(), static_cast<std::ptrdiff_t>(Below(articles_.size())));
  }

  std::string Sentence() {
    static constexpr const char* kNames[] = {"青州生命科学园", "青州大学", "青州港",
                                             "云湖机器人公司"};
    const char* name = kNames[Below(std::size(kNames))];
    const size_t number = 2 + Below(900);
    switch (Below(4)) {
      case 0:
        return absl::StrCat(name, "2021年总收入达到", number, "亿元，同比增长", number % 30, "%。");
      case 1:
        return absl::StrCat(name, "位于青州市高新区，现有职工", number, "人。");
      case 2:
        return absl::StrCat("“明年再建", number, "座平台。”", name, "主任陈小明表示。");
      default:
        return absl::StrCat(name, "昨天举行开放日，参观者超过", number, "人。");
    }
  }

  std::string Text() {
    std::string text;
    for (size_t i = 0; i < 3 + Below(6); ++i) {
      text += Sentence();
      if (Below(3) == 0) text += '\n';
    }
    return text;
  }

  std::mt19937 random_;
  int next_ = 0;
  std::map<std::string, std::string> articles_;
};

class UpdateTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto segmenter = text::Segmenter::Create();
    ASSERT_THAT(segmenter, IsOk());
    suite_segmenter = segmenter->release();
    suite_analyzer = new text::Analyzer(*suite_segmenter);
    auto compiler = store::QueryCompiler::Create(*suite_analyzer, *suite_segmenter);
    ASSERT_THAT(compiler, IsOk());
    suite_compiler = compiler->release();
  }

  BuildOptions Options(const std::string& index, CacheUse cache, int jobs = 1) const {
    BuildOptions options;
    options.inputs = {(dir_.path() / "in").string()};
    options.index_directory = (dir_.path() / index).string();
    options.jobs = jobs;
    options.cache = cache;
    return options;
  }

  BuildReport Run(const std::string& index, CacheUse cache, int jobs = 1) const {
    const BuildResult result = BuildIndex(Options(index, cache, jobs), {});
    EXPECT_THAT(result.status, IsOk());
    return result.report;
  }

  // Everything that the current generation holds and answers.
  static absl::StatusOr<std::vector<std::string>> Contents(const std::string& index) {
    const store::GenerationDirectory generations(base::FileSystem::Real(), index);
    YZ_ASSIGN_OR_RETURN(const std::string current, generations.Current());
    YZ_ASSIGN_OR_RETURN(
        const auto snapshot,
        store::IndexSnapshot::Open({.directory = generations.PathOf(current),
                                    .analyzer_fingerprint = suite_analyzer->Fingerprint()}));
    std::vector<std::string> all;
    const auto add = [&](const auto& message) {
      all.push_back(message.ShortDebugString());
      return absl::OkStatus();
    };
    YZ_RETURN_IF_ERROR(snapshot->articles().ForEach(add));
    YZ_RETURN_IF_ERROR(snapshot->entities().ForEach(add));
    YZ_RETURN_IF_ERROR(snapshot->facts().ForEach(add));
    for (const char* query : {"青州大学", "机器人 收入", "\"开放日\"", "参观者 -职工", "2021年"}) {
      YZ_RETURN_IF_ERROR(AddPassages(*snapshot, query, all));
      YZ_RETURN_IF_ERROR(AddFacts(*snapshot, query, all));
    }
    return all;
  }

  static absl::Status AddPassages(const store::IndexSnapshot& snapshot, const std::string& query,
                                  std::vector<std::string>& all) {
    store::PassageSearch search;
    search.query = suite_compiler->Compile(store::ParseQuery(query));
    search.page.limit = 50;
    search.passages_per_article = 3;
    search.facets = {v1::FACET_FIELD_ENTITY, v1::FACET_FIELD_OUTLET};
    YZ_ASSIGN_OR_RETURN(const store::SearchResults results, snapshot.passages().Search(search));
    all.push_back(absl::StrCat(query, ": ", results.total_articles));
    for (const store::ArticleHit& hit : results.hits) {
      std::string line =
          absl::StrFormat("%s %a %d", hit.article.name(), hit.score, hit.reprint_count);
      for (const store::PassageHit& passage : hit.passages) {
        absl::StrAppend(&line, " ", passage.passage.name());
      }
      all.push_back(line);
    }
    return absl::OkStatus();
  }

  static absl::Status AddFacts(const store::IndexSnapshot& snapshot, const std::string& query,
                               std::vector<std::string>& all) {
    store::FactQuery search;
    search.text = suite_compiler->Compile(store::ParseQuery(query));
    search.page.limit = 50;
    search.count_limit = store::kCountAll;
    YZ_ASSIGN_OR_RETURN(const store::FoundFacts found, snapshot.facts().Search(search));
    all.push_back(absl::StrCat("facts of ", query, ": ", found.total));
    for (const store::FactHit& hit : found.items) {
      all.push_back(absl::StrFormat("%s %a", hit.fact.name(), hit.score));
    }
    return absl::OkStatus();
  }

  // Updates one index and builds another one of the same input.
  void ExpectUpdateEqualsBuild(int round, int jobs) {
    const std::string built = absl::StrCat("built-", round);
    const BuildReport update = Run("updated", CacheUse::kUpdate, jobs);
    const BuildReport build = Run(built, CacheUse::kNone);
    EXPECT_EQ(update.generation, build.generation);
    EXPECT_THAT(update.rejected, IsEmpty());
    EXPECT_THAT(update.cache, Not(HasSubstr("ignored")));
    YZ_ASSERT_OK_AND_ASSIGN(const auto after_update, Contents(Path("updated")));
    YZ_ASSERT_OK_AND_ASSIGN(const auto after_build, Contents(Path(built)));
    EXPECT_EQ(after_update, after_build);
  }

  std::string Path(const std::string& name) const { return (dir_.path() / name).string(); }

  static text::Segmenter* suite_segmenter;
  static text::Analyzer* suite_analyzer;
  static store::QueryCompiler* suite_compiler;

  TempDir dir_;
};

text::Segmenter* UpdateTest::suite_segmenter = nullptr;
text::Analyzer* UpdateTest::suite_analyzer = nullptr;
store::QueryCompiler* UpdateTest::suite_compiler = nullptr;

TEST_F(UpdateTest, EqualsABuildAfterAnyEdits) {
  SCOPED_TRACE(absl::StrCat("seed ", kSeed));
  Corpus corpus(kSeed);
  for (int i = 0; i < 24; ++i) corpus.Add();
  corpus.WriteTo(dir_);
  Run("updated", CacheUse::kFill);
  for (int round = 0; round < 5; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    const size_t edits = 1 + corpus.Below(4);
    for (size_t i = 0; i < edits; ++i) corpus.Edit();
    corpus.WriteTo(dir_);
    ExpectUpdateEqualsBuild(round, 1 + round % 3);
  }
  NoProgress progress;
  YZ_ASSERT_OK_AND_ASSIGN(const VerifyReport report,
                          VerifyIndex(base::FileSystem::Real(), Path("updated"), "", progress));
  EXPECT_TRUE(report.ok()) << report.ToString();
  EXPECT_EQ(report.citations, report.citations_in_input);
}

TEST_F(UpdateTest, SaysWhatItUsedAgain) {
  Corpus corpus(kSeed);
  for (int i = 0; i < 6; ++i) corpus.Add();
  corpus.WriteTo(dir_);
  EXPECT_THAT(Run("idx", CacheUse::kUpdate).cache, HasSubstr("0 of 6 analyses, no documents"));
  EXPECT_THAT(Run("idx", CacheUse::kUpdate).cache,
              HasSubstr("6 of 6 analyses, documents that did not change"));
  EXPECT_THAT(Run("idx", CacheUse::kFill).cache, IsEmpty());
}

TEST_F(UpdateTest, AnalysesAgainWhatPacksMayChange) {
  Corpus corpus(kSeed);
  for (int i = 0; i < 6; ++i) corpus.Add();
  corpus.WriteTo(dir_);
  Run("idx", CacheUse::kFill);
  BuildOptions options = Options("idx", CacheUse::kUpdate);
  options.knowledge = {
      dir_.Write("pack.textproto",
                 "entities { name: \"云湖机器人公司\" type: ENTITY_TYPE_ORGANIZATION }\n")
          .string()};
  const BuildResult update = BuildIndex(options, {});
  ASSERT_THAT(update.status, IsOk());
  EXPECT_THAT(update.report.cache, HasSubstr("0 of 6 analyses"));
  EXPECT_THAT(update.report.cache, HasSubstr("ignored"));
  options.index_directory = Path("built");
  options.cache = CacheUse::kNone;
  EXPECT_EQ(BuildIndex(options, {}).report.generation, update.report.generation);
}

TEST_F(UpdateTest, DoesWithoutADamagedCache) {
  Corpus corpus(kSeed);
  for (int i = 0; i < 6; ++i) corpus.Add();
  corpus.WriteTo(dir_);
  const std::string generation = Run("idx", CacheUse::kFill).generation;
  const std::filesystem::path cache =
      std::filesystem::path(Path("idx")) / std::string(store::kCacheDirectory);
  std::filesystem::resize_file(cache / "documents/facts/postlist.glass", 8192);
  const BuildReport documents = Run("idx", CacheUse::kUpdate);
  EXPECT_EQ(documents.generation, generation);
  EXPECT_THAT(documents.cache, HasSubstr("6 of 6 analyses, no documents"));
  std::ofstream(cache / "analyses", std::ios::binary | std::ios::app) << "x";
  const BuildReport analyses = Run("idx", CacheUse::kUpdate);
  EXPECT_EQ(analyses.generation, generation);
  EXPECT_THAT(analyses.cache, HasSubstr("0 of 6 analyses, no documents"));
  EXPECT_THAT(analyses.cache, HasSubstr("damaged"));
}

}  // namespace
}  // namespace yinzheng::indexer
