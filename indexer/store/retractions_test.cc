// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which articles are retracted, and the file that says so. What becomes of generations:
// retraction_purge_test.cc.

#include "indexer/store/retractions.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::store {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

yinzheng::v1::Article MakeArticle(const std::string& name, const std::string& id,
                                  const std::string& sha256, const std::string& path = "in.jsonl") {
  yinzheng::v1::Article article;
  article.set_name(name);
  article.set_external_id(id);
  article.set_body_sha256(sha256);
  article.mutable_source()->set_path(path);
  return article;
}

Retraction MakeRetraction(const std::string& name, const std::string& id = "",
                          const std::string& sha256 = "", const std::string& reason = "") {
  return {.article = name,
          .source_id = id,
          .body_sha256 = sha256,
          .time = absl::UnixEpoch(),
          .reason = reason};
}

class RetractionsTest : public ::testing::Test {
 protected:
  void Write(const Retractions& retractions) {
    YZ_ASSERT_OK_AND_ASSIGN(const DirectoryLock lock, DirectoryLock::Acquire(files_, index()));
    ASSERT_THAT(retractions.Write(lock, files_, index()), IsOk());
  }

  std::string index() const { return (dir_.path() / "idx").string(); }

  TempDir dir_;
  base::FileSystem& files_ = base::FileSystem::Real();
};

TEST_F(RetractionsTest, ADirectoryWithoutTheFileHasNone) {
  YZ_ASSERT_OK_AND_ASSIGN(const Retractions retractions, Retractions::Read(files_, index()));
  EXPECT_TRUE(retractions.empty());
  EXPECT_EQ(retractions.Digest(), "");
}

TEST_F(RetractionsTest, OutliveTheProgram) {
  Retractions written;
  const std::string id = "编号\t7\n\"x\"";
  ASSERT_THAT(written.Add(MakeRetraction("articles/a", "", "ab12", "first")), IsOk());
  ASSERT_THAT(written.Add(MakeRetraction("articles/b", id, "cd34", "来源撤回")), IsOk());
  ASSERT_THAT(written.Add(MakeRetraction("articles/a", "", "ab12", "again")), IsOk());
  ASSERT_THAT(written.Add(MakeRetraction("articles/a", "", "ef56")), IsOk());
  Write(written);
  YZ_ASSERT_OK_AND_ASSIGN(Retractions read, Retractions::Read(files_, index()));
  ASSERT_THAT(read.entries(), SizeIs(3));
  EXPECT_EQ(read.entries()[0].article, "articles/b");
  EXPECT_EQ(read.entries()[0].source_id, id);
  EXPECT_EQ(read.entries()[0].body_sha256, "cd34");
  EXPECT_EQ(read.entries()[0].reason, "来源撤回");
  EXPECT_EQ(read.entries()[0].time, absl::UnixEpoch());
  EXPECT_EQ(read.entries()[1].reason, "again");
  EXPECT_EQ(read.Digest(), written.Digest());
  EXPECT_TRUE(read.Names(id));
  EXPECT_TRUE(read.Names("articles/b"));
  EXPECT_FALSE(read.Names(""));
  EXPECT_TRUE(read.Remove(id));
  EXPECT_FALSE(read.Names("articles/b"));
  EXPECT_FALSE(read.Remove(""));
  EXPECT_TRUE(read.Remove("articles/a"));
  EXPECT_TRUE(read.empty());
}

// A name is a place in a file: the article moves, and another one comes there.
TEST_F(RetractionsTest, KnowAnArticleByItsTextOrItsId) {
  Retractions retractions;
  ASSERT_THAT(retractions.Add(MakeRetraction("articles/a", "port-7", "ab12")), IsOk());
  using enum RetractionMatch;
  EXPECT_EQ(retractions.Match(MakeArticle("articles/a", "port-7", "ab12")), kRetracted);
  EXPECT_EQ(retractions.Match(MakeArticle("articles/z", "port-7", "ffff")), kRetracted);
  EXPECT_EQ(retractions.Match(MakeArticle("articles/z", "port-8", "ab12")), kRetracted);
  EXPECT_EQ(retractions.Match(MakeArticle("articles/a", "port-8", "ffff")), kNameOnly);
  EXPECT_EQ(retractions.Match(MakeArticle("articles/z", "port-8", "ffff")), kNone);
}

TEST_F(RetractionsTest, GoByTheNameWhereNoMoreIsKnown) {
  Retractions retractions;
  ASSERT_THAT(retractions.Add(MakeRetraction("articles/a")), IsOk());
  EXPECT_EQ(retractions.Match(MakeArticle("articles/a", "", "ab12")), RetractionMatch::kRetracted);
  EXPECT_EQ(retractions.Match(MakeArticle("articles/b", "", "")), RetractionMatch::kNone);
}

TEST_F(RetractionsTest, AnIdMadeOfThePathIsNoId) {
  EXPECT_EQ(SourceIdOf(MakeArticle("articles/a", "port-7", "", "in.jsonl")), "port-7");
  EXPECT_EQ(SourceIdOf(MakeArticle("articles/a", "in.jsonl#3", "", "in.jsonl")), "");
  EXPECT_EQ(SourceIdOf(MakeArticle("articles/a", "a.txt", "", "a.txt")), "");
}

TEST_F(RetractionsTest, TheDigestTellsWhatIsRetractedAlone) {
  Retractions one;
  ASSERT_THAT(one.Add(MakeRetraction("articles/a", "7", "ab12", "because")), IsOk());
  ASSERT_THAT(one.Add(MakeRetraction("articles/b")), IsOk());
  Retractions other;
  ASSERT_THAT(other.Add(MakeRetraction("articles/b")), IsOk());
  EXPECT_NE(one.Digest(), other.Digest());
  ASSERT_THAT(other.Add(MakeRetraction("articles/a", "7", "ab12")), IsOk());
  EXPECT_EQ(one.Digest(), other.Digest());
}

TEST_F(RetractionsTest, RefusesWhatCannotBeReadAgain) {
  Retractions retractions;
  for (const char* name : {"", "a", "articles/", "articles/a\tb", "articles/a\nb"}) {
    EXPECT_THAT(retractions.Add(MakeRetraction(name)), StatusIs(absl::StatusCode::kInvalidArgument))
        << name;
  }
  EXPECT_THAT(retractions.Add(MakeRetraction("articles/a", "", "", "two\nlines")),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("one line")));
}

TEST_F(RetractionsTest, WhatCannotBeReadIsNotEmpty) {
  dir_.Write("idx/RETRACTED", "articles/a\t1970-01-01T00:00:00Z\t\t\t\nsomething\n");
  EXPECT_THAT(Retractions::Read(files_, index()),
              StatusIs(absl::StatusCode::kDataLoss, HasSubstr("line 2")));
  // There, and no file that could be read.
  dir_.Write("other/RETRACTED/x", "");
  EXPECT_THAT(Retractions::Read(files_, (dir_.path() / "other").string()),
              StatusIs(absl::StatusCode::kInvalidArgument));
  // A link in a circle: it can be neither read nor looked at.
  dir_.Write("third/x", "");
  std::filesystem::create_symlink("RETRACTED", dir_.path() / "third" / "RETRACTED");
  EXPECT_THAT(Retractions::Read(files_, (dir_.path() / "third").string()), ::testing::Not(IsOk()));
}

}  // namespace
}  // namespace yinzheng::store
