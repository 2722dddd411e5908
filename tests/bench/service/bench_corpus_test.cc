// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/bench_corpus.h"

#include <set>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/support/status_matchers.h"
#include "tests/support/temp_dir.h"

namespace yinzheng::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

nlohmann::json Parse(const std::string& record) { return nlohmann::json::parse(record); }

std::vector<std::string> Two() {
  return {R"({"id":"a","title":"水库","text":"水库蓄水3亿立方米。村民说：“够用了。”"})",
          R"({"id":"b","title":"铁路","text":"铁路全长120公里！"})"};
}

TEST(BenchCorpusTest, CutsBehindSentencesAndTheirQuotationMarks) {
  EXPECT_THAT(CutSentences("他说：“到了。”大家笑了！然后"),
              ElementsAre("他说：“到了。”", "大家笑了！", "然后"));
  EXPECT_THAT(CutSentences(""), ElementsAre());
}

TEST(BenchCorpusTest, TakesTheFirstOnesWhereThereAreEnough) {
  EXPECT_THAT(GrowRecords(Two(), 1), ElementsAre(Two()[0]));
}

TEST(BenchCorpusTest, GrowsBySentencesOfAllWithIdsOfTheirOwn) {
  const std::vector<std::string> grown = GrowRecords(Two(), 20);
  ASSERT_THAT(grown, SizeIs(20));
  std::set<std::string> ids;
  std::set<std::string> known = {"水库蓄水3亿立方米。", "村民说：“够用了。”", "铁路全长120公里！"};
  for (const std::string& record : grown) {
    ids.insert(Parse(record)["id"]);
    for (const std::string& sentence : CutSentences(Parse(record)["text"])) {
      EXPECT_EQ(known.count(sentence), 1) << sentence;
    }
  }
  EXPECT_THAT(ids, SizeIs(20));
  EXPECT_EQ(grown, GrowRecords(Two(), 20)) << "the same every time";
}

TEST(BenchCorpusTest, ChangesOneInSoMany) {
  std::vector<std::string> records = GrowRecords(Two(), 10);
  const std::vector<std::string> before = records;
  EXPECT_EQ(ChangeRecords(4, records), 3);
  for (size_t i = 0; i < records.size(); ++i) {
    EXPECT_EQ(records[i] != before[i], i % 4 == 0) << i;
  }
}

TEST(BenchCorpusTest, ReadsRecordsAndRefusesAFileWithout) {
  const testing::TempDir directory;
  const std::string good = directory.Write("good.jsonl", Two()[0] + "\nnot json\n" + Two()[1]);
  YZ_ASSERT_OK_AND_ASSIGN(const std::vector<std::string> records, ReadRecords(good));
  EXPECT_EQ(records, Two());
  EXPECT_EQ(ReadRecords(directory.Write("bad.jsonl", "{}\n")).status().code(),
            absl::StatusCode::kInvalidArgument);
}

}  // namespace
}  // namespace yinzheng::bench
