// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/retractions.h"

#include <memory>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/generation_writer.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

class RetractionsTest : public ::testing::Test {
 protected:
  // Publishes articles with these names; returns the generation.
  std::string Publish(const std::vector<std::string>& names) {
    auto writer = GenerationWriter::Create(
        {.index_directory = index(), .analyzer = &testing::SharedAnalyzer(), .cache_key = ""});
    EXPECT_THAT(writer, IsOk());
    for (const std::string& name : names) {
      EXPECT_THAT((*writer)->AddArticle(testing::MakeArticle(name, "水库", "水库蓄水3亿立方米。")),
                  IsOk());
    }
    v1::Manifest manifest;
    manifest.set_builder_version("test");
    const absl::StatusOr<std::string> id = (*writer)->Publish(manifest);
    EXPECT_THAT(id, IsOk());
    return id.value_or("");
  }

  void Retract(const std::string& article) {
    YZ_ASSERT_OK_AND_ASSIGN(Retractions retractions, Retractions::Read(files_, index()));
    ASSERT_THAT(retractions.Add({article, absl::UnixEpoch(), "asked for"}), IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const DirectoryLock lock, DirectoryLock::Acquire(files_, index()));
    ASSERT_THAT(retractions.Write(lock, files_, index()), IsOk());
  }

  absl::StatusOr<RetractionPurge> Purge() {
    auto lock = DirectoryLock::Acquire(files_, index());
    if (!lock.ok()) return lock.status();
    return PurgeRetracted(*lock, files_, index());
  }

  std::string index() const { return (dir_.path() / "idx").string(); }

  TempDir dir_;
  base::FileSystem& files_ = base::FileSystem::Real();
};

TEST_F(RetractionsTest, ADirectoryWithoutTheFileHasNone) {
  YZ_ASSERT_OK_AND_ASSIGN(const Retractions retractions, Retractions::Read(files_, index()));
  EXPECT_TRUE(retractions.empty());
}

TEST_F(RetractionsTest, OutliveTheProgram) {
  Retract("articles/a");
  Retract("articles/b");
  Retract("articles/a");
  YZ_ASSERT_OK_AND_ASSIGN(Retractions retractions, Retractions::Read(files_, index()));
  ASSERT_THAT(retractions.entries(), SizeIs(2));
  EXPECT_EQ(retractions.entries()[0].article, "articles/b");
  EXPECT_EQ(retractions.entries()[1].reason, "asked for");
  EXPECT_EQ(retractions.entries()[1].time, absl::UnixEpoch());
  EXPECT_TRUE(retractions.Has("articles/a"));
  EXPECT_FALSE(retractions.Has("articles/c"));
  EXPECT_TRUE(retractions.Remove("articles/a"));
  EXPECT_FALSE(retractions.Remove("articles/a"));
}

TEST_F(RetractionsTest, RefusesWhatCannotBeReadAgain) {
  Retractions retractions;
  for (const char* name : {"", "a", "articles/", "articles/a\tb", "articles/a\nb"}) {
    EXPECT_THAT(retractions.Add({name, absl::UnixEpoch(), ""}),
                StatusIs(absl::StatusCode::kInvalidArgument))
        << name;
  }
  EXPECT_THAT(retractions.Add({"articles/a", absl::UnixEpoch(), "two\nlines"}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("one line")));
}

TEST_F(RetractionsTest, ADamagedFileIsAnError) {
  dir_.Write("idx/RETRACTED", "articles/a\t1970-01-01T00:00:00Z\t\nsomething\n");
  EXPECT_THAT(Retractions::Read(files_, index()),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("line 2")));
}

TEST_F(RetractionsTest, PurgesGenerationsThatHoldOne) {
  const std::string both = Publish({"articles/a", "articles/b"});
  const std::string other = Publish({"articles/b"});
  const std::string now = Publish({"articles/b", "articles/c"});
  Retract("articles/a");
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(both));
  EXPECT_THAT(purge.in_use, IsEmpty());
  EXPECT_EQ(purge.current, "");
  const GenerationDirectory directory(files_, index());
  EXPECT_THAT(directory.Ids(), IsOkAndHolds(::testing::UnorderedElementsAre(other, now)));
}

TEST_F(RetractionsTest, TellsOfTheCurrentOneAndOfThoseInUse) {
  const std::string old = Publish({"articles/a", "articles/b"});
  const GenerationDirectory directory(files_, index());
  const std::string now = Publish({"articles/a"});
  Retract("articles/a");
  {
    YZ_ASSERT_OK_AND_ASSIGN(const GenerationUse use, GenerationUse::Acquire(directory.PathOf(old)));
    YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
    EXPECT_THAT(purge.removed, IsEmpty());
    EXPECT_THAT(purge.in_use, ElementsAre(old));
    EXPECT_EQ(purge.current, now);
  }
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(old));
}

TEST_F(RetractionsTest, AManagerLetsGoOfThemWhenItSwaps) {
  const std::string old = Publish({"articles/a", "articles/b"});
  IndexManager manager({.index_directory = index(), .analyzer_fingerprint = ""});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  Retract("articles/a");
  const std::string now = Publish({"articles/b"});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_EQ(manager.AcquireGeneration(old), nullptr) << "page tokens would still show it";
  EXPECT_NE(manager.AcquireGeneration(now), nullptr);
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(old));
}

}  // namespace
}  // namespace yinzheng::store
