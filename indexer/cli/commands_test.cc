// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The commands as a user meets them: flags in, text and exit codes out.

#include "indexer/cli/commands.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/file_system.h"
#include "indexer/cli/testing/commands_fixture.h"
#include "nlohmann/json.hpp"

namespace yinzheng::indexer {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::vector<std::string> Keys(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

using CommandsTest = testing::CommandsFixture;
using testing::kStory;
using testing::Outcome;

TEST_F(CommandsTest, BuildReportsAndPublishes) {
  const Outcome built = Build();
  EXPECT_EQ(built.code, kExitOk) << built.err;
  EXPECT_THAT(built.err,
              AllOf(HasSubstr("read       1 files, 1 articles"), HasSubstr("published")));
  EXPECT_THAT(built.out, IsEmpty());
  const Outcome verified = Run({"verify", "--index", Index()});
  EXPECT_EQ(verified.code, kExitOk) << verified.out;
  EXPECT_THAT(verified.out, HasSubstr("failed     0"));
  EXPECT_THAT(Run({"info", "--index", Index()}).out, HasSubstr("articles     1"));
  EXPECT_THAT(Run({"list", "--index", Index()}).out, HasSubstr("* "));
}

TEST_F(CommandsTest, ShardsAreToldVerifiedAndKeptByUpdates) {
  ASSERT_EQ(Build({"--shards", "3"}).code, kExitOk);
  const Outcome verified = Run({"verify", "--index", Index()});
  EXPECT_EQ(verified.code, kExitOk) << verified.out;
  EXPECT_THAT(verified.out, HasSubstr("failed     0"));
  const std::string told = Run({"info", "--index", Index()}).out;
  EXPECT_THAT(told, AllOf(HasSubstr("shard        0 of 3"), HasSubstr("shard        2 of 3")));
  const Outcome updated = Run({"update", "--input", Input(), "--index", Index()});
  EXPECT_EQ(updated.code, kExitOk) << updated.err;
  EXPECT_EQ(Run({"info", "--index", Index()}).out, told);
  EXPECT_EQ(Build({"--shards", "65"}).code, kExitUsage);
  ASSERT_EQ(Build().code, kExitOk);
  EXPECT_THAT(Run({"info", "--index", Index()}).out, Not(HasSubstr("shard ")));
}

TEST_F(CommandsTest, ImportedFactsAreReportedAndStrictRefusesFalseOnes) {
  const auto claim = [](const std::string& amount) {
    return R"({"subject":{"displayName":"青州生命科学园"},"property":"入驻企业数","quantity":{"amount":")" +
           amount +
           R"(","unit":"家"},"citations":[{"article":"a.txt","quote":"入驻企业128家"}]})"
           "\n";
  };
  const std::string facts = dir_.Write("claims.jsonl", claim("128") + claim("182")).string();
  const std::string report = (dir_.path() / "report").string();
  const Outcome built = Build({"--facts", facts, "--facts-report", report});
  EXPECT_EQ(built.code, kExitOk) << built.err;
  const std::string problem = facts + ":2: VALUE: claimed 182 家";
  EXPECT_THAT(built.err,
              AllOf(HasSubstr("2 facts: "), HasSubstr("1 rejected"), HasSubstr(problem)));
  EXPECT_THAT(*base::FileSystem::Real().ReadFile(report), HasSubstr(problem));
  const std::string current = Run({"list", "--index", Index()}).out;
  EXPECT_THAT(Run({"info", "--index", Index()}).out, HasSubstr("facts file   claims.jsonl"));
  const Outcome strict = Build({"--facts", facts, "--strict"});
  EXPECT_EQ(strict.code, kExitCheckFailed);
  EXPECT_THAT(strict.err, HasSubstr(problem));
  EXPECT_EQ(Run({"list", "--index", Index()}).out, current);
  dir_.Write("claims.jsonl", claim("128"));
  EXPECT_EQ(Build({"--facts", facts, "--strict"}).code, kExitOk);
  EXPECT_EQ(Build({"--facts", "/no/such"}).code, kExitInput);
}

TEST_F(CommandsTest, KnowledgePacksAreReadAndNamed) {
  const std::string pack =
      dir_.Write("town.textproto", "entities { name: \"青州市高新区\" type: ENTITY_TYPE_PLACE }\n")
          .string();
  const Outcome built = Build({"--knowledge", pack});
  EXPECT_EQ(built.code, kExitOk) << built.err;
  EXPECT_THAT(built.err, HasSubstr("packs      1 files; 1 of 1 entities are mentioned"));
  EXPECT_THAT(Run({"info", "--index", Index()}).out, HasSubstr("pack         town.textproto"));
  const std::string bad = dir_.Write("bad.textproto", "\nentities { name: \"青州市\" }\n").string();
  const Outcome refused = Build({"--knowledge", bad});
  EXPECT_EQ(refused.code, kExitInput);
  EXPECT_THAT(refused.err, HasSubstr(bad + ":2:1: entity \"青州市\" has no type"));
}

TEST_F(CommandsTest, ExitCodesTellWhatWentWrong) {
  EXPECT_EQ(Run({"build", "--index", Index()}).code, kExitUsage);
  EXPECT_EQ(Run({"build", "--input", "/no/such", "--index", Index()}).code, kExitInput);
  const std::string bad = dir_.Write("m.data", "{}").string();
  EXPECT_EQ(Build({"--metadata", bad}).code, kExitInput);
  const std::string file = dir_.Write("file", "x").string();
  EXPECT_EQ(Run({"build", "--input", Input(), "--index", file}).code, kExitIndex);
  for (const char* command : {"verify", "info", "rollback", "prune"}) {
    EXPECT_EQ(Run({command, "--index", "/no/such"}).code, kExitIndex) << command;
  }
  dir_.Write("in/photo.jpg", "x");
  const Outcome strict = Build({"--strict"});
  EXPECT_EQ(strict.code, kExitCheckFailed);
  EXPECT_THAT(strict.err, HasSubstr("photo.jpg"));
}

TEST_F(CommandsTest, ExportsEveryKindAsJsonLines) {
  ASSERT_EQ(Build().code, kExitOk);
  const auto lines = [this](const std::string& what) {
    return Run({"export", "--index", Index(), "--what", what}).Lines();
  };
  ASSERT_EQ(lines("articles").size(), 1u);
  const json article = lines("articles")[0];
  EXPECT_THAT(Keys(article), IsSupersetOf({"name", "externalId", "title", "outlet", "published",
                                           "body", "source", "bodySha256", "extractor"}));
  EXPECT_EQ(article["outlet"], "青州日报");
  ASSERT_FALSE(lines("passages").empty());
  EXPECT_THAT(Keys(lines("passages")[0]),
              IsSupersetOf({"name", "span", "text", "article", "externalId", "title", "outlet",
                            "published", "language"}));
  ASSERT_FALSE(lines("entities").empty());
  EXPECT_THAT(Keys(lines("entities")[0]), IsSupersetOf({"name", "displayName", "type", "aliases"}));
  ASSERT_FALSE(lines("mentions").empty());
  const json mention = lines("mentions")[0];
  EXPECT_THAT(Keys(mention), IsSupersetOf({"entity", "article", "span", "text", "source"}));
  EXPECT_EQ(mention["source"]["path"], "a.txt");
  const int64_t begin = std::stoll(mention["source"].value("startByte", "0"));
  const int64_t end = std::stoll(mention["source"].value("endByte", "0"));
  EXPECT_EQ(
      std::string(kStory).substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin)),
      mention["text"]);
  ASSERT_FALSE(lines("facts").empty());
  EXPECT_THAT(Keys(lines("facts")[0]), IsSupersetOf({"name", "subject", "property", "citations"}));
  EXPECT_EQ(Run({"export", "--index", Index(), "--what", "everything"}).code, kExitUsage);
}

TEST_F(CommandsTest, RollbackAndPruneKeepWhatIsCurrent) {
  ASSERT_EQ(Build().code, kExitOk);
  EXPECT_EQ(Run({"rollback", "--index", Index()}).code, kExitIndex) << "nothing before the first";
  dir_.Write("in/b.txt", kStory);
  ASSERT_EQ(Run({"update", "--input", Input(), "--index", Index()}).code, kExitOk);
  const std::string before = Run({"info", "--index", Index()}).out;
  EXPECT_THAT(before, HasSubstr("articles     2"));
  EXPECT_EQ(Run({"rollback", "--index", Index()}).code, kExitOk);
  EXPECT_THAT(Run({"info", "--index", Index()}).out, HasSubstr("articles     1"));
  const Outcome pruned = Run({"prune", "--index", Index(), "--keep", "1"});
  EXPECT_EQ(pruned.code, kExitOk) << pruned.err;
  EXPECT_THAT(Run({"info", "--index", Index()}).out, HasSubstr("articles     1"));
}

TEST_F(CommandsTest, RollbackMakesCurrentAgainWhereItIsLost) {
  ASSERT_EQ(Build().code, kExitOk);
  const std::string before = Run({"info", "--index", Index()}).out;
  const std::filesystem::path current = dir_.path() / "idx" / "CURRENT";
  std::filesystem::remove(current);
  EXPECT_EQ(Run({"info", "--index", Index()}).code, kExitIndex);
  const Outcome latest = Run({"rollback", "--index", Index()});
  EXPECT_EQ(latest.code, kExitOk) << latest.err;
  EXPECT_EQ(Run({"info", "--index", Index()}).out, before);
  const std::string id = latest.out.substr(latest.out.find("is ") + 3);
  std::filesystem::remove(current);
  const Outcome named =
      Run({"rollback", "--index", Index(), "--generation", id.substr(0, id.find('\n'))});
  EXPECT_EQ(named.code, kExitOk) << named.err;
  EXPECT_EQ(Run({"info", "--index", Index()}).out, before);
}

TEST_F(CommandsTest, FactsThatAreGoneAreToldAndMayStopABuild) {
  dir_.Write("in/b.txt", "青州港通航\n2024-05-06\n青州港一期工程建成，泊位有12个，投资3.5亿元。\n");
  ASSERT_EQ(Build({"--max-lost-facts", "0"}).code, kExitOk) << "nothing was there to lose";
  const std::string first = Run({"info", "--index", Index()}).out;
  EXPECT_THAT(Run({"diff", "--index", Index()}).err, HasSubstr("none was built before"));
  std::filesystem::remove(dir_.path() / "in" / "b.txt");

  const Outcome refused = Build({"--max-lost-facts", "5"});
  EXPECT_EQ(refused.code, kExitCheckFailed);
  EXPECT_THAT(refused.err, AllOf(HasSubstr("nothing is published"), HasSubstr("- 青州港")));
  EXPECT_EQ(Run({"info", "--index", Index()}).out, first);
  EXPECT_EQ(Build({"--max-lost-facts", "101"}).code, kExitUsage);

  ASSERT_EQ(Build({"--max-lost-facts", "100"}).code, kExitOk);
  const Outcome diff = Run({"diff", "--index", Index()});
  EXPECT_EQ(diff.code, kExitOk) << diff.err;
  EXPECT_THAT(diff.out, AllOf(HasSubstr("gained     0"), HasSubstr("12个")));
  EXPECT_THAT(Run({"diff", "--index", Index(), "--limit", "0"}).out, Not(HasSubstr("12个")));
}

TEST_F(CommandsTest, ABuildMayKeepOnlySoManyGenerations) {
  const auto generations = [this] {
    const std::string out = Run({"list", "--index", Index()}).out;
    return std::count(out.begin(), out.end(), '\n');
  };
  ASSERT_EQ(Build().code, kExitOk);
  const auto lines_of_one = generations();
  dir_.Write("in/b.txt", kStory);
  ASSERT_EQ(Build({"--keep", "1"}).code, kExitOk);
  EXPECT_EQ(generations(), lines_of_one);
  EXPECT_THAT(Run({"info", "--index", Index()}).out, HasSubstr("articles     2"));
}

TEST_F(CommandsTest, AnnotatesLineByLine) {
  const Outcome annotated =
      Run({"annotate"},
          R"({"id":7,"text":"𠀀2022年3月4日，青州大学投入1.5亿元。","published":"2022-03-05"})"
          "\n\n"
          R"({"id":"b","text":""})"
          "\n");
  ASSERT_EQ(annotated.code, kExitOk) << annotated.err;
  const std::vector<json> lines = annotated.Lines();
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0]["id"], 7);
  EXPECT_EQ(lines[1]["id"], "b");
  EXPECT_THAT(Keys(lines[0]),
              ::testing::UnorderedElementsAre("id", "mentions", "numbers", "quantities", "dates"));
  ASSERT_EQ(lines[0]["dates"].size(), 1u);
  EXPECT_EQ(lines[0]["dates"][0],
            json({{"start", 1}, {"end", 10}, {"text", "2022年3月4日"}, {"edtf", "2022-03-04"}}));
  ASSERT_EQ(lines[0]["quantities"].size(), 1u);
  const json quantity = lines[0]["quantities"][0];
  EXPECT_EQ(quantity["amount"], "150000000");
  EXPECT_EQ(quantity["unit"], "元");
  EXPECT_EQ(quantity["modifier"], "EXACT");
}

TEST_F(CommandsTest, AnnotateNamesTheBadLine) {
  const Outcome bad = Run({"annotate"}, "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\"}\n");
  EXPECT_EQ(bad.code, kExitInput);
  EXPECT_THAT(bad.err, HasSubstr("line 2"));
}

}  // namespace
}  // namespace yinzheng::indexer
