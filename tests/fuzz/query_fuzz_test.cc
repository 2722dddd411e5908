// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// No text that a person types breaks a search: every query parses, compiles and runs, and marks
// what matched and nothing else. A filter, written by programs, may be refused, but only with its
// place.

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/cord.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/highlighter.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/fuzz/news_records.h"
#include "tests/fuzz/query_texts.h"
#include "tests/fuzz/random_text.h"
#include "tests/support/shared_corpus.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using testing::MakeArticle;
using testing::SharedAnalyzer;
using testing::SharedSegmenter;
using testing::TempIndex;
using text::IndexToken;
using text::Span;
using ::yinzheng::testing::IsOk;

void ExpectSpansInside(const QueryNode& node, size_t size) {
  EXPECT_LE(node.span.begin, node.span.end);
  EXPECT_LE(node.span.end, size);
  for (const QueryNode& child : node.children) ExpectSpansInside(child, size);
}

// The terms that a query may be matched by.
struct Asked {
  std::set<std::string> terms;
  std::set<std::string> free_words;  // Of them, those that are marked wherever they stand.
  std::vector<std::string> pieces;   // Of runs.
  bool numbers = false;

  void Add(const std::vector<PhraseTerm>& phrase) {
    for (const PhraseTerm& term : phrase) terms.insert(term.term);
  }

  void Add(const CompiledPhrase& phrase, bool loosened) {
    Add(phrase.terms);
    Add(phrase.by_value);
    if (phrase.is_prefix) pieces.push_back(phrase.terms.back().term);
    if (!loosened) return;
    for (const std::vector<PhraseTerm>& way : phrase.loose) {
      Add(way);
      pieces.push_back(way.front().term);
      pieces.push_back(way.back().term);
    }
  }

  void Add(const CompiledClause& clause, const std::vector<Span>& loosened) {
    if (clause.kind == CompiledClause::Kind::kNot || clause.in_title) return;
    for (const QueryTerm& term : clause.terms) {
      if (!term.required) continue;
      terms.insert(term.term);
      free_words.insert(term.term);
    }
    const auto place = std::find(loosened.begin(), loosened.end(), clause.phrase.span);
    if (!clause.phrase.terms.empty()) Add(clause.phrase, place != loosened.end());
    for (const CompiledPhrase& side : clause.near) Add(side, false);
    numbers = numbers || clause.kind == CompiledClause::Kind::kNumbers;
    for (const CompiledClause& child : clause.children) Add(child, loosened);
  }

  bool Covers(const IndexToken& token) const {
    if (terms.contains(token.term)) return true;
    const bool run =
        token.kind == text::TokenKind::kLatin || token.kind == text::TokenKind::kNumber;
    if (!run) return false;
    return (numbers && token.kind == text::TokenKind::kNumber) ||
           std::any_of(pieces.begin(), pieces.end(), [&](const std::string& piece) {
             return absl::StrContains(token.term, piece);
           });
  }
};

// In order, inside the passage, and each from the beginning of one matched term to the end of
// another; some, where a word that stands free in the query is there.
void ExpectExact(const std::vector<yinzheng::v1::TextSpan>& highlights, const PassageHit& hit,
                 const Asked& asked) {
  const yinzheng::v1::TextSpan& place = hit.passage.span();
  const std::vector<IndexToken> tokens =
      AnalyzePassage(SharedAnalyzer(), text::DecodeUtf8(hit.passage.text()),
                     static_cast<uint32_t>(place.start()), hit.skipped);
  std::set<uint32_t> begins;
  std::set<uint32_t> ends;
  for (const IndexToken& token : tokens) {
    if (!asked.Covers(token)) continue;
    begins.insert(token.span.begin);
    ends.insert(token.span.end);
    if (!asked.free_words.contains(token.term)) continue;
    EXPECT_FALSE(highlights.empty()) << token.term;
  }
  int32_t last = place.start();
  for (const yinzheng::v1::TextSpan& highlight : highlights) {
    EXPECT_GE(highlight.start(), last);
    EXPECT_LT(highlight.start(), highlight.end());
    EXPECT_LE(highlight.end(), place.end());
    EXPECT_TRUE(begins.contains(static_cast<uint32_t>(highlight.start()))) << highlight.start();
    EXPECT_TRUE(ends.contains(static_cast<uint32_t>(highlight.end()))) << highlight.end();
    last = highlight.end() + 1;  // Neighbours are one.
  }
}

std::vector<v1::ArticleRecord> Articles() {
  std::vector<v1::ArticleRecord> records = fuzz::NewsRecords(60);
  const std::vector<std::pair<const char*, const char*>> own = {
      {"北京怀柔科学城", "研究院预计2023年底拥有500余家企业。\n产业规模1,200亿元，增长六成。"},
      {"机器人大会",
       "大会2023年7月25日开幕，参展商二万八千二百家，C919客机、5G网络与A股都被提到。"},
      {"臺灣新聞", "臺灣記者看著大屏，討論𠮷野家與ＧＤＰ。"},
      {"Mixed", "The GDPR of 2016, version 1.2.3, costs 3.50 or 60%. PD-1728_A"}};
  for (const auto& [title, body] : own) {
    records.push_back(MakeArticle("articles/own" + std::to_string(records.size()), title, body));
  }
  return records;
}

TEST(QueryFuzzTest, EveryQueryParsesCompilesRunsAndMarksWhatMatched) {
  TempIndex index;
  std::vector<std::u32string> texts;
  for (v1::ArticleRecord& record : Articles()) {
    texts.push_back(text::DecodeUtf8(record.article().body()));
    index.AddArticle(std::move(record));
  }
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  fuzz::QueryTexts queries(20260103, texts);
  size_t found = 0;
  size_t marked = 0;
  for (int run = 0; run < fuzz::Runs() && !::testing::Test::HasFailure(); ++run) {
    const std::string query = queries.Next();
    SCOPED_TRACE(query);
    const ParsedQuery parsed = ParseQuery(query);
    ExpectSpansInside(parsed.root, parsed.text.size());
    PassageSearch search;
    search.query = compiler->Compile(parsed);
    search.page.limit = 3;
    const absl::StatusOr<SearchResults> results = snapshot->passages().Search(search);
    ASSERT_THAT(results, IsOk());
    found += results->hits.size();
    const Highlighter highlighter(SharedAnalyzer(), search.query);
    for (const ArticleHit& hit : results->hits) {
      const PassageHit& passage = hit.passages.front();
      Asked asked;
      asked.Add(search.query.root, passage.loosened);
      const auto highlights = highlighter.Highlight(passage);
      ExpectExact(highlights, passage, asked);
      marked += highlights.size();
    }
  }
  EXPECT_GT(found, 0U);
  EXPECT_GT(marked, 0U);
}

// Every hostile query is answered in bounded time. With $YINZHENG_HOSTILE_ARTICLES news, prints how
// long each took.
TEST(QueryFuzzTest, HostileQueriesAreAnswered) {
  const char* wanted = std::getenv("YINZHENG_HOSTILE_ARTICLES");
  int articles = 0;
  if (wanted == nullptr || !absl::SimpleAtoi(wanted, &articles)) articles = 60;
  TempIndex index;
  for (v1::ArticleRecord& record : Articles()) {
    if (record.article().name().find("own") != std::string::npos) index.AddArticle(record);
  }
  for (v1::ArticleRecord& record : fuzz::NewsRecords(static_cast<size_t>(articles))) {
    index.AddArticle(std::move(record));
  }
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  std::vector<absl::Duration> times;
  for (const auto& [name, query] : fuzz::HostileQueries()) {
    SCOPED_TRACE(name);
    const absl::Time begin = absl::Now();
    PassageSearch search;
    search.query = compiler->Compile(ParseQuery(query));
    const absl::StatusOr<SearchResults> results = snapshot->passages().Search(search);
    ASSERT_THAT(results, IsOk());
    const Highlighter highlighter(SharedAnalyzer(), search.query);
    for (const ArticleHit& hit : results->hits) {
      highlighter.Highlight(hit.passages.front());
    }
    times.push_back(absl::Now() - begin);
    if (wanted != nullptr) {
      std::printf("%-40s %8.1f ms  %3zu hits  %zu warnings\n", name.c_str(),
                  absl::ToDoubleMilliseconds(times.back()), results->hits.size(),
                  search.query.warnings.size() + results->warnings.size());
    }
  }
  std::sort(times.begin(), times.end());
  if (wanted != nullptr) {
    std::printf("p50 %.1f ms, p99 and worst %.1f ms\n",
                absl::ToDoubleMilliseconds(times[times.size() / 2]),
                absl::ToDoubleMilliseconds(times.back()));
  }
  EXPECT_LT(times.back(), absl::Seconds(20));
}

TEST(FilterFuzzTest, EveryFilterIsReadOrRefusedWithItsPlace) {
  fuzz::RandomText random(20260104);
  int refused = 0;
  for (int run = 0; run < fuzz::Runs() && !::testing::Test::HasFailure(); ++run) {
    const std::string filter = random.Bytes();
    SCOPED_TRACE(filter);
    const absl::StatusOr<FilterNode> parsed = ParseFilter(filter, FactFilterFields());
    if (parsed.ok()) continue;
    ++refused;
    EXPECT_EQ(parsed.status().code(), absl::StatusCode::kInvalidArgument);
    const absl::optional<absl::Cord> position =
        parsed.status().GetPayload({kFilterPositionPayload.data(), kFilterPositionPayload.size()});
    size_t place = 0;
    ASSERT_TRUE(position.has_value() && absl::SimpleAtoi(std::string(*position), &place));
    EXPECT_LE(place, text::DecodeUtf8(filter).size());
  }
  EXPECT_GT(refused, 0);
}

}  // namespace
}  // namespace yinzheng::store
