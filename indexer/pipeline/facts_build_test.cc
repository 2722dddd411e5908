// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Imported facts through the whole path: a small corpus in invented words, facts files, a real
// index.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/base/digest.h"
#include "indexer/pipeline/build.h"
#include "indexer/pipeline/verify.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::yinzheng::testing::IsOk;
using ::yinzheng::testing::StatusIs;
using ::yinzheng::testing::TempDir;

constexpr char kStory[] =
    "青州生命科学园新馆开放\n2022-03-04 "
    "来源：青州日报\n青州生命科学园位于青州市高新区，占地面积约3.2公顷，入驻企业128家，"
    "其中高新技术企业57家。\n青州生命科学园管委会主任陈小明表示，2021年园区总收入达到56.4亿元。\n";
constexpr char kRecords[] =
    R"({"id":"r1","title":"青州港","published":"2022-03","text":"青州港去年货物吞吐量达到1.2亿吨，位居全省第二。"})"
    "\n"
    R"({"id":"r2","title":"大学","published":"2022-04","text":"青州大学2021年有在校学生2.3万人。青州大学位于青州市。"})"
    "\n";

std::string Citation(const std::string& article, const std::string& quote) {
  return absl::StrCat(R"({"article":")", article, R"(","quote":")", quote, "\"}");
}

std::string Quantity(const std::string& subject, const std::string& property,
                     const std::string& amount, const std::string& unit,
                     const std::string& citations) {
  return absl::StrCat(R"({"subject":{)", subject, R"(},"property":")", property,
                      R"(","quantity":{"amount":")", amount, R"(","unit":")", unit,
                      R"("},"citations":[)", citations, "]}\n");
}

std::string Named(const std::string& name) {
  return absl::StrCat("\"displayName\":\"", name, "\"");
}

class FactsBuildTest : public ::testing::Test {
 protected:
  void SetUp() override {
    dir_.Write("in/a.txt", kStory);
    dir_.Write("in/r.jsonl", kRecords);
  }

  BuildResult Build(const std::string& contents, int jobs = 1) {
    file_ = dir_.Write("claims.jsonl", contents).string();
    return BuildFiles({file_}, jobs);
  }

  BuildResult BuildFiles(const std::vector<std::string>& files, int jobs = 1) {
    BuildOptions options;
    options.inputs = {(dir_.path() / "in").string()};
    options.index_directory = (dir_.path() / "idx").string();
    options.facts = files;
    options.jobs = jobs;
    return BuildIndex(options, {});
  }

  std::shared_ptr<const store::IndexSnapshot> Open() const {
    const store::GenerationDirectory directory(base::FileSystem::Real(),
                                               (dir_.path() / "idx").string());
    return *store::IndexSnapshot::Open(
        {.directory = directory.PathOf(*directory.Current()), .analyzer_fingerprint = ""});
  }

  // Facts of the index with this amount.
  std::vector<v1::Fact> FactsOf(const std::string& amount) const {
    std::vector<v1::Fact> facts;
    (void)Open()->facts().ForEach([&](const v1::Fact& fact) {
      if (fact.quantity().amount() == amount) facts.push_back(fact);
      return absl::OkStatus();
    });
    return facts;
  }

  TempDir dir_;
  std::string file_;
};

TEST_F(FactsBuildTest, WhatStandsIsIndexedAndVerifies) {
  const BuildResult result =
      Build(Quantity(Named("青州生命科学园"), "高企数量", "57", "家",
                     Citation("a.txt", "入驻企业128家，其中高新技术企业57家")));
  ASSERT_THAT(result.status, IsOk());
  EXPECT_EQ(result.report.imports.read, 1);
  EXPECT_EQ(result.report.imports.indexed, 1);
  EXPECT_THAT(result.report.imports.problems, IsEmpty());
  std::vector<v1::Fact> imported;
  for (const v1::Fact& fact : FactsOf("57")) {
    if (fact.origin() == v1::FACT_ORIGIN_IMPORTED) imported.push_back(fact);
  }
  ASSERT_THAT(imported, SizeIs(1));
  EXPECT_EQ(imported[0].property(), "高企数量");
  EXPECT_EQ(imported[0].rule(), "claims.jsonl:1");
  EXPECT_TRUE(imported[0].subject().entity().starts_with("entities/"));
  NoProgress progress;
  YZ_ASSERT_OK_AND_ASSIGN(
      const VerifyReport verified,
      VerifyIndex(base::FileSystem::Real(), (dir_.path() / "idx").string(), "", progress));
  EXPECT_TRUE(verified.ok()) << verified.ToString();
}

TEST_F(FactsBuildTest, WhatWasFoundAlreadyKeepsItsRule) {
  ASSERT_THAT(BuildFiles({}).status, IsOk());
  const std::vector<v1::Fact> before = FactsOf("120000000");
  ASSERT_THAT(before, SizeIs(1));
  // Cited by other words, and its subject by resource name.
  const std::string subject = absl::StrCat("\"entity\":\"", before[0].subject().entity(), "\"");
  const BuildResult result = Build(Quantity(subject, before[0].property(), "120000000", "吨",
                                            Citation("r1", "货物吞吐量达到1.2亿吨")));
  ASSERT_THAT(result.status, IsOk());
  EXPECT_EQ(result.report.imports.merged, 1) << result.report.ToString();
  const std::vector<v1::Fact> after = FactsOf("120000000");
  ASSERT_THAT(after, SizeIs(1));
  EXPECT_EQ(after[0].name(), before[0].name());
  EXPECT_EQ(after[0].origin(), v1::FACT_ORIGIN_EXTRACTED);
  EXPECT_EQ(after[0].rule(), before[0].rule());
  EXPECT_THAT(after[0].citations(), SizeIs(before[0].citations_size() + 1));
}

TEST_F(FactsBuildTest, SpeakersByResourceNameAreThoseOfTheText) {
  ASSERT_THAT(BuildFiles({}).status, IsOk());
  const std::vector<v1::Fact> found = FactsOf("5640000000");
  ASSERT_THAT(found, SizeIs(1));
  const v1::EntityRef& speaker = found[0].citations(0).attribution().speaker();
  ASSERT_EQ(speaker.display_name(), "陈小明");
  const auto said_by = [](const std::string& entity, const std::string& more) {
    return Quantity(
        Named("青州生命科学园"), "总收入", "5640000000", "元",
        absl::StrCat(R"({"article":"a.txt","quote":"2021年园区总收入达到56.4亿元",)",
                     R"("attribution":{"speaker":{"entity":")", entity, "\"", more, "}}}"));
  };
  const std::string name = absl::StrCat(",", Named("陈小明"));
  const BuildResult result =
      Build(absl::StrCat(said_by(speaker.entity(), name), said_by(speaker.entity(), ""),
                         said_by("entities/none", name), said_by("entities/none", "")));
  ASSERT_THAT(result.status, IsOk());
  EXPECT_THAT(result.report.imports.problems,
              ElementsAre(AllOf(HasSubstr(":3: ATTRIBUTION: "), HasSubstr("entities/none"),
                                HasSubstr("陈小明")),
                          AllOf(HasSubstr(":4: ATTRIBUTION: "), HasSubstr("entities/none"))));
}

TEST_F(FactsBuildTest, EveryProblemIsReportedWithItsPlace) {
  const std::string good = Citation("a.txt", "入驻企业128家");
  const BuildResult result =
      Build(absl::StrCat("{\"subject\":\n\n",  //
                         Quantity(Named("青州生命科学园"), "企业数量", "128", "家",
                                  absl::StrCat(good, ",", Citation("a.txt", "入驻企业129家"))),
                         Quantity(Named("青州生命科学园"), "企业数量", "128", "家",
                                  Citation("b.txt", "入驻企业128家")),
                         Quantity(Named("青州大学"), "学生数量", "23000", "人",
                                  Citation("r.jsonl", "有在校学生2.3万人")),
                         Quantity("\"entity\":\"entities/none\"", "学生数量", "23000", "人",
                                  Citation("r2", "有在校学生2.3万人"))));
  ASSERT_THAT(result.status, IsOk());
  const ImportReport& imports = result.report.imports;
  EXPECT_EQ(imports.read, 5);
  EXPECT_EQ(imports.rejected, 4);
  EXPECT_EQ(imports.left_out, 1);
  EXPECT_THAT(
      imports.problems,
      ElementsAre(HasSubstr(absl::StrCat(file_, ":1: FORMAT: ")),
                  HasSubstr(absl::StrCat(file_, ":3 citations[1]: QUOTE: ")),
                  HasSubstr(absl::StrCat(file_, ":4: ARTICLE: no article is called \"b.txt\"")),
                  HasSubstr(absl::StrCat(file_, ":5: ARTICLE: \"r.jsonl\" holds several")),
                  AllOf(HasSubstr(absl::StrCat(file_, ":6: SUBJECT: ")), HasSubstr("entities/none"),
                        HasSubstr("青州大学"))));
  EXPECT_THAT(result.report.ToString(), HasSubstr("1 citations left out of facts that stand\n"));
}

TEST_F(FactsBuildTest, TheGenerationNamesItsFilesWhateverTheThreads) {
  const std::string claims = Quantity(Named("青州生命科学园"), "高企数量", "57", "家",
                                      Citation("a.txt", "其中高新技术企业57家"));
  const BuildResult one = Build(claims, 1);
  const store::v1::Manifest manifest = Open()->manifest();
  ASSERT_THAT(manifest.facts_files(), SizeIs(1));
  EXPECT_EQ(manifest.facts_files(0).path(), "claims.jsonl");
  EXPECT_EQ(manifest.facts_files(0).sha256(), base::Sha256Hex(claims));
  EXPECT_EQ(Build(claims, 5).report.generation, one.report.generation);
  EXPECT_NE(Build(absl::StrCat(claims, "\n")).report.generation, one.report.generation);
  EXPECT_NE(BuildFiles({}).report.generation, one.report.generation);
}

TEST_F(FactsBuildTest, AFileThatCannotBeReadEndsTheBuildBeforeItBegins) {
  const std::string none = (dir_.path() / "none").string();
  const std::string folder = (dir_.path() / "in").string();
  const std::string damaged = dir_.Write("claims.jsonl.gz", "no gzip").string();
  const std::string here = dir_.Write("x/claims.jsonl", "").string();
  const std::string there = dir_.Write("y/claims.jsonl", "").string();
  EXPECT_THAT(BuildFiles({none}).status, StatusIs(absl::StatusCode::kNotFound, HasSubstr(none)));
  for (const std::vector<std::string>& files :
       {std::vector<std::string>{folder}, {damaged}, {here, there}}) {
    const BuildResult result = BuildFiles(files);
    EXPECT_THAT(result.status,
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(files.back())));
    EXPECT_EQ(result.stage, BuildStage::kInput);
    EXPECT_EQ(result.report.ingest.files, 0);
  }
}

}  // namespace
}  // namespace yinzheng::indexer
