// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/generation_directory.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/store/testing/faulting_file_system.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using yinzheng::testing::IsOk;
using yinzheng::testing::IsOkAndHolds;
using yinzheng::testing::StatusIs;
using yinzheng::testing::TempDir;

// Generations of a manifest and one small file: what the directory needs to know of them.
class GenerationDirectoryTest : public ::testing::Test {
 protected:
  void SetUp() override { Lock(); }

  void Lock() {
    absl::StatusOr<DirectoryLock> lock = DirectoryLock::Acquire(files_, path_);
    ASSERT_THAT(lock, IsOk());
    lock_.emplace(*std::move(lock));
  }

  // Publishes a generation that was built at `seconds`.
  absl::Status Publish(const std::string& id, int seconds) {
    const absl::StatusOr<std::string> temporary = directory_.CreateTemporary(*lock_);
    if (!temporary.ok()) return temporary.status();
    Fill(*temporary, seconds);
    return directory_.Publish(*lock_, *temporary, id);
  }

  void Fill(const std::string& path, int seconds) {
    ASSERT_THAT(files_.WriteFile(base::JoinPath(path, "data"), "12345"), IsOk());
    const std::string manifest = absl::StrCat("format_version: 1 built { seconds: ", seconds,
                                              " } files { path: \"data\" size_bytes: 5 sha256: \"",
                                              base::Sha256Hex("12345"), "\" }");
    ASSERT_THAT(files_.WriteFile(base::JoinPath(path, "manifest.textproto"), manifest), IsOk());
  }

  TempDir temporary_;
  const std::string path_ = (temporary_.path() / "idx").string();
  base::FileSystem& files_ = base::FileSystem::Real();
  GenerationDirectory directory_{files_, path_};
  std::optional<DirectoryLock> lock_;
};

TEST_F(GenerationDirectoryTest, NothingIsPublishedAtFirst) {
  EXPECT_THAT(directory_.Current(),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("yinzheng-index build")));
  EXPECT_THAT(directory_.Ids(), IsOkAndHolds(IsEmpty()));
}

TEST_F(GenerationDirectoryTest, PublishesAndLists) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  ASSERT_THAT(Publish("bb", 200), IsOk());
  EXPECT_THAT(directory_.Current(), IsOkAndHolds("bb"));
  YZ_ASSERT_OK_AND_ASSIGN(const auto infos, directory_.List());
  ASSERT_EQ(infos.size(), 2U);
  EXPECT_EQ(infos[0].generation().id(), "bb");  // Latest first.
  EXPECT_TRUE(infos[0].current());
  EXPECT_FALSE(infos[1].current());
  EXPECT_EQ(infos[0].size_bytes(), 5);
}

TEST_F(GenerationDirectoryTest, PublishingTheSameAgainOnlyChangesCurrent) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  ASSERT_THAT(Publish("bb", 200), IsOk());
  ASSERT_THAT(Publish("aa", 300), IsOk());
  EXPECT_THAT(directory_.Current(), IsOkAndHolds("aa"));
  YZ_ASSERT_OK_AND_ASSIGN(const v1::Manifest manifest, directory_.ReadManifest("aa"));
  EXPECT_EQ(manifest.built().seconds(), 100);
}

TEST_F(GenerationDirectoryTest, PublishingReplacesADamagedTwin) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  ASSERT_THAT(files_.WriteFile(directory_.PathOf("aa") + "/data", "short"), IsOk());
  ASSERT_THAT(files_.WriteFile(directory_.PathOf("aa") + "/data", "shor"), IsOk());
  ASSERT_THAT(Publish("aa", 300), IsOk());
  EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/true), IsOk());
}

// Bit rot keeps sizes: what the build just made and verified must not be thrown away for it.
TEST_F(GenerationDirectoryTest, PublishingReplacesATwinWithRottenBits) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  ASSERT_THAT(files_.WriteFile(directory_.PathOf("aa") + "/data", "54321"), IsOk());
  ASSERT_THAT(Publish("aa", 300), IsOk());
  EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/true), IsOk());
  EXPECT_THAT(directory_.Ids(), IsOkAndHolds(ElementsAre("aa")));
}

TEST_F(GenerationDirectoryTest, ChecksSizesAlwaysAndChecksumsWhenAsked) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  const std::string data = directory_.PathOf("aa") + "/data";
  ASSERT_THAT(files_.WriteFile(data, "54321"), IsOk());
  EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/false), IsOk());
  EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/true),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("checksum")));
  ASSERT_THAT(files_.WriteFile(data, "123"), IsOk());
  EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/false),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("3 bytes")));
  ASSERT_THAT(files_.RemoveAll(data), IsOk());
  EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/false),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("missing")));
}

TEST_F(GenerationDirectoryTest, RollsBackToTheOneBeforeOrTheOneNamed) {
  EXPECT_THAT(directory_.Rollback(*lock_), StatusIs(absl::StatusCode::kFailedPrecondition));
  ASSERT_THAT(Publish("aa", 100), IsOk());
  ASSERT_THAT(Publish("bb", 200), IsOk());
  ASSERT_THAT(Publish("cc", 300), IsOk());
  EXPECT_THAT(directory_.Rollback(*lock_), IsOkAndHolds("bb"));
  EXPECT_THAT(directory_.Current(), IsOkAndHolds("bb"));
  EXPECT_THAT(directory_.Rollback(*lock_, "cc"), IsOkAndHolds("cc"));
  EXPECT_THAT(directory_.Rollback(*lock_, "zz"), StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(directory_.Current(), IsOkAndHolds("cc"));
}

TEST_F(GenerationDirectoryTest, AnUnreadableCurrentIsDataLossAndRollbackMendsIt) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  for (const char* content : {"", "garbage\n", "gen-\n", "gen-../x\n"}) {
    ASSERT_THAT(files_.WriteFile(path_ + "/CURRENT", content), IsOk());
    EXPECT_THAT(directory_.Current(), StatusIs(absl::StatusCode::kDataLoss, HasSubstr("rollback")));
  }
  EXPECT_THAT(directory_.Rollback(*lock_), IsOkAndHolds("aa"));
}

TEST_F(GenerationDirectoryTest, PrunesTheOldestButNeitherCurrentNorUsed) {
  for (int i = 1; i <= 5; ++i) ASSERT_THAT(Publish(absl::StrCat("g", i), i), IsOk());
  ASSERT_THAT(directory_.SetCurrent(*lock_, "g2"), IsOk());
  absl::StatusOr<GenerationUse> use = GenerationUse::Acquire(directory_.PathOf("g1"));
  ASSERT_THAT(use, IsOk());
  EXPECT_THAT(directory_.Prune(*lock_, 2), IsOkAndHolds(ElementsAre("g3", "g4", "g5")));
  EXPECT_THAT(directory_.Ids(), IsOkAndHolds(ElementsAre("g1", "g2")));
  EXPECT_THAT(directory_.Prune(*lock_, 0), IsOkAndHolds(IsEmpty()));
  use = absl::NotFoundError("released");
  EXPECT_THAT(directory_.Prune(*lock_, 0), IsOkAndHolds(ElementsAre("g1")));
  EXPECT_THAT(directory_.Current(), IsOkAndHolds("g2"));
  EXPECT_THAT(GenerationUse::Acquire(directory_.PathOf("g1")),
              StatusIs(absl::StatusCode::kNotFound));
}

// Dies at each change to the disk in turn: a generation is whole, or a temporary, or gone.
TEST_F(GenerationDirectoryTest, RemovingNeverLeavesHalfAGeneration) {
  bool aside = false;
  for (int dies_at = 1;; ++dies_at) {
    ASSERT_THAT(Publish("aa", 100), IsOk());
    ASSERT_THAT(Publish("bb", 200), IsOk());
    testing::FaultingFileSystem faulting(dies_at);
    GenerationDirectory dying(faulting, path_);
    const absl::StatusOr<bool> removed = dying.Remove(*lock_, "aa");
    if (files_.Exists(directory_.PathOf("aa"))) {
      EXPECT_THAT(directory_.CheckFiles("aa", /*checksums=*/true), IsOk());
    }
    aside = aside || files_.Exists(path_ + "/tmp-removed-aa");
    ASSERT_THAT(directory_.RemoveTemporaries(*lock_), IsOk());
    EXPECT_FALSE(files_.Exists(path_ + "/tmp-removed-aa"));
    if (removed.ok()) break;
  }
  EXPECT_TRUE(aside) << "it is moved before it is removed";
  EXPECT_THAT(directory_.Ids(), IsOkAndHolds(ElementsAre("bb")));
}

TEST_F(GenerationDirectoryTest, SweepsGenerationsWithoutManifestButTheCurrentOne) {
  ASSERT_THAT(Publish("aa", 100), IsOk());
  ASSERT_THAT(Publish("bb", 200), IsOk());
  ASSERT_THAT(files_.RemoveAll(directory_.PathOf("aa") + "/manifest.textproto"), IsOk());
  ASSERT_THAT(files_.RemoveAll(directory_.PathOf("bb") + "/manifest.textproto"), IsOk());
  ASSERT_THAT(directory_.RemoveTemporaries(*lock_), IsOk());
  EXPECT_FALSE(files_.Exists(directory_.PathOf("aa")));
  EXPECT_TRUE(files_.Exists(directory_.PathOf("bb")));
}

TEST_F(GenerationDirectoryTest, OneProgramAtATime) {
  EXPECT_THAT(
      DirectoryLock::Acquire(files_, path_),
      StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("another program is changing")));
  lock_.reset();
  EXPECT_THAT(DirectoryLock::Acquire(files_, path_), IsOk());
}

TEST_F(GenerationDirectoryTest, RemovesWhatDeadBuildsLeft) {
  std::filesystem::create_directories(path_ + "/tmp-99999/unfinished/passages");
  ASSERT_THAT(files_.WriteFile(path_ + "/tmp-99999/unfinished/passages/x", "1"), IsOk());
  ASSERT_THAT(Publish("aa", 1), IsOk());
  EXPECT_FALSE(files_.Exists(path_ + "/tmp-99999"));
  EXPECT_THAT(files_.List(path_), IsOkAndHolds(ElementsAre("CURRENT", "LOCK", "gen-aa")));
}

}  // namespace
}  // namespace yinzheng::store
