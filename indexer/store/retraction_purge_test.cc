// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What becomes of generations that hold a retracted article, on disk and in a server, and how
// people find the article they mean.

#include "indexer/store/retraction_purge.h"

#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/store/generation_writer.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/retraction_targets.h"
#include "indexer/store/retractions.h"
#include "indexer/store/testing/temp_index.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::IsOkAndHolds;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

struct Story {
  std::string name;
  std::string text;
  std::string id{};
  std::string group{};
};

class RetractionPurgeTest : public ::testing::Test {
 protected:
  // Publishes these articles; returns the generation.
  std::string Publish(const std::vector<Story>& stories) {
    auto writer = GenerationWriter::Create(
        {.index_directory = index(), .analyzer = &testing::SharedAnalyzer(), .cache_key = ""});
    EXPECT_THAT(writer, IsOk());
    if (!writer.ok()) return "";
    for (const Story& story : stories) {
      v1::ArticleRecord record = testing::MakeArticle(story.name, "水库", story.text);
      record.mutable_article()->set_external_id(story.id);
      record.set_reprint_group(story.group);
      EXPECT_THAT((*writer)->AddArticle(record), IsOk());
    }
    v1::Manifest manifest;
    manifest.set_builder_version("test");
    const absl::StatusOr<std::string> id = (*writer)->Publish(manifest);
    EXPECT_THAT(id, IsOk());
    return id.value_or("");
  }

  void Retract(const Story& story) {
    YZ_ASSERT_OK_AND_ASSIGN(Retractions retractions, Retractions::Read(files_, index()));
    ASSERT_THAT(retractions.Add({.article = story.name,
                                 .source_id = story.id,
                                 .body_sha256 = base::Sha256Hex(story.text),
                                 .time = absl::UnixEpoch(),
                                 .reason = "asked for"}),
                IsOk());
    YZ_ASSERT_OK_AND_ASSIGN(const DirectoryLock lock, DirectoryLock::Acquire(files_, index()));
    ASSERT_THAT(retractions.Write(lock, files_, index()), IsOk());
  }

  absl::StatusOr<RetractionPurge> Purge() {
    auto lock = DirectoryLock::Acquire(files_, index());
    if (!lock.ok()) return lock.status();
    return PurgeRetracted(*lock, files_, index());
  }

  std::string index() const { return (dir_.path() / "idx").string(); }
  std::string PathOf(const std::string& id) const {
    return GenerationDirectory(files_, index()).PathOf(id);
  }

  const Story a_{"articles/a", "水库蓄水3亿立方米。", "id-a"};
  const Story b_{"articles/b", "灌区长40公里。", "id-b"};
  const Story c_{"articles/c", "电站装机12台。", "id-c"};
  TempDir dir_;
  base::FileSystem& files_ = base::FileSystem::Real();
};

TEST_F(RetractionPurgeTest, RemovesGenerationsThatHoldOne) {
  const std::string both = Publish({a_, b_});
  const std::string other = Publish({b_});
  const std::string now = Publish({b_, c_});
  Retract(a_);
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(both));
  EXPECT_THAT(purge.in_use, IsEmpty());
  EXPECT_THAT(purge.unreadable, IsEmpty());
  EXPECT_TRUE(purge.CurrentIsFree(now));
  const GenerationDirectory directory(files_, index());
  EXPECT_THAT(directory.Ids(), IsOkAndHolds(UnorderedElementsAre(other, now)));
}

TEST_F(RetractionPurgeTest, FindsAnArticleUnderAnotherName) {
  const std::string moved = Publish({{"articles/m", a_.text, "x"}, b_});
  const std::string edited = Publish({{"articles/n", "水库蓄水3.1亿立方米。", a_.id}, b_});
  const std::string innocent = Publish({{a_.name, c_.text, "y"}, b_});
  Publish({b_});
  Retract(a_);
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, UnorderedElementsAre(moved, edited));
  EXPECT_TRUE(std::filesystem::exists(PathOf(innocent)));
}

TEST_F(RetractionPurgeTest, TellsOfTheCurrentOneAndOfThoseInUse) {
  const std::string old = Publish({a_, b_});
  const std::string now = Publish({a_});
  Retract(a_);
  {
    YZ_ASSERT_OK_AND_ASSIGN(const GenerationUse use, GenerationUse::Acquire(PathOf(old)));
    YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
    EXPECT_THAT(purge.removed, IsEmpty());
    EXPECT_THAT(purge.in_use, ElementsAre(old));
    EXPECT_EQ(purge.current, now);
    EXPECT_FALSE(purge.CurrentIsFree(now));
  }
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(old));
}

TEST_F(RetractionPurgeTest, DoesNotRemoveWhatItCannotLookThrough) {
  const std::string damaged = Publish({a_, b_});
  const std::string other_format = Publish({a_, c_});
  const std::string held = Publish({a_});
  Publish({b_});
  Retract(a_);
  dir_.Write("idx/gen-" + damaged + "/passages/postlist.glass", "damaged");
  dir_.Write("idx/gen-" + other_format + "/manifest.textproto", "format_version: 1");
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(held));
  std::vector<std::string> unread;
  for (const UnreadGeneration& generation : purge.unreadable) {
    unread.push_back(generation.id);
    EXPECT_FALSE(generation.why.ok());
    EXPECT_FALSE(purge.CurrentIsFree(generation.id));
  }
  EXPECT_THAT(unread, UnorderedElementsAre(damaged, other_format));
  EXPECT_TRUE(std::filesystem::exists(PathOf(damaged)));
  EXPECT_TRUE(std::filesystem::exists(PathOf(other_format)));
}

TEST_F(RetractionPurgeTest, RemovesNothingWithoutCurrent) {
  const std::string only = Publish({a_});
  Retract(a_);
  std::filesystem::remove(dir_.path() / "idx" / "CURRENT");
  EXPECT_THAT(Purge(), StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("rollback")));
  EXPECT_TRUE(std::filesystem::exists(PathOf(only)));
}

TEST_F(RetractionPurgeTest, SweepsWhatARemovalLeftThatDied) {
  Publish({b_});
  Retract(a_);
  const auto aside = dir_.Write("idx/tmp-removed-00/passages/postlist.glass", a_.text);
  const auto half = dir_.Write("idx/gen-00/passages/postlist.glass", a_.text);
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.unreadable, IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(aside));
  EXPECT_FALSE(std::filesystem::exists(half));
}

TEST_F(RetractionPurgeTest, AManagerLetsGoOfThemWhenItSwaps) {
  const std::string old = Publish({a_, b_});
  IndexManager manager({.index_directory = index(), .analyzer_fingerprint = ""});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  Retract(a_);
  const std::string now = Publish({b_});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  EXPECT_EQ(manager.AcquireGeneration(old), nullptr) << "page tokens would still show it";
  EXPECT_NE(manager.AcquireGeneration(now), nullptr);
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionPurge purge, Purge());
  EXPECT_THAT(purge.removed, ElementsAre(old));
}

TEST_F(RetractionPurgeTest, AManagerLetsGoOfThemThoughNothingIsPublished) {
  const std::string old = Publish({a_, b_});
  IndexManager manager({.index_directory = index(), .analyzer_fingerprint = ""});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  const std::string other = Publish({b_, c_});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  const std::string now = Publish({c_});
  ASSERT_THAT(manager.Poll(), IsOkAndHolds(true));
  ASSERT_NE(manager.AcquireGeneration(old), nullptr);
  Retract(a_);
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(false));
  EXPECT_EQ(manager.AcquireGeneration(old), nullptr);
  EXPECT_NE(manager.AcquireGeneration(other), nullptr);
  EXPECT_EQ(manager.Acquire()->generation(), now);
  // While it cannot be known what is retracted, nothing old is shown.
  dir_.Write("idx/RETRACTED", "something");
  EXPECT_THAT(manager.Poll(), IsOkAndHolds(false));
  EXPECT_EQ(manager.AcquireGeneration(other), nullptr);
  EXPECT_EQ(manager.Acquire()->generation(), now);
}

TEST_F(RetractionPurgeTest, TargetsAreAllArticlesWithAnIdAndTheirReprints) {
  const Story print{"articles/p", "水库蓄水3亿立方米，一期工程完工。", "id-p", "articles/p"};
  const Story twin{a_.name, a_.text, "twice", "articles/p"};
  const std::string now = Publish({twin, {b_.name, b_.text, "twice"}, print});
  YZ_ASSERT_OK_AND_ASSIGN(const RetractionTargets found,
                          FindRetractionTargets(files_, index(), {"twice"}));
  ASSERT_THAT(found.targets, SizeIs(2));
  EXPECT_EQ(found.targets[0].retraction.article, a_.name);
  EXPECT_EQ(found.targets[0].retraction.source_id, "twice");
  EXPECT_EQ(found.targets[0].retraction.body_sha256, base::Sha256Hex(a_.text));
  EXPECT_EQ(found.targets[0].generation, now);
  ASSERT_THAT(found.targets[0].reprints, SizeIs(1));
  EXPECT_EQ(found.targets[0].reprints[0].article(), "articles/p");
  EXPECT_EQ(found.targets[1].retraction.article, b_.name);
  EXPECT_THAT(found.targets[1].reprints, IsEmpty());
  EXPECT_THAT(found.unknown, IsEmpty());
}

TEST_F(RetractionPurgeTest, TargetsAreFoundBehindADamagedCurrent) {
  const std::string old = Publish({a_});
  const std::string now = Publish({b_});
  dir_.Write("idx/gen-" + now + "/passages/postlist.glass", "damaged");
  YZ_ASSERT_OK_AND_ASSIGN(
      const RetractionTargets found,
      FindRetractionTargets(files_, index(), {"articles/none", a_.name, "nonesuch"}));
  ASSERT_THAT(found.unreadable, SizeIs(1));
  EXPECT_EQ(found.unreadable[0].id, now);
  ASSERT_THAT(found.targets, SizeIs(1));
  EXPECT_EQ(found.targets[0].generation, old);
  EXPECT_EQ(found.targets[0].retraction.body_sha256, base::Sha256Hex(a_.text));
  EXPECT_THAT(found.unknown, ElementsAre("articles/none", "nonesuch"));
}

}  // namespace
}  // namespace yinzheng::store
