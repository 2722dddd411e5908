// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/document_codec.h"

#include <memory>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using yinzheng::testing::IsOkAndHolds;
using yinzheng::testing::StatusIs;

// Records that are alike, each with something of its own.
std::vector<std::string> Records(size_t count, uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::string> records;
  for (size_t i = 0; i < count; ++i) {
    records.push_back(absl::StrCat("articles/", random(), " 江城日报 江城市今年新建公园 ",
                                   random() % 100, " 处，记者从园林部门获悉，详情见第 ",
                                   random() % 9, " 版。", random(), random()));
  }
  return records;
}

TEST(DocumentCodecTest, GivesBackWhatItWasGiven) {
  const std::string dictionary = TrainDictionary(Records(3000, 1));
  ASSERT_FALSE(dictionary.empty());
  YZ_ASSERT_OK_AND_ASSIGN(const auto held, HoldDictionary(dictionary));
  for (const std::string& used : {dictionary, std::string()}) {
    const DocumentCompressor compressor(used);
    for (const std::string& record : Records(50, 2)) {
      YZ_ASSERT_OK_AND_ASSIGN(const std::string compressed, compressor.Compress(record));
      EXPECT_THAT(Decompress(compressed), IsOkAndHolds(record));
    }
    YZ_ASSERT_OK_AND_ASSIGN(const std::string nothing, compressor.Compress(""));
    EXPECT_THAT(Decompress(nothing), IsOkAndHolds(""));
  }
}

TEST(DocumentCodecTest, ADictionaryHalvesShortRecords) {
  const DocumentCompressor with(TrainDictionary(Records(3000, 1)));
  const DocumentCompressor without("");
  size_t small = 0;
  size_t large = 0;
  for (const std::string& record : Records(100, 3)) {
    YZ_ASSERT_OK_AND_ASSIGN(const std::string a, with.Compress(record));
    YZ_ASSERT_OK_AND_ASSIGN(const std::string b, without.Compress(record));
    small += a.size();
    large += b.size();
  }
  EXPECT_LT(small * 2, large);
}

TEST(DocumentCodecTest, TheSameSamplesGiveTheSameDictionary) {
  EXPECT_EQ(TrainDictionary(Records(3000, 4)), TrainDictionary(Records(3000, 4)));
  EXPECT_EQ(TrainDictionary(Records(10, 4)), "") << "too little to learn from";
  EXPECT_EQ(TrainDictionary({}), "");
}

// Of samples that differ in one word the texts of a dictionary are the same and its tables not.
TEST(DocumentCodecTest, DictionariesOfNearlyTheSameSamplesAreInUseSideBySide) {
  std::vector<std::shared_ptr<const DocumentDictionary>> held;
  std::set<std::string> different;
  std::vector<std::string> samples = Records(3000, 7);
  for (const char* word : {"abc", "bdf", "cfi", "dhl"}) {
    samples.front().replace(samples.front().size() - 3, 3, word);
    const std::string dictionary = TrainDictionary(samples);
    different.insert(dictionary);
    YZ_ASSERT_OK_AND_ASSIGN(auto one, HoldDictionary(dictionary));
    held.push_back(std::move(one));
  }
  EXPECT_EQ(different.size(), held.size()) << "or this test shows nothing";
}

TEST(DocumentCodecTest, WhatCannotBeReadIsDataLoss) {
  std::string compressed;
  {
    const std::string dictionary = TrainDictionary(Records(3000, 5));
    YZ_ASSERT_OK_AND_ASSIGN(const auto held, HoldDictionary(dictionary));
    YZ_ASSERT_OK_AND_ASSIGN(compressed, DocumentCompressor(dictionary).Compress(Records(1, 6)[0]));
    EXPECT_TRUE(Decompress(compressed).ok());
    std::string damaged = compressed;
    damaged.resize(damaged.size() / 2);
    EXPECT_THAT(Decompress(damaged), StatusIs(absl::StatusCode::kDataLoss));
  }
  EXPECT_THAT(Decompress(compressed), StatusIs(absl::StatusCode::kDataLoss))
      << "nobody holds its dictionary any longer";
  EXPECT_THAT(Decompress("no frame at all"), StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(Decompress(""), StatusIs(absl::StatusCode::kDataLoss));
}

// The number stands in four bytes after the magic ones.
TEST(DocumentCodecTest, AnotherDictionaryOfTheSameNumberIsRefused) {
  const std::string dictionary = TrainDictionary(Records(3000, 9));
  std::string other = TrainDictionary(Records(3000, 10));
  ASSERT_GT(dictionary.size(), 8U);
  ASSERT_GT(other.size(), 8U);
  other.replace(4, 4, dictionary, 4, 4);
  ASSERT_NE(other, dictionary);
  {
    YZ_ASSERT_OK_AND_ASSIGN(const auto held, HoldDictionary(dictionary));
    YZ_ASSERT_OK_AND_ASSIGN(const auto again, HoldDictionary(dictionary));
    EXPECT_TRUE(held == again);
    EXPECT_THAT(HoldDictionary(other), StatusIs(absl::StatusCode::kFailedPrecondition));
  }
  YZ_EXPECT_OK(HoldDictionary(other).status()) << "nobody holds the first one any longer";
}

TEST(DocumentCodecTest, ThreadsReadAtOnce) {
  const std::string dictionary = TrainDictionary(Records(3000, 7));
  YZ_ASSERT_OK_AND_ASSIGN(const auto held, HoldDictionary(dictionary));
  const DocumentCompressor compressor(dictionary);
  const std::vector<std::string> records = Records(200, 8);
  std::vector<std::string> compressed;
  for (const std::string& record : records) {
    YZ_ASSERT_OK_AND_ASSIGN(compressed.emplace_back(), compressor.Compress(record));
  }
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (size_t j = 0; j < records.size(); ++j) {
        EXPECT_THAT(Decompress(compressed[j]), IsOkAndHolds(records[j]));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

}  // namespace
}  // namespace yinzheng::store
