// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The seed articles, which are kept beside the repository: every code point leads back to its
// bytes, and stories, headlines, outlets and bylines are as annotated.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/ingester.h"
#include "indexer/ingest/source_text.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

using ::yinzheng::testing::SharedMissing;
using ::yinzheng::testing::SharedPath;

std::string ReadAll(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class SeedArticlesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto seeds = SharedPath("corpus/seeds");
    if (!seeds) GTEST_SKIP() << SharedMissing("corpus/seeds");
    root_ = *seeds;
    YZ_ASSERT_OK_AND_ASSIGN(
        auto ingester, Ingester::Create({.inputs = {root_.string()}}, base::FileSystem::Real()));
    YZ_ASSERT_OK(ingester->Run([this](IngestedArticle ingested) {
      by_file_[ingested.article.source().path()].push_back(std::move(ingested));
      return absl::OkStatus();
    }));
  }

  std::filesystem::path root_;
  std::map<std::string, std::vector<IngestedArticle>> by_file_;
};

TEST_F(SeedArticlesTest, EveryCodePointLeadsToItsBytesAndBack) {
  for (const auto& [file, stories] : by_file_) {
    const std::string contents = ReadAll(root_ / file);
    for (const IngestedArticle& story : stories) {
      const std::u32string body = text::DecodeUtf8(story.article.body());
      ASSERT_EQ(story.source_map.size(), body.size());
      for (uint32_t i = 0; i < body.size(); ++i) {
        YZ_ASSERT_OK_AND_ASSIGN(const text::ByteRange bytes, story.source_map.ToBytes({i, i + 1}));
        ASSERT_EQ(contents.substr(bytes.begin, bytes.size()),
                  text::EncodeUtf8(std::u32string(1, body[i])));
        YZ_ASSERT_OK_AND_ASSIGN(const text::Span place, story.source_map.ToBody(bytes));
        ASSERT_EQ(place, (text::Span{i, i + 1}));
      }
      YZ_ASSERT_OK_AND_ASSIGN(
          const std::string decoded,
          DecodeSource(contents.substr(static_cast<size_t>(story.article.source().start_byte()),
                                       static_cast<size_t>(story.article.source().end_byte() -
                                                           story.article.source().start_byte())),
                       story.article.extractor()));
      EXPECT_EQ(decoded, story.article.body());
    }
  }
}

TEST_F(SeedArticlesTest, HoldNineStories) {
  std::vector<size_t> stories;
  for (const auto& [file, articles] : by_file_) stories.push_back(articles.size());
  EXPECT_THAT(stories, ::testing::ElementsAre(1, 1, 3, 3, 1));
}

// The story of ours that shares most with the annotated span, in code points of the file.
const v1::Article* BestMatch(const std::vector<IngestedArticle>& stories,
                             const std::string& contents, int64_t start, int64_t end,
                             double& overlap) {
  const v1::Article* best = nullptr;
  overlap = 0;
  for (const IngestedArticle& story : stories) {
    const std::string before =
        contents.substr(0, static_cast<size_t>(story.article.source().start_byte()));
    const auto begin = static_cast<int64_t>(text::DecodeUtf8(before).size());
    const int64_t finish = begin + story.article.body_length();
    const double shared =
        static_cast<double>(std::max<int64_t>(0, std::min(end, finish) - std::max(start, begin)));
    const double all = static_cast<double>(std::max(end, finish) - std::min(start, begin));
    if (shared / all > overlap) {
      overlap = shared / all;
      best = &story.article;
    }
  }
  return best;
}

TEST_F(SeedArticlesTest, AreSplitAndCreditedAsAnnotated) {
  const auto gold = SharedPath("gold");
  if (!gold) GTEST_SKIP() << SharedMissing("gold");
  for (const auto& [file, stories] : by_file_) {
    std::ifstream meta(*gold / (file.substr(0, file.size() - 4) + ".meta.jsonl"));
    const std::string contents = ReadAll(root_ / file);
    for (std::string line; std::getline(meta, line);) {
      const nlohmann::json story = nlohmann::json::parse(line);
      if (story["story"].is_null()) continue;
      double overlap = 0;
      const v1::Article* article =
          BestMatch(stories, contents, story["start"], story["end"], overlap);
      ASSERT_NE(article, nullptr) << file;
      EXPECT_GE(overlap, 0.98) << file;
      if (story["title"].is_string()) {
        EXPECT_EQ(article->title(), story["title"]);
      }
      if (story["outlet"].is_string()) {
        EXPECT_EQ(article->outlet(), story["outlet"]);
      }
      EXPECT_EQ(article->language(), story["language"]);
      const std::vector<std::string> bylines = story["bylines"];
      EXPECT_THAT(article->authors(), ::testing::ElementsAreArray(bylines)) << file;
      const std::vector<std::string> editors = story["editors"];
      EXPECT_THAT(article->editors(), ::testing::ElementsAreArray(editors)) << file;
    }
  }
}

}  // namespace
}  // namespace yinzheng::ingest
