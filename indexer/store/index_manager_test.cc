// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Swapping generations: what is served, what is kept, what is refused.

#include "indexer/store/index_manager.h"

#include <atomic>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::MakeArticle;
using store::testing::SharedAnalyzer;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using yinzheng::testing::IsOk;
using yinzheng::testing::IsOkAndHolds;
using yinzheng::testing::StatusIs;

class IndexManagerTest : public ::testing::Test {
 protected:
  // Adds an article and publishes; the generation's id.
  std::string PublishNext() {
    const int number = ++articles_;
    index_.AddArticle(
        MakeArticle(absl::StrCat("articles/", number), "题", absl::StrCat("第", number, "篇。")));
    const auto snapshot = index_.Publish();
    EXPECT_THAT(snapshot, IsOk());
    return snapshot.ok() ? (*snapshot)->generation() : "";
  }

  IndexManagerOptions Options() {
    IndexManagerOptions options;
    options.index_directory = index_.path();
    options.analyzer_fingerprint = SharedAnalyzer().Fingerprint();
    options.kept_generations = 1;
    return options;
  }

  int articles_ = 0;
  TempIndex index_;
};

TEST_F(IndexManagerTest, NothingToServeIsNotFound) {
  IndexManager manager(Options());
  EXPECT_EQ(manager.Acquire(), nullptr);
  EXPECT_THAT(manager.Poll(), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_EQ(manager.Acquire(), nullptr);
}

TEST_F(IndexManagerTest, SwapsWhenCurrentChangesAndKeepsTheOneBefore) {
  const std::string first = PublishNext();
  IndexManager manager(Options());
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(false));
  const auto held = manager.Acquire();
  EXPECT_EQ(held->generation(), first);

  const std::string second = PublishNext();
  EXPECT_EQ(manager.Acquire()->generation(), first);  // Not before Poll.
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_EQ(manager.Acquire()->generation(), second);
  EXPECT_EQ(manager.AcquireGeneration(first), held);
  EXPECT_THAT(manager.Acquire()->FieldsInMemory(), IsEmpty()) << "nobody asked for any";
  // A request that runs keeps its generation.
  EXPECT_THAT(held->articles().GetArticle("articles/2"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(manager.Acquire()->articles().GetArticle("articles/2"), IsOk());

  PublishNext();
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_EQ(manager.AcquireGeneration(first), nullptr);  // One is kept beside the served one.
  EXPECT_THAT(held->articles().GetArticle("articles/1"), IsOk());
}

// The first who counts by a field waits until it is read: that must not happen again with every
// generation.
TEST_F(IndexManagerTest, ANewGenerationIsWarmedUpByWhatWasAskedOfTheOneBefore) {
  PublishNext();
  IndexManager manager(Options());
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  PassageSearch search;
  search.facets = {yinzheng::v1::FACET_FIELD_YEAR, yinzheng::v1::FACET_FIELD_ENTITY};
  ASSERT_THAT(manager.Acquire()->passages().Search(search), IsOk());
  const std::string second = PublishNext();
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  ASSERT_EQ(manager.Acquire()->generation(), second);
  EXPECT_THAT(manager.Acquire()->FieldsInMemory(),
              ElementsAre(yinzheng::v1::FACET_FIELD_YEAR, yinzheng::v1::FACET_FIELD_ENTITY));
}

TEST_F(IndexManagerTest, FollowsARollback) {
  const std::string first = PublishNext();
  const std::string second = PublishNext();
  IndexManager manager(Options());
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  GenerationDirectory directory(base::FileSystem::Real(), index_.path());
  {
    YZ_ASSERT_OK_AND_ASSIGN(const DirectoryLock lock,
                            DirectoryLock::Acquire(base::FileSystem::Real(), index_.path()));
    ASSERT_THAT(directory.Rollback(lock, first), IsOk());
  }
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_EQ(manager.Acquire()->generation(), first);
  EXPECT_NE(manager.AcquireGeneration(second), nullptr);
}

TEST_F(IndexManagerTest, RefusesABadGenerationAndServesOn) {
  const std::string first = PublishNext();
  IndexManager manager(Options());
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  const std::string second = PublishNext();
  const std::string damaged = index_.path() + "/gen-" + second + "/passages/postlist.glass";
  std::ofstream(damaged, std::ios::binary) << "damaged";
  EXPECT_THAT(manager.Poll(), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(manager.Acquire()->generation(), first);
  EXPECT_THAT(manager.Acquire()->articles().GetArticle("articles/1"), IsOk());
  const std::string third = PublishNext();
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_EQ(manager.Acquire()->generation(), third);
}

TEST_F(IndexManagerTest, RefusesAnotherAnalysis) {
  PublishNext();
  IndexManagerOptions options = Options();
  options.analyzer_fingerprint = "another";
  IndexManager manager(options);
  EXPECT_THAT(manager.Poll(), StatusIs(absl::StatusCode::kFailedPrecondition));
}

TEST_F(IndexManagerTest, WhatIsServedIsNotPruned) {
  PublishNext();
  IndexManager manager(Options());
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  PublishNext();
  GenerationDirectory directory(base::FileSystem::Real(), index_.path());
  YZ_ASSERT_OK_AND_ASSIGN(const DirectoryLock lock,
                          DirectoryLock::Acquire(base::FileSystem::Real(), index_.path()));
  EXPECT_THAT(directory.Prune(lock, 1), IsOkAndHolds(IsEmpty()));
}

// Readers on several threads, more of them than handles, while generations change under them.
TEST_F(IndexManagerTest, SwapsUnderLoadWithoutAFailedRead) {
  PublishNext();
  IndexManagerOptions options = Options();
  options.max_handles = 2;
  IndexManager manager(options);
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  std::atomic<bool> done{false};
  std::atomic<int> reads{0};
  std::atomic<int> failures{0};
  std::vector<std::thread> readers;
  for (int i = 0; i < 6; ++i) {
    readers.emplace_back([&] {
      while (!done || reads < 200) {
        const auto snapshot = manager.Acquire();
        const bool ok = snapshot->articles().GetArticle("articles/1").ok() &&
                        snapshot->passages().Search({}).ok();
        if (!ok) ++failures;
        ++reads;
      }
    });
  }
  for (int i = 0; i < 5; ++i) {
    PublishNext();
    EXPECT_THAT(manager.Poll(), IsOkAndHolds(true));
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(failures, 0);
  EXPECT_GE(reads, 200);
}

}  // namespace
}  // namespace yinzheng::store
