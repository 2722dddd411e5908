// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Builds and updates of a directory in which articles are retracted.

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/pipeline/build.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/retractions.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

// The machine's, but that something happens when the directory is about to be locked.
class BeforeTheLock final : public base::FileSystem {
 public:
  BeforeTheLock(std::string index, std::function<void()> happens)
      : index_(std::move(index)), happens_(std::move(happens)) {}

  absl::Status CreateDirs(const std::string& path) override {
    if (path == index_ && happens_ != nullptr) std::exchange(happens_, nullptr)();
    return real_.CreateDirs(path);
  }
  absl::StatusOr<std::string> ReadFile(const std::string& path) const override {
    return real_.ReadFile(path);
  }
  absl::Status WriteFile(const std::string& path, std::string_view contents) override {
    return real_.WriteFile(path, contents);
  }
  absl::Status Rename(const std::string& from, const std::string& to) override {
    return real_.Rename(from, to);
  }
  absl::Status CopyFile(const std::string& from, const std::string& to) override {
    return real_.CopyFile(from, to);
  }
  absl::Status FsyncFile(const std::string& path) override { return real_.FsyncFile(path); }
  absl::Status FsyncDir(const std::string& path) override { return real_.FsyncDir(path); }
  absl::StatusOr<std::vector<std::string>> List(const std::string& path) const override {
    return real_.List(path);
  }
  absl::Status RemoveAll(const std::string& path) override { return real_.RemoveAll(path); }
  bool Exists(const std::string& path) const override { return real_.Exists(path); }
  bool IsDirectory(const std::string& path) const override { return real_.IsDirectory(path); }
  absl::StatusOr<uint64_t> FileSize(const std::string& path) const override {
    return real_.FileSize(path);
  }

 private:
  base::FileSystem& real_ = base::FileSystem::Real();
  const std::string index_;
  std::function<void()> happens_;
};

class RetractionBuildTest : public ::testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("in/a.txt", "青州港通航\n2024-05-06\n青州港一期工程建成，泊位有12个。\n");
    dir_.Write("in/b.txt", "云湖水库\n2024-05-07\n云湖水库蓄水3亿立方米。\n");
    dir_.Write("in/c.txt", "青州大学\n2024-05-08\n青州大学有在校学生2.3万人。\n");
  }

  BuildOptions Options(CacheUse cache) const {
    BuildOptions options;
    options.inputs = {(dir_.path() / "in").string()};
    options.index_directory = index();
    options.cache = cache;
    return options;
  }

  // By its id alone, as if it had been retracted elsewhere and the file copied here.
  void Retract(const std::string& id) {
    dir_.Write("idx/RETRACTED", "articles/elsewhere\t2026-01-01T00:00:00Z\t" + id + "\t00\t\n");
  }

  std::string index() const { return (dir_.path() / "idx").string(); }

  TempDir dir_;
};

TEST_F(RetractionBuildTest, WhatIsRetractedUntilTheLockIsLeftOut) {
  dir_.Write("in/d.jsonl", R"({"id":"d-1","title":"车站","text":"青州站有站台8座。"})");
  const BuildOptions options = Options(CacheUse::kNone);
  BeforeTheLock files(index(), [this] { Retract("d-1"); });
  BuildEnvironment environment;
  environment.files = &files;
  const BuildResult result = BuildIndex(options, environment);
  ASSERT_THAT(result.status, IsOk());
  EXPECT_EQ(result.report.retracted, 1);
  EXPECT_EQ(result.report.counts.articles(), 3);
}

// So is the number of shards that an update keeps.
TEST_F(RetractionBuildTest, ShardsAreThoseOfTheGenerationThatIsCurrentUnderTheLock) {
  ASSERT_THAT(BuildIndex(Options(CacheUse::kNone), {}).status, IsOk());
  BuildOptions other = Options(CacheUse::kNone);
  other.shards = 3;
  BeforeTheLock files(index(), [&] { EXPECT_THAT(BuildIndex(other, {}).status, IsOk()); });
  BuildEnvironment environment;
  environment.files = &files;
  BuildOptions update = Options(CacheUse::kNone);
  update.shards = 0;
  const BuildResult result = BuildIndex(update, environment);
  ASSERT_THAT(result.status, IsOk());
  const store::GenerationDirectory directory(base::FileSystem::Real(), index());
  YZ_ASSERT_OK_AND_ASSIGN(const store::v1::Manifest manifest,
                          directory.ReadManifest(result.report.generation));
  EXPECT_EQ(manifest.shards_size(), 3);
}

TEST_F(RetractionBuildTest, ADamagedListEndsTheBuild) {
  dir_.Write("idx/RETRACTED", "something");
  EXPECT_THAT(BuildIndex(Options(CacheUse::kNone), {}).status,
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("line 1")));
}

// `retract` removes the cache; whoever copies the file by hand may not.
TEST_F(RetractionBuildTest, AnUpdateTakesNoDocumentsUpThatHoldARetractedArticle) {
  dir_.Write("in/d.jsonl", R"({"id":"d-1","title":"车站","text":"青州站有站台8座。"})");
  const BuildResult first = BuildIndex(Options(CacheUse::kFill), {});
  ASSERT_THAT(first.status, IsOk());
  EXPECT_THAT(BuildIndex(Options(CacheUse::kUpdate), {}).report.cache,
              HasSubstr("documents that did not change"));
  Retract("d-1");
  const BuildResult update = BuildIndex(Options(CacheUse::kUpdate), {});
  ASSERT_THAT(update.status, IsOk());
  EXPECT_EQ(update.report.retracted, 1);
  EXPECT_THAT(update.report.cache, HasSubstr("held a retracted article"));
  EXPECT_THAT(update.report.cache, HasSubstr("3 of 3 analyses, no documents"));
  // The cache is free of it now.
  const BuildResult next = BuildIndex(Options(CacheUse::kUpdate), {});
  EXPECT_THAT(next.report.cache, HasSubstr("3 of 3 analyses, documents that did not change"));
  EXPECT_EQ(next.report.generation, update.report.generation);
  EXPECT_EQ(BuildIndex(Options(CacheUse::kFill), {}).report.generation, update.report.generation);
}

TEST_F(RetractionBuildTest, AGenerationOfTheSameArticlesIsAnotherOneAfterwards) {
  const BuildResult before = BuildIndex(Options(CacheUse::kFill), {});
  ASSERT_THAT(before.status, IsOk());
  Retract("d-1");
  const BuildResult after = BuildIndex(Options(CacheUse::kUpdate), {});
  ASSERT_THAT(after.status, IsOk());
  EXPECT_EQ(after.report.counts.articles(), before.report.counts.articles());
  EXPECT_NE(after.report.generation, before.report.generation);
  std::filesystem::remove(dir_.path() / "idx" / "RETRACTED");
  EXPECT_EQ(BuildIndex(Options(CacheUse::kFill), {}).report.generation, before.report.generation);
}

TEST_F(RetractionBuildTest, AnIdThatIsAPathRetractsNothing) {
  Retract("a.txt");
  const BuildResult result = BuildIndex(Options(CacheUse::kNone), {});
  ASSERT_THAT(result.status, IsOk());
  EXPECT_EQ(result.report.retracted, 0);
  EXPECT_THAT(result.report.ToString(), Not(HasSubstr("retracted")));
}

}  // namespace
}  // namespace yinzheng::indexer
