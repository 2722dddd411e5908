// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a writer promises: the same input gives the same generation, and whatever goes wrong, at
// whatever step, what was published before is still there and nothing half-made is.

#include "indexer/store/generation_writer.h"

#include <sys/resource.h>
#include <xapian.h>

#include <csignal>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/base/open_files.h"
#include "indexer/store/documents.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/testing/faulting_file_system.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/pinyin/pinyin_table.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using store::testing::FaultingFileSystem;
using store::testing::MakeArticle;
using store::testing::MakeEntity;
using store::testing::SharedAnalyzer;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using yinzheng::testing::IsOk;
using yinzheng::testing::IsOkAndHolds;
using yinzheng::testing::StatusIs;
using yinzheng::testing::TempDir;

struct BuildOptions {
  std::string directory;
  std::string body = "第一句话。";
  base::FileSystem* files = nullptr;
  const base::Clock* clock = nullptr;
  size_t shards = 1;
  int jobs = 1;
  bool ends_articles = false;
};

absl::StatusOr<std::string> Build(const BuildOptions& build) {
  WriterOptions options;
  options.index_directory = build.directory;
  options.analyzer = &SharedAnalyzer();
  options.file_system = build.files;
  options.clock = build.clock;
  options.shards = build.shards;
  options.jobs = build.jobs;
  absl::StatusOr<std::unique_ptr<GenerationWriter>> writer = GenerationWriter::Create(options);
  if (!writer.ok()) return writer.status();
  absl::Status status = (*writer)->AddEntity(
      MakeEntity("entities/e", "甲研究院", yinzheng::v1::ENTITY_TYPE_ORGANIZATION));
  if (status.ok()) status = (*writer)->AddArticle(MakeArticle("articles/a", "题", build.body));
  if (status.ok() && build.ends_articles) status = (*writer)->EndArticles();
  if (!status.ok()) return status;
  v1::Manifest partial;
  partial.set_builder_version("test");
  return (*writer)->Publish(partial);
}

// Everything that is suggested, as it stands there.
std::vector<std::string> Suggestions(const std::string& directory, const std::string& generation) {
  const GenerationDirectory generations(base::FileSystem::Real(), directory);
  const Xapian::Database database(generations.PathOf(generation) + "/suggestions");
  std::vector<std::string> found;
  for (Xapian::docid i = 1; i <= database.get_lastdocid(); ++i) {
    found.push_back(database.get_document(i).get_data());
  }
  return found;
}

absl::Status OpensCurrent(const std::string& directory) {
  const GenerationDirectory generations(base::FileSystem::Real(), directory);
  const absl::StatusOr<std::string> current = generations.Current();
  if (!current.ok()) return current.status();
  if (absl::Status status = generations.CheckFiles(*current, /*checksums=*/true); !status.ok()) {
    return status;
  }
  SnapshotOptions options;
  options.directory = generations.PathOf(*current);
  options.analyzer_fingerprint = SharedAnalyzer().Fingerprint();
  return IndexSnapshot::Open(options).status();
}

TEST(GenerationWriter, SameInputGivesSameGenerationWhateverTheTime) {
  TempDir first;
  TempDir second;
  base::FakeClock early(absl::FromUnixSeconds(1000));
  base::FakeClock late(absl::FromUnixSeconds(2000));
  YZ_ASSERT_OK_AND_ASSIGN(const std::string a, Build({.directory = first.path(), .clock = &early}));
  YZ_ASSERT_OK_AND_ASSIGN(const std::string b, Build({.directory = second.path(), .clock = &late}));
  EXPECT_EQ(a, b);
  YZ_ASSERT_OK_AND_ASSIGN(const std::string other,
                          Build({.directory = first.path(), .body = "另一句话。"}));
  EXPECT_NE(a, other);
  const GenerationDirectory generations(base::FileSystem::Real(), first.path());
  EXPECT_THAT(generations.Current(), IsOkAndHolds(other));
  YZ_ASSERT_OK_AND_ASSIGN(const v1::Manifest manifest, generations.ReadManifest(a));
  EXPECT_EQ(manifest.built().seconds(), 1000);
  EXPECT_EQ(manifest.analyzer(), SharedAnalyzer().Fingerprint());
  EXPECT_EQ(manifest.counts().articles(), 1);
}

TEST(GenerationWriter, SuggestionsWrittenBesideFactsAreTheSame) {
  TempDir first;
  YZ_ASSERT_OK_AND_ASSIGN(const std::string alone, Build({.directory = first.path()}));
  for (const int jobs : {1, 2}) {
    TempDir second;
    YZ_ASSERT_OK_AND_ASSIGN(
        const std::string beside,
        Build({.directory = second.path(), .jobs = jobs, .ends_articles = true}));
    EXPECT_EQ(beside, alone);
    EXPECT_EQ(Suggestions(second.path(), beside), Suggestions(first.path(), alone));
    EXPECT_THAT(Suggestions(second.path(), beside), Not(::testing::IsEmpty()));
  }
}

TEST(GenerationWriter, TakesFactsAloneAfterTheEndOfTheArticles) {
  for (const int jobs : {1, 2}) {
    const TempDir directory;
    WriterOptions options;
    options.index_directory = directory.path();
    options.analyzer = &SharedAnalyzer();
    options.jobs = jobs;
    YZ_ASSERT_OK_AND_ASSIGN(const auto writer, GenerationWriter::Create(options));
    YZ_ASSERT_OK(writer->EndArticles());
    YZ_ASSERT_OK(writer->EndArticles());
    EXPECT_THAT(writer->AddArticle(MakeArticle("articles/a", "题", "第一句话。")),
                StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("articles/a")));
    EXPECT_THAT(writer->AddEntity(
                    MakeEntity("entities/e", "甲研究院", yinzheng::v1::ENTITY_TYPE_ORGANIZATION)),
                StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("entities/e")));
    yinzheng::v1::Fact fact;
    fact.set_name("facts/f");
    YZ_EXPECT_OK(writer->AddFact(fact));
  }
}

TEST(GenerationWriter, ShardsAreListedWithWhatTheyHold) {
  const TempDir directory;
  YZ_ASSERT_OK_AND_ASSIGN(const std::string one, Build({.directory = directory.path()}));
  YZ_ASSERT_OK_AND_ASSIGN(
      const std::string three,
      Build({.directory = directory.path(), .body = "第一句话。", .shards = 3}));
  EXPECT_NE(one, three) << "another layout must not take the place of the first";
  const GenerationDirectory generations(base::FileSystem::Real(), directory.path());
  YZ_ASSERT_OK_AND_ASSIGN(const v1::Manifest whole, generations.ReadManifest(one));
  EXPECT_EQ(whole.shards_size(), 0);
  YZ_ASSERT_OK_AND_ASSIGN(const v1::Manifest manifest, generations.ReadManifest(three));
  EXPECT_EQ(manifest.format_version(), whole.format_version());
  ASSERT_EQ(manifest.shards_size(), 3);
  int64_t passages = 0;
  for (int i = 0; i < 3; ++i) {
    const v1::ManifestShard& shard = manifest.shards(i);
    EXPECT_EQ(shard.number(), i);
    passages += shard.passages();
    ASSERT_FALSE(shard.files().empty());
    EXPECT_THAT(shard.files(0).path(), HasSubstr(absl::StrCat("passages-", i, "/")));
    // Without it no document can be sent to another machine.
    std::string all;
    for (const v1::ManifestFile& file : shard.files()) absl::StrAppend(&all, file.path(), " ");
    EXPECT_THAT(all, HasSubstr(absl::StrCat("passages-", i, "/termlist.glass")));
  }
  EXPECT_EQ(passages, manifest.counts().passages());
  for (const v1::ManifestFile& file : manifest.files()) {
    EXPECT_THAT(file.path(), Not(HasSubstr("passages")));
    EXPECT_THAT(file.path(), Not(HasSubstr("facts")));
    EXPECT_THAT(file.path(), Not(HasSubstr("termlist")));
  }
  EXPECT_THAT(OpensCurrent(directory.path()), IsOk());
}

TEST(GenerationWriter, ThereAreOneToSixtyFourShards) {
  for (const size_t shards : {size_t{0}, size_t{65}}) {
    const TempDir directory;
    EXPECT_THAT(Build({.directory = directory.path(), .body = "话。", .shards = shards}),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("1 to 64")));
  }
  const TempDir directory;
  base::RaiseOpenFileLimit();
  EXPECT_THAT(Build({.directory = directory.path(), .body = "话。", .shards = 64}), IsOk());
  EXPECT_THAT(OpensCurrent(directory.path()), IsOk());
}

// What was published before there were shards keeps its id, and is published again under it.
TEST(GenerationWriter, OneShardLeavesIdManifestAndMetadataAsTheyWere) {
  const TempDir directory;
  YZ_ASSERT_OK_AND_ASSIGN(const std::string id, Build({.directory = directory.path()}));
  const GenerationDirectory generations(base::FileSystem::Real(), directory.path());
  YZ_ASSERT_OK_AND_ASSIGN(const v1::Manifest manifest, generations.ReadManifest(id));
  const auto said = [&](const std::string& database, const std::string& key) {
    return Xapian::Database(base::JoinPath(generations.PathOf(id), database)).get_metadata(key);
  };
  const std::string content = said("articles", "yinzheng.content");
  EXPECT_EQ(content, "64fbdc40f3a2b1d030603c672920b6a0b5da9c9e563722b645837334725f49c8");
  // The id has to follow the dictionaries, so that it cannot stand here itself.
  v1::Manifest told;
  told.set_format_version(4);
  told.set_analyzer(SharedAnalyzer().Fingerprint());
  told.set_builder_version("test");
  *told.mutable_counts() = manifest.counts();
  base::Sha256 digest;
  digest.UpdateField(content);
  digest.UpdateField(SerializeDeterministically(told));
  digest.UpdateField(text::PinyinTable::Default().fingerprint());
  EXPECT_EQ(id, digest.FinishHex().substr(0, 24));
  EXPECT_EQ(manifest.shards_size(), 0);
  std::set<std::string> databases;
  for (const v1::ManifestFile& file : manifest.files()) {
    databases.insert(file.path().substr(0, file.path().find('/')));
  }
  EXPECT_THAT(databases, ElementsAre("articles", "entities", "facts", "passages", "suggestions"));
  for (const std::string& database : databases) EXPECT_EQ(said(database, "yinzheng.shard"), "");
}

class GenerationWriterDeath : public ::testing::TestWithParam<size_t> {};

INSTANTIATE_TEST_SUITE_P(Shards, GenerationWriterDeath, ::testing::Values(1, 2),
                         [](const auto& instance) { return std::to_string(instance.param); });

// Dies at every change of the file system in turn.
TEST_P(GenerationWriterDeath, LosesNothingPublishedAtAnyStep) {
  const size_t shards = GetParam();
  FaultingFileSystem counting(0);
  {
    TempDir directory;
    ASSERT_THAT(Build({.directory = directory.path(), .shards = shards}), IsOk());
    ASSERT_THAT(Build({.directory = directory.path(),
                       .body = "后来的话。",
                       .files = &counting,
                       .shards = shards}),
                IsOk());
  }
  ASSERT_GT(counting.changes(), 10);
  for (int step = 1; step <= counting.changes(); ++step) {
    TempDir directory;
    YZ_ASSERT_OK_AND_ASSIGN(const std::string before,
                            Build({.directory = directory.path(), .shards = shards}));
    FaultingFileSystem dying(step);
    const absl::StatusOr<std::string> result = Build(
        {.directory = directory.path(), .body = "后来的话。", .files = &dying, .shards = shards});
    EXPECT_THAT(OpensCurrent(directory.path()), IsOk()) << "step " << step;
    const GenerationDirectory generations(base::FileSystem::Real(), directory.path());
    YZ_ASSERT_OK_AND_ASSIGN(const std::string current, generations.Current());
    // Only the steps after CURRENT was replaced may fail with the new generation in place; cleaning
    // up may fail after success.
    EXPECT_TRUE(current != before || !result.ok()) << "step " << step;
    // The next build works and leaves no rubbish.
    ASSERT_THAT(Build({.directory = directory.path(), .body = "再后来的话。", .shards = shards}),
                IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const auto names, base::FileSystem::Real().List(directory.path()));
    for (const std::string& name : names) EXPECT_NE(name.substr(0, 4), "tmp-") << "step " << step;
  }
}

// Xapian writes its own files: a limit on their size makes it fail as a full disk does.
TEST(GenerationWriter, FullDiskIsSaidAndPublishesNothing) {
  TempDir directory;
  YZ_ASSERT_OK_AND_ASSIGN(const std::string before, Build({.directory = directory.path()}));
  struct rlimit old_limit;
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old_limit), 0);
  const auto old_handler = std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit limit = old_limit;
  limit.rlim_cur = 30000;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &limit), 0);
  std::string body;
  for (int i = 0; i < 3000; ++i) absl::StrAppend(&body, "第", i * 7919, "号文件说明情况。\n");
  const absl::StatusOr<std::string> result = Build({.directory = directory.path(), .body = body});
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &old_limit), 0);
  std::signal(SIGXFSZ, old_handler);
  EXPECT_THAT(result, StatusIs(absl::StatusCode::kResourceExhausted));
  const GenerationDirectory generations(base::FileSystem::Real(), directory.path());
  EXPECT_THAT(generations.Current(), IsOkAndHolds(before));
  EXPECT_THAT(OpensCurrent(directory.path()), IsOk());
}

class WriterInput : public ::testing::Test {
 protected:
  void SetUp() override {
    WriterOptions options;
    options.index_directory = directory_.path();
    options.analyzer = &SharedAnalyzer();
    absl::StatusOr<std::unique_ptr<GenerationWriter>> writer = GenerationWriter::Create(options);
    ASSERT_THAT(writer, IsOk());
    writer_ = *std::move(writer);
  }

  TempDir directory_;
  std::unique_ptr<GenerationWriter> writer_;
};

TEST_F(WriterInput, SecondWriterIsRefused) {
  EXPECT_THAT(Build({.directory = directory_.path()}),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("another program")));
}

TEST_F(WriterInput, NamesMustBeNamesAndNew) {
  EXPECT_THAT(writer_->AddArticle(MakeArticle("a", "题", "话。")),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("\"a\"")));
  ASSERT_THAT(writer_->AddArticle(MakeArticle("articles/a", "题", "话。")), IsOk());
  EXPECT_THAT(writer_->AddArticle(MakeArticle("articles/a", "题", "话。")),
              StatusIs(absl::StatusCode::kAlreadyExists, HasSubstr("articles/a")));
  yinzheng::v1::Fact fact;
  EXPECT_THAT(writer_->AddFact(fact), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(WriterInput, SpansMustLieInTheBody) {
  v1::ArticleRecord record = MakeArticle("articles/a", "题", "话。");
  record.mutable_passages(0)->set_end(3);
  EXPECT_THAT(writer_->AddArticle(record),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("0..3")));
  record = MakeArticle("articles/a", "题", "话。");
  yinzheng::v1::Mention& mention = *record.add_mentions();
  mention.set_entity("entities/e");
  mention.mutable_span()->set_start(-1);
  EXPECT_THAT(writer_->AddArticle(record), StatusIs(absl::StatusCode::kInvalidArgument));
}

TEST_F(WriterInput, AnEmptyIndexIsAnIndex) {
  ASSERT_THAT(writer_->Publish(v1::Manifest()), IsOk());
  EXPECT_THAT(OpensCurrent(directory_.path()), IsOk());
}

}  // namespace
}  // namespace yinzheng::store
