// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The whole path on a small corpus in invented words: build, verify, build again.

#include "indexer/pipeline/build.h"

#include <filesystem>
#include <fstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/pipeline/verify.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

constexpr char kStory[] =
    "青州生命科学园新馆开放\n2022-03-04 "
    "来源：青州日报\n青州生命科学园位于青州市高新区，占地面积约3.2公顷，"
    "入驻企业128家，其中高新技术企业57家。\n“园区明年将再建两座中试平台。”青州生命科学园管委会主任"
    "陈小明表示，"
    "2021年园区总收入达到56.4亿元，同比增长12%。\n";
constexpr char kRecords[] =
    R"({"id":"r1","title":"青州港","published":"2022-03","text":"青州港去年货物吞吐量达到1.2亿吨，\n位居全省第二。"})"
    "\n"
    R"({"id":"r2","title":"大学","published":"2022-04","text":"青州大学2021年有在校学生2.3万人。\u9752州大学位于青州市。"})"
    "\n";

class BuildTest : public ::testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("in/a.txt", kStory);
    dir_.Write("in/r.jsonl", kRecords);
  }

  BuildOptions Options(const std::string& index, int jobs = 1) const {
    BuildOptions options;
    options.inputs = {(dir_.path() / "in").string()};
    options.index_directory = (dir_.path() / index).string();
    options.jobs = jobs;
    return options;
  }

  absl::StatusOr<VerifyReport> Verify(const std::string& index) const {
    NoProgress progress;
    return VerifyIndex(base::FileSystem::Real(), (dir_.path() / index).string(), "", progress);
  }

  TempDir dir_;
};

TEST_F(BuildTest, PublishesWhatCanBeVerified) {
  const BuildResult result = BuildIndex(Options("idx"), {});
  ASSERT_THAT(result.status, IsOk());
  EXPECT_THAT(result.report.rejected, IsEmpty());
  EXPECT_EQ(result.report.counts.articles(), 3);
  EXPECT_GT(result.report.counts.facts(), 0);
  EXPECT_GT(result.report.counts.mentions(), 0);
  EXPECT_THAT(result.report.ToString(), HasSubstr(result.report.generation));
  YZ_ASSERT_OK_AND_ASSIGN(const VerifyReport report, Verify("idx"));
  EXPECT_TRUE(report.ok()) << report.ToString();
  EXPECT_EQ(report.articles, 3);
  EXPECT_EQ(report.articles_with_input, 3);
  EXPECT_EQ(report.facts, result.report.counts.facts());
  EXPECT_EQ(report.mentions, result.report.counts.mentions());
  EXPECT_EQ(report.citations, report.citations_in_input);
  EXPECT_GT(report.citations, 0);
}

TEST_F(BuildTest, ForSearchOnlyHasPassagesAndNoKnowledge) {
  const BuildResult whole = BuildIndex(Options("whole"), {});
  ASSERT_GT(whole.report.counts.facts(), 0);
  ASSERT_GT(whole.report.counts.entities(), 0);
  BuildOptions options = Options("idx");
  options.search_only = true;
  options.cache = CacheUse::kFill;
  const BuildResult result = BuildIndex(options, {});
  ASSERT_THAT(result.status, IsOk());
  EXPECT_EQ(result.report.counts.articles(), 3);
  EXPECT_EQ(result.report.counts.passages(), whole.report.counts.passages());
  EXPECT_EQ(result.report.counts.entities(), 0);
  EXPECT_EQ(result.report.counts.facts(), 0);
  EXPECT_FALSE(std::filesystem::exists(dir_.path() / "idx" / "cache"));
  YZ_ASSERT_OK_AND_ASSIGN(const VerifyReport report, Verify("idx"));
  EXPECT_TRUE(report.ok()) << report.ToString();
  options.facts = {(dir_.path() / "facts.jsonl").string()};
  EXPECT_THAT(BuildIndex(options, {}).status,
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("leave them out")));
}

TEST_F(BuildTest, DoesNotDependOnTheNumberOfThreads) {
  const BuildResult one = BuildIndex(Options("one", 1), {});
  const BuildResult many = BuildIndex(Options("many", 7), {});
  ASSERT_THAT(one.status, IsOk());
  ASSERT_THAT(many.status, IsOk());
  EXPECT_EQ(one.report.generation, many.report.generation);
}

TEST_F(BuildTest, StrictPublishesNothingIfInputIsSkipped) {
  dir_.Write("in/photo.jpg", "x");
  BuildOptions options = Options("idx");
  options.strict = true;
  const BuildResult result = BuildIndex(options, {});
  EXPECT_THAT(result.status,
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("--strict")));
  EXPECT_EQ(result.stage, BuildStage::kInput);
  EXPECT_EQ(result.report.ingest.skipped(), 1);
  EXPECT_THAT(Verify("idx"), StatusIs(absl::StatusCode::kNotFound));
  options.strict = false;
  EXPECT_THAT(BuildIndex(options, {}).status, IsOk());
}

TEST_F(BuildTest, RefusesInputWithoutArticles) {
  BuildOptions options = Options("idx");
  options.inputs = {dir_.Write("empty/x.txt", " \n").parent_path().string()};
  const BuildResult result = BuildIndex(options, {});
  EXPECT_THAT(result.status,
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("no article")));
  options.inputs = {"/no/such/input"};
  EXPECT_THAT(BuildIndex(options, {}).status, StatusIs(absl::StatusCode::kNotFound));
}

TEST_F(BuildTest, AFailedBuildLeavesThePublishedGeneration) {
  const BuildResult first = BuildIndex(Options("idx"), {});
  ASSERT_THAT(first.status, IsOk());
  dir_.Write("in/photo.jpg", "x");
  BuildOptions options = Options("idx");
  options.strict = true;
  ASSERT_THAT(BuildIndex(options, {}).status, Not(IsOk()));
  YZ_ASSERT_OK_AND_ASSIGN(const VerifyReport report, Verify("idx"));
  EXPECT_EQ(report.generation, first.report.generation);
  EXPECT_TRUE(report.ok());
}

TEST_F(BuildTest, VerifyDoesWithoutChangedInput) {
  ASSERT_THAT(BuildIndex(Options("idx"), {}).status, IsOk());
  dir_.Write("in/a.txt", "something else");
  YZ_ASSERT_OK_AND_ASSIGN(const VerifyReport report, Verify("idx"));
  EXPECT_TRUE(report.ok()) << report.ToString();
  EXPECT_EQ(report.articles_with_input, 2);
  EXPECT_LT(report.citations_in_input, report.citations);
}

TEST_F(BuildTest, VerifyFindsADamagedFile) {
  const BuildResult result = BuildIndex(Options("idx"), {});
  ASSERT_THAT(result.status, IsOk());
  const store::GenerationDirectory directory(base::FileSystem::Real(),
                                             (dir_.path() / "idx").string());
  YZ_ASSERT_OK_AND_ASSIGN(const store::v1::Manifest manifest,
                          directory.ReadManifest(result.report.generation));
  const std::string file =
      absl::StrCat(directory.PathOf(result.report.generation), "/", manifest.files(0).path());
  std::fstream damaged(file, std::ios::in | std::ios::out | std::ios::binary);
  damaged.seekg(manifest.files(0).size_bytes() / 2);
  const int byte = damaged.get();
  damaged.seekp(manifest.files(0).size_bytes() / 2);
  damaged.put(static_cast<char>(byte ^ 1));
  damaged.close();
  YZ_ASSERT_OK_AND_ASSIGN(const VerifyReport report, Verify("idx"));
  EXPECT_FALSE(report.ok());
  EXPECT_THAT(report.ToString(), HasSubstr(manifest.files(0).path()));
}

}  // namespace
}  // namespace yinzheng::indexer
