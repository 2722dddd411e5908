// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Knowledge packs through the whole path: a small corpus in invented words, a pack, a real index.

#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/knowledge/entity_resolver.h"
#include "indexer/pipeline/build.h"
#include "indexer/pipeline/verify.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

// The pack's names in three articles: short, in Traditional script, and one that is somebody
// else's.
constexpr char kArticles[] =
    R"({"id":"full","title":"挂牌","published":"2024-03","text":"青州脉冲光研究院昨日挂牌。脉光院去年迁往云山谷，院里有红外线站三座。"})"
    "\n"
    R"({"id":"traditional","title":"開放","published":"2024-04","text":"脈光院今日開放參觀，來訪者眾多。"})"
    "\n"
    R"({"id":"other","title":"比赛","published":"2024-05","text":"白州举行比赛，脉冲院获得第二名。双引擎机制研究中心观看了比赛。"})"
    "\n";

constexpr char kPack[] = R"(title: "test"
entities {
  name: "青州脉冲光研究院" type: ENTITY_TYPE_ORGANIZATION
  abbreviations: "脉光院"
  translations: "QPLI"
  conditional_names { name: "脉冲院" when { full_name: true } }
}
entities { name: "云山谷" type: ENTITY_TYPE_PLACE }
entities { name: "无人提及研究院" type: ENTITY_TYPE_ORGANIZATION }
suppressions { names: "双引擎机制研究中心" }
relations { subject: "脉光院" property_id: "located_in" entity: "云山谷" cues: "迁往" }
relations { subject: "脉光院" property: "邻居" entity: "云山谷" cues: "毗邻" }
)";

class PackBuildTest : public ::testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("in/r.jsonl", kArticles);
    pack_ = dir_.Write("pack/optics.textproto", kPack).string();
  }

  BuildResult Build(const std::string& index, const std::vector<std::string>& packs, int jobs = 1) {
    BuildOptions options;
    options.inputs = {(dir_.path() / "in").string()};
    options.index_directory = (dir_.path() / index).string();
    options.knowledge = packs;
    options.jobs = jobs;
    return BuildIndex(options, {});
  }

  std::shared_ptr<const store::IndexSnapshot> Open(const std::string& index) const {
    const store::GenerationDirectory directory(base::FileSystem::Real(),
                                               (dir_.path() / index).string());
    return *store::IndexSnapshot::Open(
        {.directory = directory.PathOf(*directory.Current()), .analyzer_fingerprint = ""});
  }

  // Entities by display name.
  static std::map<std::string, v1::Entity> Entities(const store::IndexSnapshot& index) {
    std::map<std::string, v1::Entity> entities;
    (void)index.entities().ForEach([&](const v1::Entity& entity) {
      entities[entity.display_name()] = entity;
      return absl::OkStatus();
    });
    return entities;
  }

  static std::vector<v1::Fact> CuratedFacts(const store::IndexSnapshot& index) {
    std::vector<v1::Fact> facts;
    (void)index.facts().ForEach([&](const v1::Fact& fact) {
      if (fact.origin() == v1::FACT_ORIGIN_CURATED) facts.push_back(fact);
      return absl::OkStatus();
    });
    return facts;
  }

  TempDir dir_;
  std::string pack_;
};

std::vector<std::string> AliasTexts(const v1::Entity& entity) {
  std::vector<std::string> texts;
  for (const v1::EntityAlias& alias : entity.aliases()) texts.push_back(alias.text());
  return texts;
}

TEST_F(PackBuildTest, NamesAreFoundInEveryArticleAndScript) {
  ASSERT_THAT(Build("idx", {pack_}).status, IsOk());
  const auto index = Open("idx");
  const auto entities = Entities(*index);
  ASSERT_TRUE(entities.contains("青州脉冲光研究院"));
  const v1::Entity& institute = entities.at("青州脉冲光研究院");
  EXPECT_EQ(institute.name(), knowledge::EntityName("青州脉冲光研究院", institute.type()));
  EXPECT_EQ(institute.type(), v1::ENTITY_TYPE_ORGANIZATION);
  EXPECT_EQ(institute.article_count(), 2);
  EXPECT_THAT(AliasTexts(institute), ElementsAre("青州脉冲光研究院", "脈光院", "脉光院", "QPLI"))
      << "脉冲院 is not printed as its name";
  for (const v1::EntityAlias& alias : institute.aliases()) {
    EXPECT_EQ(alias.has_citation(), alias.text() != "QPLI") << alias.text();
  }
  EXPECT_FALSE(entities.contains("无人提及研究院"));
  EXPECT_FALSE(entities.contains("双引擎机制研究中心"));
}

TEST_F(PackBuildTest, RelationsAreStoredWithTheirCitationAlone) {
  const BuildResult result = Build("idx", {pack_});
  ASSERT_THAT(result.status, IsOk());
  const std::vector<v1::Fact> facts = CuratedFacts(*Open("idx"));
  ASSERT_THAT(facts, SizeIs(1));
  EXPECT_EQ(facts[0].property_id(), "located_in");
  EXPECT_EQ(facts[0].rule(), "optics.textproto:11");
  ASSERT_THAT(facts[0].citations(), SizeIs(1));
  EXPECT_THAT(facts[0].citations(0).quote(), HasSubstr("迁往云山谷"));
  EXPECT_THAT(result.report.ToString(),
              AllOf(HasSubstr("2 of 3 entities are mentioned, 1 of 2 relations"),
                    HasSubstr("optics.textproto:12: no article states")));
}

TEST_F(PackBuildTest, WhatIsPublishedVerifies) {
  ASSERT_THAT(Build("idx", {pack_}).status, IsOk());
  NoProgress progress;
  YZ_ASSERT_OK_AND_ASSIGN(
      const VerifyReport report,
      VerifyIndex(base::FileSystem::Real(), (dir_.path() / "idx").string(), "", progress));
  EXPECT_TRUE(report.ok()) << report.ToString();
}

TEST_F(PackBuildTest, TheGenerationNamesItsPacks) {
  const BuildResult one = Build("one", {pack_}, 1);
  const BuildResult many = Build("many", {(dir_.path() / "pack").string()}, 5);
  const BuildResult none = Build("none", {});
  EXPECT_EQ(one.report.generation, many.report.generation);
  EXPECT_NE(one.report.generation, none.report.generation);
  const store::v1::Manifest manifest = Open("one")->manifest();
  ASSERT_THAT(manifest.packs(), SizeIs(1));
  EXPECT_EQ(manifest.packs(0).path(), "optics.textproto");
  EXPECT_EQ(manifest.packs(0).sha256(), base::Sha256Hex(kPack));
  dir_.Write("pack/optics.textproto",
             absl::StrCat(kPack, "suppressions { names: \"云山谷地\" }\n"));
  EXPECT_NE(Build("other", {pack_}).report.generation, one.report.generation);
}

TEST_F(PackBuildTest, WithoutAPackNothingChanges) {
  const BuildResult without = Build("idx", {});
  ASSERT_THAT(without.status, IsOk());
  EXPECT_THAT(without.report.ToString(), Not(HasSubstr("packs ")));
  const auto index = Open("idx");
  EXPECT_THAT(CuratedFacts(*index), IsEmpty());
  EXPECT_THAT(index->manifest().packs(), IsEmpty());
}

TEST_F(PackBuildTest, FactsAreHeldAgainstTheirArticles) {
  const std::string facts = dir_.Write("facts.textproto", R"(
facts { article: "full" subject: "青州脉冲光研究院" property: "红外线站数" value: "三座"
        quote: "院里有红外线站三座" notes: "counted on site" }
facts { article: "full" subject: "脉光院" property: "红外线站数" value: "四座" quote: "院里有红外线站四座" }
facts { article: "other" subject: "脉冲院" property: "名次" value: "第二" kind: FACT_KIND_RANK
        quote: "脉冲院获得第二名" }
facts { article: "none" subject: "脉冲院" property: "名次" value: "第二" quote: "脉冲院获得第二名" }
)")
                                .string();
  const BuildResult result = Build("idx", {pack_, facts});
  ASSERT_THAT(result.status, IsOk());
  std::map<std::string, v1::Fact> by_rule;
  for (const v1::Fact& fact : CuratedFacts(*Open("idx"))) by_rule[fact.rule()] = fact;
  ASSERT_TRUE(by_rule.contains("facts.textproto:2")) << result.report.ToString();
  const v1::Fact& stations = by_rule["facts.textproto:2"];
  EXPECT_EQ(stations.quantity().amount(), "3");
  EXPECT_EQ(stations.quantity().unit(), "座");
  EXPECT_THAT(stations.notes(), ElementsAre("counted on site"));
  EXPECT_FALSE(by_rule.contains("facts.textproto:4"));
  EXPECT_THAT(result.report.ToString(), AllOf(HasSubstr("facts and edits stand"),
                                              HasSubstr(absl::StrCat(facts, ":4:1: QUOTE: ")),
                                              HasSubstr(absl::StrCat(facts, ":7:1: ARTICLE: "))));
}

TEST_F(PackBuildTest, EditsChangeWhatIsFound) {
  const auto facts_with = [this](const std::string& amount) {
    std::vector<v1::Fact> facts;
    (void)Open("idx")->facts().ForEach([&](const v1::Fact& fact) {
      if (fact.quantity().amount() == amount) facts.push_back(fact);
      return absl::OkStatus();
    });
    return facts;
  };
  ASSERT_THAT(Build("idx", {pack_}).status, IsOk());
  ASSERT_THAT(facts_with("3"), SizeIs(1));
  const v1::Fact found = facts_with("3")[0];
  const auto edited = [&](const std::string& change) {
    const std::string edits =
        dir_.Write("edits.textproto", absl::StrCat("fact_edits { article: \"full\" subject: \"",
                                                   found.subject().display_name(),
                                                   "\" value: \"三座\" ", change, " }\n"))
            .string();
    const BuildResult result = Build("idx", {pack_, edits});
    EXPECT_THAT(result.status, IsOk());
    return result.report.ToString();
  };
  EXPECT_THAT(edited("notes: \"one is closed\""), HasSubstr("1 of 1 facts and edits stand"));
  ASSERT_THAT(facts_with("3"), SizeIs(1));
  EXPECT_THAT(facts_with("3")[0].notes(), ElementsAre("one is closed"));
  EXPECT_EQ(facts_with("3")[0].origin(), v1::FACT_ORIGIN_EXTRACTED);
  edited("new_property: \"站点数\"");
  ASSERT_THAT(facts_with("3"), SizeIs(1));
  EXPECT_EQ(facts_with("3")[0].property(), "站点数");
  EXPECT_EQ(facts_with("3")[0].origin(), v1::FACT_ORIGIN_CURATED);
  EXPECT_EQ(facts_with("3")[0].rule(), "edits.textproto:1");
  EXPECT_THAT(edited("new_subject: \"白州\""), HasSubstr("edits.textproto:1:1: SUBJECT: "));
  edited("suppress: true");
  EXPECT_THAT(facts_with("3"), IsEmpty());
  EXPECT_THAT(edited("property: \"别的\" suppress: true"), HasSubstr("has no fact of"));
  const std::string by_path =
      dir_.Write("path.textproto",
                 "fact_edits { article: \"r.jsonl\" subject: \"脉光院\" value: \"三座\" suppress: "
                 "true }\n")
          .string();
  EXPECT_THAT(Build("idx", {pack_, by_path}).report.ToString(),
              HasSubstr("path.textproto:1:1: no article has the name or external id given in "
                        "`article`; a path is none"));
}

TEST_F(PackBuildTest, ABadPackEndsTheBuildBeforeItBegins) {
  const std::string bad = dir_.Write("bad.textproto", "entities {\n  nam: \"x\"\n}\n").string();
  const BuildResult result = Build("idx", {pack_, bad});
  EXPECT_THAT(result.status,
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(absl::StrCat(bad, ":2:"))));
  EXPECT_EQ(result.stage, BuildStage::kInput);
  EXPECT_EQ(result.report.ingest.files, 0);
  EXPECT_FALSE(base::FileSystem::Real().Exists((dir_.path() / "idx").string()));
}

}  // namespace
}  // namespace yinzheng::indexer
