// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Writers that begin with the documents of the last generation: they give what others give, and
// lose nothing that is published.

#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/generation_writer.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/faulting_file_system.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using store::testing::AddMentions;
using store::testing::FaultingFileSystem;
using store::testing::MakeArticle;
using store::testing::MakeEntity;
using store::testing::SharedAnalyzer;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;
using yinzheng::testing::TempDir;

// What is written: paragraphs of each article, by its name.
using Bodies = std::vector<std::pair<std::string, std::string>>;

struct Write {
  std::string directory = {};
  Bodies bodies = {};
  std::string alias = "甲院";
  std::string key = "key";
  base::FileSystem* files = nullptr;
  int64_t first_byte = 0;                        // Of every article in its file.
  std::map<std::string, std::string> days = {};  // Of publication, by article.
  size_t shards = 1;
  std::map<std::string, std::string> groups = {};  // Of reprints: leading article, by article.
  std::map<std::string, std::string> cited = {};   // Another article that its fact cites first.
};

v1::ArticleRecord Record(const Write& write, const std::string& name, const std::string& body) {
  v1::ArticleRecord record = MakeArticle(absl::StrCat("articles/", name), "题目", body);
  record.mutable_article()->mutable_source()->set_start_byte(write.first_byte);
  AddMentions(record, "entities/e", "甲研究院");
  if (const auto group = write.groups.find(name); group != write.groups.end()) {
    record.set_reprint_group(absl::StrCat("articles/", group->second));
  }
  if (const auto day = write.days.find(name); day != write.days.end()) {
    record.mutable_article()->mutable_published()->set_earliest(day->second);
    record.mutable_article()->mutable_published()->set_latest(day->second);
  }
  return record;
}

yinzheng::v1::Fact MakeFact(const Write& write, const std::string& article) {
  yinzheng::v1::Fact fact;
  fact.set_name(absl::StrCat("facts/of-", article));
  fact.mutable_subject()->set_entity("entities/e");
  fact.mutable_subject()->set_display_name("甲研究院");
  fact.set_property("人数");
  fact.set_text("三十");
  const auto cited = write.cited.find(article);
  fact.add_citations()->set_article(
      absl::StrCat("articles/", cited == write.cited.end() ? article : cited->second));
  return fact;
}

struct Written {
  absl::Status taken_up;
  std::string generation;
};

// Sets how many files this process may have open beside those that it has; undoes it at its end.
class FewMoreFiles {
 public:
  explicit FewMoreFiles(size_t more) {
    getrlimit(RLIMIT_NOFILE, &before_);
    const auto open = std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
    struct rlimit few = before_;
    few.rlim_cur = static_cast<rlim_t>(open) + more;
    setrlimit(RLIMIT_NOFILE, &few);
  }
  ~FewMoreFiles() { setrlimit(RLIMIT_NOFILE, &before_); }
  FewMoreFiles(const FewMoreFiles&) = delete;
  FewMoreFiles& operator=(const FewMoreFiles&) = delete;

 private:
  struct rlimit before_ = {};
};

// `more_files`: that may be opened while the last documents are taken up.
absl::StatusOr<Written> Publish(const Write& write, bool update, size_t more_files = 1000) {
  WriterOptions options;
  options.index_directory = write.directory;
  options.analyzer = &SharedAnalyzer();
  options.file_system = write.files;
  options.cache_key = write.key;
  options.shards = write.shards;
  YZ_ASSIGN_OR_RETURN(const std::unique_ptr<GenerationWriter> writer,
                      GenerationWriter::Create(options));
  Written written;
  if (update) {
    const FewMoreFiles limit(more_files);
    written.taken_up = writer->TakeUpLast();
  }
  YZ_RETURN_IF_ERROR(writer->AddEntity(
      MakeEntity("entities/e", "甲研究院", yinzheng::v1::ENTITY_TYPE_ORGANIZATION, {write.alias})));
  for (const auto& [name, body] : write.bodies) {
    YZ_RETURN_IF_ERROR(writer->AddArticle(Record(write, name, body)));
  }
  for (const auto& [name, body] : write.bodies) {
    YZ_RETURN_IF_ERROR(writer->AddFact(MakeFact(write, name)));
  }
  v1::Manifest partial;
  partial.set_builder_version("test");
  YZ_ASSIGN_OR_RETURN(written.generation, writer->Publish(partial));
  return written;
}

absl::StatusOr<std::shared_ptr<const IndexSnapshot>> OpenCurrent(const std::string& directory) {
  const GenerationDirectory generations(base::FileSystem::Real(), directory);
  YZ_ASSIGN_OR_RETURN(const std::string current, generations.Current());
  YZ_RETURN_IF_ERROR(generations.CheckFiles(current, /*checksums=*/true));
  SnapshotOptions options;
  options.directory = generations.PathOf(current);
  options.analyzer_fingerprint = SharedAnalyzer().Fingerprint();
  return IndexSnapshot::Open(options);
}

// Scores of a search that credits recent articles, counted from the last day of the index.
absl::StatusOr<std::vector<double>> FreshScores(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const auto snapshot, OpenCurrent(directory));
  YZ_ASSIGN_OR_RETURN(const auto compiler,
                      QueryCompiler::Create(SharedAnalyzer(), testing::SharedSegmenter()));
  PassageSearch search;
  search.query = compiler->Compile(ParseQuery("甲研究院"));
  search.freshness = {.half_life_days = 30, .reference_day = ""};
  search.page = {0, 10};
  YZ_ASSIGN_OR_RETURN(const SearchResults found, snapshot->passages().Search(search));
  std::vector<double> scores;
  for (const ArticleHit& hit : found.hits) scores.push_back(hit.score);
  return scores;
}

// Everything that is read back, article by article.
absl::StatusOr<std::vector<std::string>> Contents(const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const auto snapshot, OpenCurrent(directory));
  std::vector<std::string> all;
  YZ_RETURN_IF_ERROR(snapshot->articles().ForEach([&](const v1::ArticleRecord& record) {
    all.push_back(record.ShortDebugString());
    return absl::OkStatus();
  }));
  YZ_RETURN_IF_ERROR(snapshot->facts().ForEach([&](const yinzheng::v1::Fact& fact) {
    all.push_back(fact.ShortDebugString());
    return absl::OkStatus();
  }));
  return all;
}

// How many facts are found by a name of their subject.
absl::StatusOr<size_t> FactsOf(const std::string& directory, const std::string& name) {
  YZ_ASSIGN_OR_RETURN(const auto snapshot, OpenCurrent(directory));
  FactQuery query;
  query.subjects = {name};
  YZ_ASSIGN_OR_RETURN(const FoundFacts found, snapshot->facts().Search(query));
  return found.total;
}

const Bodies& First() {
  static const auto* const kBodies = new Bodies{
      {"a", "甲研究院有三十人。\n第二段。"}, {"b", "乙厂的话。"}, {"c", "甲研究院开会。"}};
  return *kBodies;
}

const Bodies& Second() {
  static const auto* const kBodies = new Bodies{{"d", "新来的文章。"},
                                                {"a", "甲研究院有四十人。\n第二段。\n又一段。"},
                                                {"c", "甲研究院开会。"}};
  return *kBodies;
}

class GenerationUpdateTest : public ::testing::Test {
 protected:
  // Builds First(), updates to `second`, and compares with a build of `second` alone.
  void ExpectSameAsBuild(Write second) {
    second.directory = Path("updated");
    ASSERT_THAT(Publish({.directory = second.directory, .bodies = First(), .shards = second.shards},
                        /*update=*/false),
                IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const Written updated, Publish(second, /*update=*/true));
    EXPECT_THAT(updated.taken_up, IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const auto after_update, Contents(second.directory));
    second.directory = Path("built");
    YZ_ASSERT_OK_AND_ASSIGN(const Written built, Publish(second, /*update=*/false));
    EXPECT_EQ(updated.generation, built.generation);
    YZ_ASSERT_OK_AND_ASSIGN(const auto after_build, Contents(second.directory));
    EXPECT_EQ(after_update, after_build);
  }

  std::string Path(const std::string& name) const { return (dir_.path() / name).string(); }

  TempDir dir_;
};

TEST_F(GenerationUpdateTest, ReplacesAddsAndRemoves) { ExpectSameAsBuild({.bodies = Second()}); }

TEST_F(GenerationUpdateTest, TakesLessTextAway) {
  ExpectSameAsBuild({.bodies = {{"a", "第二段。"}}});
}

TEST_F(GenerationUpdateTest, MovesArticlesInTheirFile) {
  ExpectSameAsBuild({.bodies = First(), .first_byte = 1000});
}

TEST_F(GenerationUpdateTest, FindsUnchangedFactsByNewNames) {
  ExpectSameAsBuild({.bodies = First(), .alias = "甲所"});
  EXPECT_EQ(FactsOf(Path("updated"), "甲所").value(), 3U);
  EXPECT_EQ(FactsOf(Path("updated"), "甲院").value(), 0U);
}

// One of the shards of each kind stays without documents now and then.
TEST_F(GenerationUpdateTest, ShardsAreUpdatedLikeOneDatabase) {
  for (const size_t shards : {size_t{2}, size_t{3}, size_t{8}}) {
    SCOPED_TRACE(shards);
    ExpectSameAsBuild({.bodies = Second(), .shards = shards});
    ExpectSameAsBuild({.bodies = First(), .first_byte = 1000, .shards = shards});
    std::filesystem::remove_all(Path("updated"));
    std::filesystem::remove_all(Path("built"));
  }
}

// The shard of an article is that of its group, and the shard of a fact that of what it cites.
TEST_F(GenerationUpdateTest, MovesToAnotherShard) {
  for (const std::string leader : {"b", "c", "d", "e", "f"}) {
    SCOPED_TRACE(leader);
    ExpectSameAsBuild({.bodies = First(),
                       .shards = 4,
                       .groups = {{"a", leader}, {"b", leader}},
                       .cited = {{"a", leader}}});
    EXPECT_EQ(FactsOf(Path("updated"), "甲研究院").value(), 3U);
  }
}

TEST_F(GenerationUpdateTest, AnotherNumberOfShardsIsWrittenAnew) {
  Write write{.directory = Path("idx"), .bodies = First()};
  YZ_ASSERT_OK_AND_ASSIGN(const Written one, Publish(write, /*update=*/false));
  YZ_ASSERT_OK_AND_ASSIGN(const auto contents, Contents(write.directory));
  for (const size_t shards : {size_t{4}, size_t{2}, size_t{1}}) {
    write.shards = shards;
    YZ_ASSERT_OK_AND_ASSIGN(const Written other, Publish(write, /*update=*/true));
    EXPECT_THAT(other.taken_up, StatusIs(absl::StatusCode::kFailedPrecondition));
    EXPECT_EQ(other.generation == one.generation, shards == 1);
    YZ_ASSERT_OK_AND_ASSIGN(const auto same, Contents(write.directory));
    EXPECT_EQ(same, contents);
  }
}

// The databases that a writer begins with are closed before those kept are opened, and begun again
// if these do not open.
TEST_F(GenerationUpdateTest, ManyShardsAreTakenUpWithFewFiles) {
  const Write write{.directory = Path("idx"), .bodies = First(), .shards = 16};
  YZ_ASSERT_OK_AND_ASSIGN(const Written built, Publish(write, /*update=*/false));
  for (const size_t more : {size_t{4}, size_t{80}}) {
    SCOPED_TRACE(more);
    YZ_ASSERT_OK_AND_ASSIGN(const Written updated,
                            Publish(write, /*update=*/true, /*more_files=*/more));
    EXPECT_EQ(updated.generation, built.generation);
    if (more == 80) {
      EXPECT_THAT(updated.taken_up, IsOk());
    }
  }
}

TEST_F(GenerationUpdateTest, GoesOnFromUpdates) {
  const std::string directory = Path("idx");
  ASSERT_THAT(Publish({.directory = directory, .bodies = First()}, /*update=*/false), IsOk());
  YZ_ASSERT_OK_AND_ASSIGN(const auto first, Contents(directory));
  for (int round = 0; round < 3; ++round) {
    YZ_ASSERT_OK_AND_ASSIGN(const Written second,
                            Publish({.directory = directory, .bodies = Second()}, /*update=*/true));
    EXPECT_THAT(second.taken_up, IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const Written again,
                            Publish({.directory = directory, .bodies = First()}, /*update=*/true));
    EXPECT_THAT(again.taken_up, IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const auto contents, Contents(directory));
    EXPECT_EQ(contents, first);
  }
}

TEST_F(GenerationUpdateTest, BeginsAnewWithoutASoundCache) {
  const Write write{.directory = Path("idx"), .bodies = First()};
  YZ_ASSERT_OK_AND_ASSIGN(const Written nothing, Publish(write, /*update=*/true));
  EXPECT_THAT(nothing.taken_up, StatusIs(absl::StatusCode::kNotFound));
  Write other = write;
  other.key = "another program";
  YZ_ASSERT_OK_AND_ASSIGN(const Written foreign, Publish(other, /*update=*/true));
  EXPECT_THAT(foreign.taken_up, StatusIs(absl::StatusCode::kFailedPrecondition));
  const std::string file = base::JoinPath(base::JoinPath(write.directory, kCacheDirectory),
                                          "documents/passages/postlist.glass");
  std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
  damaged.seekp(100);
  damaged.put('!');
  damaged.close();
  YZ_ASSERT_OK_AND_ASSIGN(const Written repaired, Publish(other, /*update=*/true));
  EXPECT_THAT(repaired.taken_up, StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(repaired.generation, nothing.generation);
  EXPECT_THAT(OpenCurrent(write.directory), IsOk());
}

TEST_F(GenerationUpdateTest, KeepsNothingWithoutAKey) {
  Write write{.directory = Path("idx"), .bodies = First(), .key = ""};
  YZ_ASSERT_OK_AND_ASSIGN(const Written written, Publish(write, /*update=*/true));
  EXPECT_THAT(written.taken_up, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_FALSE(base::FileSystem::Real().Exists(base::JoinPath(write.directory, kCacheDirectory)));
}

class GenerationUpdateDeath : public GenerationUpdateTest,
                              public ::testing::WithParamInterface<size_t> {};

INSTANTIATE_TEST_SUITE_P(Shards, GenerationUpdateDeath, ::testing::Values(1, 2),
                         [](const auto& instance) { return std::to_string(instance.param); });

// Dies at every change of the file system in turn.
TEST_P(GenerationUpdateDeath, LosesNothingPublishedAtAnyStep) {
  const size_t shards = GetParam();
  const Write first{.directory = Path("first"), .bodies = First(), .shards = shards};
  ASSERT_THAT(Publish(first, /*update=*/false), IsOk());
  std::filesystem::copy(first.directory, Path("counted"), std::filesystem::copy_options::recursive);
  FaultingFileSystem counting(0);
  Write second{
      .directory = Path("counted"), .bodies = Second(), .files = &counting, .shards = shards};
  YZ_ASSERT_OK_AND_ASSIGN(const Written whole, Publish(second, /*update=*/true));
  for (int step = 1; step <= counting.changes(); ++step) {
    TempDir dir;
    const std::string directory = (dir.path() / "idx").string();
    std::filesystem::copy(Path("first"), directory, std::filesystem::copy_options::recursive);
    FaultingFileSystem dying(step);
    Write dies{.directory = directory, .bodies = Second(), .files = &dying, .shards = shards};
    const absl::StatusOr<Written> result = Publish(dies, /*update=*/true);
    EXPECT_THAT(OpenCurrent(directory), IsOk()) << "step " << step;
    const GenerationDirectory generations(base::FileSystem::Real(), directory);
    YZ_ASSERT_OK_AND_ASSIGN(const std::string current, generations.Current());
    EXPECT_TRUE(!result.ok() || current == whole.generation) << "step " << step;
    // The next update works and leaves no rubbish; that it does is dear to find out.
    if (step % 4 != 0) continue;
    YZ_ASSERT_OK_AND_ASSIGN(
        const Written next,
        Publish({.directory = directory, .bodies = Second(), .shards = shards}, /*update=*/true));
    EXPECT_EQ(next.generation, whole.generation) << "step " << step;
    EXPECT_THAT(OpenCurrent(directory), IsOk()) << "step " << step;
    EXPECT_THAT(base::FileSystem::Real().List(directory).value(),
                ::testing::Not(::testing::Contains(::testing::StartsWith("tmp-"))));
  }
}

// A day that was misprinted must not make everything else old for ever.
TEST(GenerationUpdate, RecentIsCountedFromTheDaysThatAreThereNow) {
  const TempDir folder;
  Write write{.directory = (folder.path() / "updated").string(),
              .bodies = {{"a", "甲研究院成立。"}, {"b", "甲研究院迁址。"}},
              .days = {{"a", "2024-03-01"}, {"b", "2099-01-01"}}};
  ASSERT_THAT(Publish(write, /*update=*/false), IsOk());
  write.days["b"] = "2024-02-01";
  YZ_ASSERT_OK_AND_ASSIGN(const Written updated, Publish(write, /*update=*/true));
  ASSERT_THAT(updated.taken_up, IsOk());
  Write anew = write;
  anew.directory = (folder.path() / "built").string();
  ASSERT_THAT(Publish(anew, /*update=*/false), IsOk());
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<double> after_update, FreshScores(write.directory));
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<double> after_build, FreshScores(anew.directory));
  EXPECT_EQ(after_update, after_build);
  ASSERT_EQ(after_build.size(), 2U);
  EXPECT_GT(after_build[0], after_build[1]) << "the later one is credited more";
}

// What is kept was made by an analysis; another one must not take it up, whatever the program says.
TEST(GenerationUpdate, NothingIsTakenFromAnotherAnalysis) {
  const TempDir folder;
  const Write write{.directory = (folder.path() / "idx").string(), .bodies = {{"a", "甲研究院。"}}};
  ASSERT_THAT(Publish(write, /*update=*/false), IsOk());
  bool named = false;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(
           std::filesystem::path(write.directory) / kCacheDirectory)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string line;
    while (!named && std::getline(file, line)) {
      named = line.find(SharedAnalyzer().Fingerprint()) != std::string::npos;
    }
  }
  EXPECT_TRUE(named) << "the cache does not say of which analysis it is";
}

}  // namespace
}  // namespace yinzheng::store
