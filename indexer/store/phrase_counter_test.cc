// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From text to phrases: which runs of words are found, and which of them are phrases.

#include "indexer/store/phrase_counter.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/phrase_runs.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using store::testing::SharedSegmenter;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<PhraseRun> Runs(const std::string& text) {
  return FindPhraseRuns(SharedSegmenter(), text::DecodeUtf8(text));
}

std::vector<std::string> Keys(const std::vector<PhraseRun>& runs) {
  std::vector<std::string> keys;
  for (const PhraseRun& run : runs) keys.push_back(run.key);
  return keys;
}

std::vector<std::string> Keys(const std::vector<Phrase>& phrases) {
  std::vector<std::string> keys;
  for (const Phrase& phrase : phrases) keys.push_back(absl::StrCat(phrase.key, phrase.articles));
  return keys;
}

TEST(PhraseRuns, BeginAndEndWithWordsThatCarryMeaning) {
  const std::vector<std::string> keys =
      Keys(Runs("他们在城市更新项目的工地，谈到经济和社会发展。"));
  EXPECT_THAT(keys, Contains("城市更新项目"));
  EXPECT_THAT(keys, Contains("经济和社会发展"));
  for (const char* none : {"他们在城市", "项目的工地", "工地谈到", "在城市更新", "和社会发展"}) {
    EXPECT_THAT(keys, Not(Contains(none))) << none;
  }
}

TEST(PhraseRuns, StandAsPrintedBesideTheirKey) {
  const std::vector<PhraseRun> runs = Runs("城市更新項目");
  ASSERT_THAT(Keys(runs), Contains("城市更新项目"));
  const auto run = std::find_if(runs.begin(), runs.end(), [](const PhraseRun& candidate) {
    return candidate.key == "城市更新项目";
  });
  EXPECT_EQ(run->printed, "城市更新項目");
  EXPECT_THAT(Keys(Runs("AI 2024 年 。，")), IsEmpty());
}

TEST(PhraseRuns, TitleWordsAreFolded) {
  EXPECT_THAT(TitleWords(SharedSegmenter(), U"量子計算的進展"), Contains("量子"));
  EXPECT_THAT(TitleWords(SharedSegmenter(), U"量子計算的進展"), Contains("进展"));
}

PhraseRun OneRun(const std::string& key) { return {key, key}; }

TEST(PhraseCounter, CountsArticlesNotOccurrences) {
  PhraseCounter counter;
  for (int i = 0; i < 3; ++i) counter.AddArticle({OneRun("城市更新"), OneRun("城市更新")});
  for (int i = 0; i < 2; ++i) counter.AddArticle({OneRun("乡村振兴"), OneRun("乡村振兴")});
  EXPECT_THAT(Keys(counter.Finish()), ElementsAre("城市更新3"));
}

TEST(PhraseCounter, PartsOfAPhraseAreNone) {
  PhraseCounter counter;
  for (int i = 0; i < 4; ++i) {
    counter.AddArticle({OneRun("城市更新项目"), OneRun("城市更新"), OneRun("更新项目")});
  }
  for (int i = 0; i < 4; ++i) counter.AddArticle({OneRun("城市更新")});
  // 城市更新 stands without 项目 as often as with it; 更新项目 never without 城市.
  EXPECT_THAT(Keys(counter.Finish()), ElementsAre("城市更新8", "城市更新项目4"));
}

TEST(PhraseCounter, ARunTooLongForAPhraseStillHasParts) {
  PhraseCounter counter;
  const std::string run = "一体推进教育科技人才事业发展";
  for (int i = 0; i < 3; ++i) counter.AddArticle({OneRun(run), OneRun("教育科技人才事业发展")});
  EXPECT_THAT(Keys(counter.Finish()), IsEmpty());
}

TEST(PhraseCounter, ForgetsRareRunsWhereThereAreTooMany) {
  PhraseCounter counter(/*max_kept=*/100);
  for (int i = 0; i < 1000; ++i) {
    counter.AddArticle({OneRun("城市更新"), OneRun(absl::StrCat("第", i, "号工程"))});
  }
  EXPECT_THAT(Keys(counter.Finish()), ElementsAre("城市更新1000"));
}

}  // namespace
}  // namespace yinzheng::store
