// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// No text that a person types breaks a search: every query parses, compiles and runs. A filter,
// written by programs, may be refused, but only with its place.

#include <memory>
#include <optional>
#include <string>

#include "absl/strings/cord.h"
#include "absl/strings/numbers.h"
#include "gtest/gtest.h"
#include "indexer/store/filter_parser.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/query_compiler.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/unicode.h"
#include "tests/fuzz/random_text.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::store {
namespace {

using testing::MakeArticle;
using testing::SharedAnalyzer;
using testing::SharedSegmenter;
using testing::TempIndex;
using ::yinzheng::testing::IsOk;

void ExpectSpansInside(const QueryNode& node, size_t size) {
  EXPECT_LE(node.span.begin, node.span.end);
  EXPECT_LE(node.span.end, size);
  for (const QueryNode& child : node.children) ExpectSpansInside(child, size);
}

TEST(QueryFuzzTest, EveryQueryParsesCompilesAndRuns) {
  TempIndex index;
  index.AddArticle(
      MakeArticle("articles/a", "北京怀柔科学城", "研究院预计2023年底拥有500余家企业。"));
  YZ_ASSERT_OK_AND_ASSIGN(const std::shared_ptr<const IndexSnapshot> snapshot, index.Publish());
  YZ_ASSERT_OK_AND_ASSIGN(const std::unique_ptr<QueryCompiler> compiler,
                          QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  fuzz::RandomText random(20260103);
  size_t found = 0;
  for (int run = 0; run < fuzz::Runs() && !::testing::Test::HasFailure(); ++run) {
    const std::string query = random.Bytes();
    SCOPED_TRACE(query);
    const ParsedQuery parsed = ParseQuery(query);
    ExpectSpansInside(parsed.root, parsed.text.size());
    PassageSearch search;
    search.query = compiler->Compile(parsed);
    const absl::StatusOr<SearchResults> results = snapshot->passages().Search(search);
    ASSERT_THAT(results, IsOk());
    found += results->hits.size();
  }
  EXPECT_GT(found, 0U);
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
