// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Queries as people type them against a real index, from text to hits and highlights.

#include "indexer/store/passage_searcher.h"

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/article_tokens.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/highlighter.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using store::testing::AddMentions;
using store::testing::MakeArticle;
using store::testing::MakeEntity;
using store::testing::SharedAnalyzer;
using store::testing::SharedSegmenter;
using store::testing::TempIndex;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAreArray;
using yinzheng::testing::IsOk;
using yinzheng::testing::StatusIs;

struct Source {
  const char* id;
  const char* title;
  const char* body;
  const char* day;
  const char* outlet;
};

// Our own sentences. Line breaks part paragraphs, which are passages.
constexpr Source kSources[] = {
    {"a", "机器人产业园开工", "机器人产业园今天在昌平开工，总投资三十亿元。\n产业园预计明年建成。",
     "2024-05-06", "京城日报"},
    {"b", "北京機器人大會", "北京機器人大會開幕，參展商超過五百家。", "2023-08-01", "北方晚报"},
    {"c", "中国、美国举行会谈", "中国、美国今天举行会谈，讨论气候问题。", "", "北方晚报"},
    {"d", "路灯更换", "街道办更换了老旧的灯，大灯换成了LED。", "2024-05-06", "社区报"},
    {"e", "C919客机交付", "第五架C919客机交付，航程5555公里，GDP增长与ＧＤＰ总量都有提及。",
     "2022-01-01", "京城日报"},
    {"f", "财报", "公司营收1,200亿元，A股上涨，编号PD1728_A_1的产品停产。", "2021-12-31", "社区报"},
};

class PassageSearcherTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    suite_index = new TempIndex();
    suite_index->AddEntity(
        MakeEntity("entities/park", "机器人产业园", yinzheng::v1::ENTITY_TYPE_PLACE, {"产业园"}));
    for (const Source& source : kSources) {
      v1::ArticleRecord record =
          MakeArticle(std::string("articles/") + source.id, source.title, source.body);
      record.mutable_article()->set_outlet(source.outlet);
      record.mutable_article()->mutable_published()->set_earliest(source.day);
      record.mutable_article()->mutable_published()->set_latest(source.day);
      AddMentions(record, "entities/park", "机器人产业园");
      suite_index->AddArticle(record);
    }
    auto snapshot = suite_index->Publish();
    ASSERT_THAT(snapshot, IsOk());
    suite_snapshot = new std::shared_ptr<const IndexSnapshot>(*std::move(snapshot));
    auto compiler = QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter());
    ASSERT_THAT(compiler, IsOk());
    suite_compiler = compiler->release();
  }
  static void TearDownTestSuite() {
    delete suite_compiler;
    delete suite_snapshot;
    delete suite_index;
  }

  static PassageSearch Request(const std::string& query) {
    PassageSearch search;
    search.query = suite_compiler->Compile(ParseQuery(query));
    return search;
  }

  static SearchResults Run(const PassageSearch& search) {
    absl::StatusOr<SearchResults> results = (*suite_snapshot)->passages().Search(search);
    EXPECT_THAT(results, IsOk());
    return results.ok() ? *std::move(results) : SearchResults();
  }

  static std::vector<std::string> Ids(const SearchResults& results) {
    std::vector<std::string> ids;
    for (const ArticleHit& hit : results.hits) ids.push_back(hit.article.name().substr(9));
    return ids;
  }

  static std::vector<std::string> Found(const std::string& query) {
    return Ids(Run(Request(query)));
  }

  // The words that are marked in the best passage of the first hit.
  static std::vector<std::string> Marked(const std::string& query) {
    const PassageSearch search = Request(query);
    const SearchResults results = Run(search);
    if (results.hits.empty()) return {};
    const PassageHit& passage = results.hits[0].passages[0];
    const std::u32string text = text::DecodeUtf8(passage.passage.text());
    const auto begin = static_cast<uint32_t>(passage.passage.span().start());
    std::vector<std::string> words;
    for (const auto& span : Highlighter(SharedAnalyzer(), search.query).Highlight(passage)) {
      words.push_back(
          text::EncodeUtf8(text::Slice(text, {static_cast<uint32_t>(span.start()) - begin,
                                              static_cast<uint32_t>(span.end()) - begin})));
    }
    return words;
  }

  static inline TempIndex* suite_index = nullptr;
  static inline std::shared_ptr<const IndexSnapshot>* suite_snapshot = nullptr;
  static inline QueryCompiler* suite_compiler = nullptr;
};

TEST_F(PassageSearcherTest, FindsWhatPeopleType) {
  const struct {
    const char* query;
    std::vector<std::string> want;  // In any order.
  } rows[] = {
      {"机器人", {"a", "b"}},
      {"機器人", {"a", "b"}},  // Either script finds both.
      {"机器人大会", {"a", "b"}},
      {"机器人 -大会", {"a"}},
      {"机器人 -\"大会开幕\"", {"a"}},
      {"\"机器人大会\"", {"b"}},
      {"「机器人产业园」", {"a"}},
      {"\"国美\"", {}},           // A phrase does not run across punctuation,
      {"\"中国、美国\"", {"c"}},  // unless it has the punctuation itself.
      {"\"中国美国\"", {}},
      {"灯", {"d"}},  // Single characters and the ends of words are found.
      {"大灯", {"d"}},
      {"led", {"d"}},
      {"ＬＥＤ", {"d"}},
      {"gdp", {"e"}},
      {"GDP 增长 rate", {"e"}},  // Mixed scripts are no error.
      {"c919", {"e"}},
      {"\"C919客机\"", {"e"}},
      {"PD1728", {"f"}},
      {"pd-1728", {"f"}},
      {"1200亿", {"f"}},
      {"\"A股\"", {"f"}},
      {"会谈 OR 客机", {"c", "e"}},
      {"\"会谈\" | \"客机\" | 上涨", {"c", "e", "f"}},
      {"title:机器人", {"a", "b"}},
      {"title:开幕", {}},
      {"outlet:社区报", {"d", "f"}},
      {"outlet:社區報 -A股", {"d"}},
      {"机器人 outlet:京城日报", {"a"}},
      {"entity:产业园", {"a"}},
      {"entity:entities/park", {"a"}},
      {"entity:无此物", {}},
      {"没有任何文章写过的詞語", {}},
      {"-机器人", {"c", "d", "e", "f"}},     // No passage of an article may have it.
      {"\"昌平开工\" \"明年建成\"", {"a"}},  // In different passages of one article.
      {"\"昌平开工\" 建成", {"a"}},
      {"\"昌平开工\" 客机", {"a"}},  // Words beside a phrase rank, they do not restrict.
      {"\"昌平开工\" \"客机\"", {}},
      {"「昌平开工」是哪一年动工的？", {"a"}},
      {"", {"a", "b", "c", "d", "e", "f"}},
      {"，。！", {"a", "b", "c", "d", "e", "f"}},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Found(row.query), UnorderedElementsAreArray(row.want)) << row.query;
  }
}

TEST_F(PassageSearcherTest, BestMatchComesFirst) {
  EXPECT_EQ(Found("机器人大会").front(), "b");
  EXPECT_EQ(Found("机器人产业园什么时候建成").front(), "a");
}

TEST_F(PassageSearcherTest, MarksWhatMatched) {
  EXPECT_THAT(Marked("机器人大会"), ElementsAre("機器人大會"));
  EXPECT_THAT(Marked("\"机器人\""), ElementsAre("機器人"));
  EXPECT_THAT(Marked("灯"), ElementsAre("灯", "灯"));
  EXPECT_THAT(Marked("gdp"), ElementsAre("GDP", "ＧＤＰ"));
  EXPECT_THAT(Marked("1200亿元"), ElementsAre("1,200亿元"));
  EXPECT_THAT(Marked("\"中国、美国\""), ElementsAre("中国", "美国"));
  EXPECT_THAT(Marked("客机 -大会"), ElementsAre("客机"));
  EXPECT_THAT(Marked("outlet:社区报"), IsEmpty());
}

TEST_F(PassageSearcherTest, SaysWhichPartsOfTheQueryMatched) {
  const SearchResults results = Run(Request("客机交付 航母 GDP"));
  ASSERT_THAT(results.hits, SizeIs(1));
  EXPECT_THAT(results.hits[0].matched_terms, ElementsAre("客机交付", "GDP"));
}

TEST_F(PassageSearcherTest, OrdersByDateWithUndatedLastAndTiesByName) {
  PassageSearch search = Request("");
  search.order = yinzheng::v1::SEARCH_ORDER_NEWEST;
  EXPECT_THAT(Ids(Run(search)), ElementsAre("a", "d", "b", "e", "f", "c"));
  search.order = yinzheng::v1::SEARCH_ORDER_OLDEST;
  EXPECT_THAT(Ids(Run(search)), ElementsAre("f", "e", "b", "a", "d", "c"));
  search.order = yinzheng::v1::SEARCH_ORDER_RELEVANCE;
  EXPECT_THAT(Ids(Run(search)), ElementsAre("a", "b", "c", "d", "e", "f"));
}

TEST_F(PassageSearcherTest, PagesPartTheWholeList) {
  PassageSearch search = Request("");
  std::vector<std::string> paged;
  for (search.page = {0, 4}; search.page.offset < 6; search.page.offset += 4) {
    const SearchResults results = Run(search);
    EXPECT_EQ(results.total_articles, 6U);
    EXPECT_TRUE(results.total_is_exact);
    for (const std::string& id : Ids(results)) paged.push_back(id);
  }
  EXPECT_THAT(paged, ElementsAre("a", "b", "c", "d", "e", "f"));
  search.page = {100, 10};
  EXPECT_THAT(Ids(Run(search)), IsEmpty());
}

TEST(PassageSearcherCountTest, CountsAsFarAsAsked) {
  TempIndex index;
  // More than are counted all the same (kSeenInTwo).
  constexpr size_t kArticles = 120;
  // Once the page is full of articles that have both words, those with one are not looked at.
  for (size_t i = 0; i < kArticles; ++i) {
    index.AddArticle(MakeArticle(absl::StrCat("articles/", i), absl::StrCat("第", i, "页"),
                                 i < 20 ? "灯塔照着大海。" : "大海一夜无风。"));
  }
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  PassageSearch search;
  search.query = compiler->Compile(ParseQuery("灯塔 大海"));
  search.group_reprints = false;
  search.count_limit = 20;
  YZ_ASSERT_OK_AND_ASSIGN(const SearchResults some, snapshot->passages().Search(search));
  EXPECT_FALSE(some.total_is_exact);
  EXPECT_GE(some.total_articles, search.page.limit);
  EXPECT_LE(some.total_articles, kArticles);
  search.count_limit = kArticles;
  YZ_ASSERT_OK_AND_ASSIGN(const SearchResults all, snapshot->passages().Search(search));
  EXPECT_TRUE(all.total_is_exact);
  EXPECT_EQ(all.total_articles, kArticles);
}

// What counts for the limit are articles: 60 of them have 150 passages that match.
TEST(PassageSearcherCountTest, TotalsOfFewArticlesOfManyPassagesAreExact) {
  for (const size_t shards : {size_t{1}, size_t{3}}) {
    SCOPED_TRACE(shards);
    TempIndex index(SharedAnalyzer(), shards);
    for (size_t i = 0; i < 60; ++i) {
      std::string body = "灯塔照着大海。\n大海一夜无风。\n";
      if (i % 2 == 0) body += "灯塔下没有人。\n";
      index.AddArticle(MakeArticle(absl::StrCat("articles/", i), "题目", body));
    }
    YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
    YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                            QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
    PassageSearch search;
    search.query = compiler->Compile(ParseQuery("灯塔 大海"));
    ASSERT_EQ(search.count_limit, 100U);
    for (const bool grouped : {false, true}) {
      search.group_reprints = grouped;
      YZ_ASSERT_OK_AND_ASSIGN(const SearchResults found, snapshot->passages().Search(search));
      EXPECT_EQ(found.total_articles, 60U);
      EXPECT_TRUE(found.total_is_exact);
    }
  }
}

// Xapian takes an article for several as its better passages turn up, and stops before the limit.
TEST(PassageSearcherCountTest, TotalsThatAreExactAreRight) {
  for (const size_t shards : {size_t{1}, size_t{3}}) {
    SCOPED_TRACE(shards);
    TempIndex index(SharedAnalyzer(), shards);
    constexpr size_t kArticles = 150;
    for (size_t i = 0; i < kArticles; ++i) {
      std::string body = "灯塔灯塔灯塔灯塔灯塔灯塔灯塔灯塔。";
      for (size_t times = 1; i >= 10 && times < 6; ++times) {
        if (times == 1) body.clear();
        body += "大海一夜无风没有人来也没有船只有浪花";
        for (size_t j = 0; j < times; ++j) body += "灯塔";
        body += "。\n";
      }
      index.AddArticle(MakeArticle(absl::StrCat("articles/", i), "题目", body));
    }
    YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
    YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                            QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
    PassageSearch search;
    search.query = compiler->Compile(ParseQuery("灯塔"));
    for (const size_t limit : {size_t{50}, size_t{100}, size_t{160}, size_t{1000}}) {
      SCOPED_TRACE(limit);
      search.count_limit = limit;
      YZ_ASSERT_OK_AND_ASSIGN(const SearchResults found, snapshot->passages().Search(search));
      EXPECT_LE(found.total_articles, kArticles);
      EXPECT_EQ(found.total_is_exact, found.total_articles == kArticles);
    }
  }
}

// Of more words than are matched the rare ones are kept, wherever they stand.
TEST(PassageSearcherLongQueryTest, WordsOfTitlesAloneAreKept) {
  TempIndex index;
  std::string words;
  for (char first = 'a'; first < 'e'; ++first) {
    for (char second = 'a'; second <= 'z'; ++second) {
      absl::StrAppend(&words, "lex", std::string({first, second}), " ");
    }
  }
  for (size_t i = 0; i < 12; ++i) {
    index.AddArticle(MakeArticle(absl::StrCat("articles/", i), "题目", words));
  }
  index.AddArticle(MakeArticle("articles/t", "zephyrium", "别的话。"));
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  PassageSearch search;
  search.query = compiler->Compile(ParseQuery(words + "zephyrium"));
  YZ_ASSERT_OK_AND_ASSIGN(const SearchResults found, snapshot->passages().Search(search));
  EXPECT_EQ(found.total_articles, 13U);
}

TEST_F(PassageSearcherTest, GroupsPassagesByArticle) {
  PassageSearch search = Request("产业园");
  search.passages_per_article = 5;
  const SearchResults results = Run(search);
  ASSERT_THAT(results.hits, SizeIs(1));
  EXPECT_EQ(results.total_articles, 1U);
  ASSERT_THAT(results.hits[0].passages, SizeIs(2));
  EXPECT_GE(results.hits[0].passages[0].score, results.hits[0].passages[1].score);
  EXPECT_NE(results.hits[0].passages[0].passage.name(), results.hits[0].passages[1].passage.name());
  EXPECT_TRUE(results.hits[0].article.body().empty());
}

TEST_F(PassageSearcherTest, FiltersWithoutAChangeOfScores) {
  PassageSearch search = Request("机器人");
  const SearchResults all = Run(search);
  YZ_ASSERT_OK_AND_ASSIGN(search.filter, ParseFilter("published >= 2024", ArticleFilterFields()));
  const SearchResults filtered = Run(search);
  ASSERT_THAT(Ids(filtered), ElementsAre("a"));
  const auto same = std::find_if(all.hits.begin(), all.hits.end(), [](const ArticleHit& hit) {
    return hit.article.name() == "articles/a";
  });
  ASSERT_NE(same, all.hits.end());
  EXPECT_DOUBLE_EQ(filtered.hits[0].score, same->score);
}

TEST_F(PassageSearcherTest, CountsFacetsByArticle) {
  PassageSearch search = Request("");
  search.facets = {yinzheng::v1::FACET_FIELD_OUTLET, yinzheng::v1::FACET_FIELD_YEAR,
                   yinzheng::v1::FACET_FIELD_ENTITY, yinzheng::v1::FACET_FIELD_ENTITY_TYPE};
  const SearchResults results = Run(search);
  ASSERT_THAT(results.facets, SizeIs(4));
  const auto shown = [&](size_t i) {
    std::vector<std::string> rows;
    for (const auto& count : results.facets[i].counts()) {
      rows.push_back(count.display_name() + " " + std::to_string(count.count()));
    }
    return rows;
  };
  EXPECT_THAT(shown(0), ElementsAre("京城日报 2", "北方晚报 2", "社区报 2"));
  EXPECT_THAT(shown(1), ElementsAre("2024 2", "2021 1", "2022 1", "2023 1"));
  EXPECT_THAT(shown(2), ElementsAre("机器人产业园 1"));
  EXPECT_THAT(shown(3), ElementsAre("PLACE 1"));
}

TEST_F(PassageSearcherTest, StopsForDeadlineAndCancellation) {
  PassageSearch late = Request("机器人");
  late.control.deadline = absl::Now() - absl::Seconds(1);
  EXPECT_THAT((*suite_snapshot)->passages().Search(late),
              StatusIs(absl::StatusCode::kDeadlineExceeded));
  PassageSearch cancelled = Request("机器人");
  cancelled.control.cancelled = [] { return true; };
  EXPECT_THAT((*suite_snapshot)->passages().Search(cancelled),
              StatusIs(absl::StatusCode::kCancelled));
  // Also while the passages of similar articles are read.
  SimilarSearch similar;
  similar.tokens = SharedAnalyzer().Analyze(U"机器人产业园今天开工");
  similar.control.cancelled = [looks = 0]() mutable { return ++looks > 1; };
  EXPECT_THAT((*suite_snapshot)->passages().FindSimilar(similar),
              StatusIs(absl::StatusCode::kCancelled));
}

TEST_F(PassageSearcherTest, FindsSimilarArticles) {
  const PassageSearcher& passages = (*suite_snapshot)->passages();
  SimilarSearch search;
  YZ_ASSERT_OK_AND_ASSIGN(const v1::ArticleRecord record,
                          (*suite_snapshot)->articles().GetArticle("articles/a"));
  search.tokens = ArticleTokens(SharedAnalyzer(), record);
  search.article = "articles/a";
  YZ_ASSERT_OK_AND_ASSIGN(const auto like, passages.FindSimilar(search));
  ASSERT_FALSE(like.empty());
  EXPECT_EQ(like[0].article.name(), "articles/b");
  for (const SimilarArticle& similar : like) EXPECT_NE(similar.article.name(), "articles/a");
  search = {};
  search.tokens = SharedAnalyzer().Analyze(U"国产客机的交付与航程");
  YZ_ASSERT_OK_AND_ASSIGN(const auto text, passages.FindSimilar(search));
  ASSERT_FALSE(text.empty());
  EXPECT_EQ(text[0].article.name(), "articles/e");
}

TEST_F(PassageSearcherTest, FindsTheArticlesOfAQuotation) {
  YZ_ASSERT_OK_AND_ASSIGN(
      const auto names,
      (*suite_snapshot)
          ->passages()
          .ArticlesWithPhrase(suite_compiler->CompilePhrase("北京机器人大会开幕，参展商"), 10));
  EXPECT_THAT(names, ElementsAre("articles/b"));
}

// Every run of one to eight characters of a text, quoted, finds the text. Runs are cut between
// Chinese characters and around whole Latin runs, as the analysis promises.
TEST_F(PassageSearcherTest, EveryQuotedPieceFindsItsArticle) {
  for (const Source& source : kSources) {
    const std::u32string body = text::DecodeUtf8(source.body);
    for (size_t begin = 0; begin < body.size(); ++begin) {
      for (size_t size = 1; size <= 8 && begin + size <= body.size(); ++size) {
        const std::u32string piece = body.substr(begin, size);
        const bool plain = std::all_of(piece.begin(), piece.end(), text::IsHan);
        if (!plain) continue;
        const std::string query = "\"" + text::EncodeUtf8(piece) + "\"";
        EXPECT_THAT(Found(query), ::testing::Contains(source.id)) << query;
      }
    }
  }
}

// Nothing that can be typed is an error, and what is marked lies inside the passage.
TEST_F(PassageSearcherTest, HostileQueriesAreAnswered) {
  const std::vector<std::string> pieces = {
      "\"", "“",  "”",  "-",  "OR ",  "NOT ",   "title:", "entity:", "outlet:", " ",
      "|",  "(",  ")",  "*",  "中国", "机器人", "灯",     "a",       "\\",      "\xff",
      "，", "𠀀", "\n", "的", "什么", "XE",     "Q",      "1,200"};
  std::mt19937 random(20260102);
  for (int round = 0; round < 400; ++round) {
    std::string query;
    const size_t size = random() % 10;
    for (size_t i = 0; i < size; ++i) query += pieces[random() % pieces.size()];
    const PassageSearch search = Request(query);
    const absl::StatusOr<SearchResults> results = (*suite_snapshot)->passages().Search(search);
    ASSERT_THAT(results, IsOk()) << query;
    const Highlighter highlighter(SharedAnalyzer(), search.query);
    for (const ArticleHit& hit : results->hits) {
      int32_t at = hit.passages[0].passage.span().start();
      for (const auto& span : highlighter.Highlight(hit.passages[0])) {
        ASSERT_LE(at, span.start()) << query;
        ASSERT_LT(span.start(), span.end()) << query;
        at = span.end();
      }
      ASSERT_LE(at, hit.passages[0].passage.span().end()) << query;
    }
  }
}

}  // namespace
}  // namespace yinzheng::store
