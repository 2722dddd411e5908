// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Taking articles back, as an operator does it: retract, update, and what is left afterwards.

#include <algorithm>
#include <filesystem>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/file_system.h"
#include "indexer/cli/testing/commands_fixture.h"
#include "indexer/store/generation_directory.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::indexer {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outcome;

constexpr char kPort[] =
    R"({"id":"port-7","title":"青州港通航","text":"青州港一期工程建成，泊位有12个，投资3.5亿元。"})"
    "\n";
constexpr char kDam[] =
    R"({"id":"dam-1","title":"云湖水库","text":"云湖水库蓄水3亿立方米，大坝长240米。"})"
    "\n";

class RetractCommandTest : public testing::CommandsFixture {
 protected:
  void SetUp() override {
    CommandsFixture::SetUp();
    WriteRecords(std::string(kPort) + kDam);
  }

  void WriteRecords(const std::string& records) { dir_.Write("in/b.jsonl", records); }

  Outcome Update(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"update", "--input", Input(), "--index", Index()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Run(arguments);
  }

  Outcome Retract(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"retract", "--index", Index()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Run(arguments);
  }

  std::string Articles() { return Run({"export", "--index", Index(), "--what", "articles"}).out; }

  std::string Current() const {
    const store::GenerationDirectory directory(base::FileSystem::Real(), Index());
    return directory.Current().value_or("");
  }

  std::filesystem::path PathOf(const std::string& id) const {
    return dir_.path() / "idx" / ("gen-" + id);
  }

  // The bytes of every file below the index directory.
  std::string EveryByte() const {
    std::string bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(Index())) {
      if (!entry.is_regular_file()) continue;
      bytes += base::FileSystem::Real().ReadFile(entry.path().string()).value_or("");
    }
    return bytes;
  }
};

TEST_F(RetractCommandTest, AnArticleGoesFromEveryGeneration) {
  ASSERT_EQ(Build().code, kExitOk);
  const std::string first = Current();
  ASSERT_THAT(Articles(), HasSubstr("port-7"));
  EXPECT_EQ(Retract({"--article", "port-8"}).code, kExitIndex);
  const Outcome retracted = Retract({"--article", "port-7", "--reason", "source withdrew it"});
  EXPECT_EQ(retracted.code, kExitOk) << retracted.err;
  EXPECT_THAT(retracted.out,
              AllOf(HasSubstr("articles/"), HasSubstr("id port-7"), HasSubstr("source withdrew")));
  EXPECT_THAT(retracted.err, AllOf(HasSubstr("青州港通航"), HasSubstr("yinzheng-index update")));
  const Outcome update = Update();
  EXPECT_EQ(update.code, kExitOk) << update.err;
  EXPECT_THAT(update.err, AllOf(HasSubstr("retracted  1"), HasSubstr("held a retracted article")));
  EXPECT_THAT(Articles(), AllOf(Not(HasSubstr("port-7")), HasSubstr("dam-1")));
  EXPECT_FALSE(std::filesystem::exists(PathOf(first)));
  const std::string list = Retract({}).out;
  EXPECT_THAT(list, HasSubstr("id port-7"));
  // Nothing holds it any more; its text is still known.
  const Outcome again = Retract({"--article", "port-7", list.substr(0, list.find(' '))});
  EXPECT_EQ(again.code, kExitOk) << again.err;
  EXPECT_THAT(again.err, HasSubstr("port-7 is retracted already"));
  EXPECT_EQ(again.out, list);
}

TEST_F(RetractCommandTest, ShardsAreRetractedExportedRolledBackAndPruned) {
  ASSERT_EQ(Build({"--shards", "3"}).code, kExitOk);
  const std::string first = Current();
  const Outcome retracted = Retract({"--article", "port-7"});
  EXPECT_EQ(retracted.code, kExitOk) << retracted.err;
  const Outcome update = Update();
  EXPECT_EQ(update.code, kExitOk) << update.err;
  EXPECT_FALSE(std::filesystem::exists(PathOf(first)));
  const std::string second = Current();
  EXPECT_TRUE(std::filesystem::exists(PathOf(second) / "passages-2"));
  EXPECT_THAT(Articles(), AllOf(Not(HasSubstr("port-7")), HasSubstr("云湖水库蓄水3亿立方米")));
  EXPECT_THAT(Run({"export", "--index", Index(), "--what", "facts"}).out, HasSubstr("240"));
  ASSERT_EQ(Build({"--shards", "2"}).code, kExitOk);
  const std::string third = Current();
  ASSERT_NE(third, second);
  const Outcome back = Run({"rollback", "--index", Index()});
  EXPECT_EQ(back.code, kExitOk) << back.err;
  EXPECT_EQ(Current(), second);
  EXPECT_EQ(Run({"verify", "--index", Index()}).code, kExitOk);
  const Outcome pruned = Run({"prune", "--index", Index(), "--keep", "1"});
  EXPECT_EQ(pruned.code, kExitOk) << pruned.err;
  EXPECT_FALSE(std::filesystem::exists(PathOf(third)));
  EXPECT_TRUE(std::filesystem::exists(PathOf(second) / "facts-2"));
}

TEST_F(RetractCommandTest, UndoTakesItInAgainAndRollbackRefusesIt) {
  ASSERT_EQ(Retract({"--article", "port-7"}).code, kExitIndex) << "there is no index";
  EXPECT_FALSE(std::filesystem::exists(Index()));
  ASSERT_EQ(Build().code, kExitOk);
  const std::string with = Current();
  ASSERT_EQ(Retract({"--article", "port-7"}).code, kExitOk);
  EXPECT_EQ(Retract({"--undo"}).code, kExitUsage);
  EXPECT_EQ(Retract({"--reason", "none"}).code, kExitUsage);
  EXPECT_EQ(Retract({"--article", "dam-1", "--undo"}).code, kExitIndex);
  EXPECT_EQ(Retract({"--article", "port-7", "--undo"}).code, kExitOk);
  ASSERT_EQ(Build().code, kExitOk);
  EXPECT_EQ(Current(), with);
  EXPECT_THAT(Articles(), HasSubstr("port-7"));
  WriteRecords(kDam);
  ASSERT_EQ(Build().code, kExitOk);
  YZ_ASSERT_OK_AND_ASSIGN(const store::GenerationUse use,
                          store::GenerationUse::Acquire(PathOf(with).string()));
  // Found in the older generation, which is in use.
  const Outcome retracted = Retract({"--article", "port-7"});
  EXPECT_EQ(retracted.code, kExitOk) << retracted.err;
  EXPECT_THAT(retracted.err, HasSubstr("kept " + with + ": a server has it open"));
  const std::string now = Current();
  const Outcome back = Run({"rollback", "--index", Index(), "--generation", with});
  EXPECT_EQ(back.code, kExitIndex);
  EXPECT_THAT(back.err, HasSubstr("is retracted"));
  EXPECT_EQ(Current(), now);
}

// Terms stand in the files as they are, unlike texts, which are compressed.
TEST_F(RetractCommandTest, NoWordOfItIsLeft) {
  const std::string words = "zxqjwvk";
  WriteRecords(R"({"id":"port-7","title":"青州港","text":"青州港一期工程代号zxqjwvk。"})"
               "\n" +
               std::string(kDam));
  ASSERT_EQ(Build().code, kExitOk);
  ASSERT_TRUE(std::filesystem::exists(dir_.path() / "idx" / "cache"));
  ASSERT_THAT(EveryByte(), HasSubstr(words));
  ASSERT_EQ(Retract({"--article", "port-7"}).code, kExitOk);
  EXPECT_FALSE(std::filesystem::exists(dir_.path() / "idx" / "cache"));
  const Outcome update = Update();
  EXPECT_EQ(update.code, kExitOk) << update.err;
  EXPECT_THAT(update.err, HasSubstr("used again 0 of 2 analyses, no documents"));
  EXPECT_TRUE(std::filesystem::exists(dir_.path() / "idx" / "cache"));
  EXPECT_THAT(EveryByte(), Not(HasSubstr(words)));
}

// What an earlier generation of the same articles holds in its dictionaries is not known.
TEST_F(RetractCommandTest, AGenerationWithoutItIsPublishedAnewAfterwards) {
  ASSERT_EQ(Build().code, kExitOk);
  const std::string with = Current();
  WriteRecords(kDam);
  ASSERT_EQ(Update().code, kExitOk);
  const std::string without = Current();
  ASSERT_EQ(Retract({"--article", "port-7"}).code, kExitOk);
  EXPECT_FALSE(std::filesystem::exists(PathOf(with)));
  ASSERT_EQ(Update().code, kExitOk);
  const std::string update = Current();
  EXPECT_NE(update, without);
  ASSERT_EQ(Build().code, kExitOk);
  EXPECT_EQ(Current(), update) << "a build is what an update is";
}

TEST_F(RetractCommandTest, AnotherArticleUnderItsNameIsTakenIn) {
  ASSERT_EQ(Build().code, kExitOk);
  ASSERT_EQ(Retract({"--article", "port-7"}).code, kExitOk);
  // The withdrawn line is deleted, so that the next one stands in its place.
  WriteRecords(kDam);
  const Outcome inherits = Update();
  EXPECT_EQ(inherits.code, kExitOk) << inherits.err;
  EXPECT_THAT(inherits.err, AllOf(HasSubstr("1 articles were taken in under the name"),
                                  HasSubstr("dam-1"), Not(HasSubstr("were left out"))));
  EXPECT_THAT(Articles(), HasSubstr("dam-1"));
  // It comes back at another place, without its id.
  std::string moved = kPort;
  moved.replace(moved.find("port-7"), 6, "port-9");
  WriteRecords(std::string(kDam) + moved);
  const Outcome back = Update();
  EXPECT_EQ(back.code, kExitOk) << back.err;
  EXPECT_THAT(back.err, HasSubstr("retracted  1 articles were left out"));
  EXPECT_THAT(Articles(), Not(HasSubstr("port-9")));
}

TEST_F(RetractCommandTest, ADamagedCurrentDoesNotHinderIt) {
  ASSERT_EQ(Build().code, kExitOk);
  dir_.Write("idx/gen-" + Current() + "/passages/postlist.glass", "damaged");
  const Outcome retracted = Retract({"--article", "articles/0123"});
  EXPECT_EQ(retracted.code, kExitOk) << retracted.err;
  EXPECT_THAT(retracted.out, HasSubstr("articles/0123"));
  EXPECT_THAT(retracted.err, AllOf(HasSubstr("no generation that can be read holds articles/0123"),
                                   HasSubstr("cannot be looked through")));
}

TEST_F(RetractCommandTest, WhatGuardsABuildDoesNotHinderIt) {
  const std::string facts =
      dir_.Write("claims.jsonl",
                 R"({"subject":{"displayName":"青州生命科学园"},"property":"入驻企业数",)"
                 R"("quantity":{"amount":"128","unit":"家"},)"
                 R"("citations":[{"article":"a.txt","quote":"入驻企业128家"}]})"
                 "\n")
          .string();
  ASSERT_EQ(Build({"--facts", facts, "--strict"}).code, kExitOk);
  std::filesystem::remove(dir_.path() / "in" / "a.txt");
  EXPECT_EQ(Update({"--max-lost-facts", "0"}).code, kExitCheckFailed) << "the facts are lost";
  EXPECT_EQ(Update({"--facts", facts, "--strict"}).code, kExitCheckFailed);
  dir_.Write("in/a.txt", testing::kStory);
  ASSERT_EQ(Retract({"--article", "a.txt"}).code, kExitOk);
  const Outcome update = Update({"--facts", facts, "--strict", "--max-lost-facts", "0"});
  EXPECT_EQ(update.code, kExitOk) << update.err;
  EXPECT_THAT(update.err, HasSubstr("1 citations of retracted articles left out"));
}

TEST_F(RetractCommandTest, SaysHowToGoOnWhereEverythingIsRetracted) {
  std::filesystem::remove(dir_.path() / "in" / "a.txt");
  ASSERT_EQ(Build().code, kExitOk);
  ASSERT_EQ(Retract({"--article", "port-7", "dam-1"}).code, kExitOk);
  const Outcome update = Update();
  EXPECT_EQ(update.code, kExitInput);
  EXPECT_THAT(update.err, AllOf(HasSubstr("every article of"), HasSubstr("is retracted (2)"),
                                HasSubstr("remove " + Index()), HasSubstr("--undo")));
}

}  // namespace
}  // namespace yinzheng::indexer
