// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Recall, as a property: a quotation of one to eight characters of a text, cut anywhere, finds the
// text. What is indexed and what is asked never differ by where words happen to be cut.
//
// One thing is excepted. A cut inside a run of letters or digits makes another word or number: "20"
// of 2023 finds 2023 only where no text says 20 by itself. Nor is every run found that a single
// letter or digit is a piece of: only the most frequent ones are looked at, with a warning.

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/fuzz/news_records.h"
#include "tests/fuzz/random_text.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::MakeArticle;
using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using store::testing::TempIndex;

// `text` between marks that it does not hold itself; empty if it holds all.
std::string Quoted(std::u32string_view text) {
  for (const auto& [open, close] :
       {std::pair(U"「", U"」﹂｣"), std::pair(U"『", U"』﹄"), std::pair(U"“", U"\"”“〞〟‟＂")}) {
    if (text.find_first_of(close) != std::u32string_view::npos) continue;
    return text::EncodeUtf8(std::u32string(open) + std::u32string(text) +
                            std::u32string(close).substr(0, 1));
  }
  return "";
}

// True if a run of letters or digits is so long that it is not indexed.
bool HasOverlongRun(const std::string& utf8) {
  size_t size = 0;
  for (const char32_t c : text::DecodeUtf8(utf8)) {
    size = text::IsDigit(c) || text::IsLatinLetter(c) || c == U'.' || c == U',' ? size + 1 : 0;
    if (size > text::kMaxTermBytes / 2) return true;
  }
  return false;
}

class SubstringTest : public ::testing::Test {
 protected:
  void Publish(std::vector<v1::ArticleRecord> records) {
    records_ = std::move(records);
    for (const v1::ArticleRecord& record : records_) index_.AddArticle(record);
    YZ_ASSERT_OK_AND_ASSIGN(snapshot_, index_.Publish());
    YZ_ASSERT_OK_AND_ASSIGN(compiler_, QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  }

  // Asks for `rounds` quotations of every article.
  void ExpectFound(int rounds) {
    for (const v1::ArticleRecord& record : records_) {
      const std::u32string body = text::DecodeUtf8(record.article().body());
      for (int round = 0; round < rounds && record.passages_size() > 0; ++round) {
        const auto& passage =
            record.passages(static_cast<int>(Below(static_cast<size_t>(record.passages_size()))));
        const auto begin = static_cast<size_t>(passage.start());
        const size_t at = begin + Below(static_cast<size_t>(passage.end()) - begin);
        const size_t size = std::min(1 + Below(8), static_cast<size_t>(passage.end()) - at);
        ExpectQuotationFound(record.article().name(), std::u32string_view(body).substr(at, size));
        if (::testing::Test::HasFailure()) {
          ADD_FAILURE() << record.article().body();
          return;
        }
      }
    }
    EXPECT_GT(asked_, 0);
  }

  int asked_ = 0;
  int excepted_ = 0;

 private:
  size_t Below(size_t bound) { return static_cast<size_t>(random_() % bound); }

  void ExpectQuotationFound(const std::string& name, std::u32string_view quotation) {
    const std::string query = Quoted(quotation);
    if (query.empty()) return;
    PassageSearch search;
    search.query = compiler_->Compile(ParseQuery(query));
    if (search.query.MatchesEverything()) return;  // Nothing but punctuation.
    search.page.limit = records_.size();
    YZ_ASSERT_OK_AND_ASSIGN(const SearchResults results, snapshot_->passages().Search(search));
    ++asked_;
    const bool found = std::any_of(results.hits.begin(), results.hits.end(),
                                   [&](const auto& hit) { return hit.article.name() == name; });
    if (found) return;
    ++excepted_;
    const CompiledPhrase& phrase = search.query.root.children.at(0).phrase;
    EXPECT_FALSE(phrase.loose.empty()) << query << " does not find " << name;
    EXPECT_FALSE(results.hits.empty()) << query << " finds nothing, not " << name;
    EXPECT_TRUE(results.warnings.empty()) << query << " found others by a piece";
  }

  std::mt19937_64 random_{20260129};
  TempIndex index_;
  std::vector<v1::ArticleRecord> records_;
  std::shared_ptr<const IndexSnapshot> snapshot_;
  std::unique_ptr<QueryCompiler> compiler_;
};

TEST_F(SubstringTest, AnyQuotationFindsItsTextWhateverTheText) {
  fuzz::RandomText texts(20260128);
  std::vector<v1::ArticleRecord> records;
  for (int i = 0; i < 60; ++i) {
    std::string body = texts.Utf8();
    while (body.empty() || HasOverlongRun(body)) body = texts.Utf8();
    records.push_back(MakeArticle("articles/" + std::to_string(i), "随机", body));
  }
  Publish(std::move(records));
  ExpectFound(40);
}

TEST_F(SubstringTest, AnyQuotationFindsItsNews) {
  std::vector<v1::ArticleRecord> records = fuzz::NewsRecords(300);
  if (records.empty()) GTEST_SKIP() << yinzheng::testing::SharedMissing(fuzz::kNewsFile);
  Publish(std::move(records));
  ExpectFound(5);
  // News has few letters and digits, so that nearly everything is found without exception.
  EXPECT_LT(excepted_, asked_ / 10);
}

}  // namespace
}  // namespace yinzheng::store
