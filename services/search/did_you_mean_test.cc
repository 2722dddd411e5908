// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/did_you_mean.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/store/query_parser.h"
#include "indexer/store/testing/temp_index.h"
#include "indexer/text/shape_variants.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::services {
namespace {

using store::PassageSearch;
using store::SearchResults;
using store::testing::SharedAnalyzer;
using store::testing::SharedPinyinReader;
using store::testing::SharedSegmenter;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class DidYouMeanTest : public ::testing::Test {
 protected:
  void SetUp() override {
    index_.AddEntity(
        store::testing::MakeEntity("entities/yizhuang", "亦庄", yinzheng::v1::ENTITY_TYPE_PLACE));
    for (int i = 0; i < 12; ++i) {
      index_.AddArticle(store::testing::MakeArticle(absl::StrCat("articles/", i), "开发区纪事",
                                                    "亦庄的人口不多，去年又少了一些。"));
    }
    YZ_ASSERT_OK_AND_ASSIGN(snapshot_, index_.Publish());
    YZ_ASSERT_OK_AND_ASSIGN(shapes_, text::ShapeVariants::Create());
    YZ_ASSERT_OK_AND_ASSIGN(compiler_,
                            store::QueryCompiler::Create(SharedAnalyzer(), SharedSegmenter()));
  }

  PassageSearch Request(const std::string& query) const {
    PassageSearch search;
    search.query = compiler_->Compile(store::ParseQuery(query));
    return search;
  }

  std::vector<std::string> Propose(const PassageSearch& search, const SearchResults& found) const {
    const DidYouMean did_you_mean(*compiler_, {SharedSegmenter(), SharedPinyinReader(), *shapes_});
    return did_you_mean.Propose(*snapshot_, search, found);
  }

 private:
  store::testing::TempIndex index_;
  std::shared_ptr<const store::IndexSnapshot> snapshot_;
  std::unique_ptr<text::ShapeVariants> shapes_;
  std::unique_ptr<store::QueryCompiler> compiler_;
};

TEST_F(DidYouMeanTest, ProposesWhatFindsMore) {
  PassageSearch search = Request("亦装");
  EXPECT_THAT(Propose(search, {}), ElementsAre("亦庄"));
  search.explain = true;
  search.freshness = store::FreshnessCredit{.half_life_days = 30, .reference_day = ""};
  EXPECT_THAT(Propose(search, {}), ElementsAre("亦庄"));
  SearchResults many;
  many.total_articles = 3;
  EXPECT_THAT(Propose(search, many), IsEmpty()) << "enough was found";
  search.page.offset = 10;
  EXPECT_THAT(Propose(search, {}), IsEmpty()) << "a later page";
}

TEST_F(DidYouMeanTest, ProposesNothingWhenTimeIsUp) {
  SearchResults stopped;
  stopped.stopped_by_deadline = true;
  EXPECT_THAT(Propose(Request("亦装"), stopped), IsEmpty());
  PassageSearch late = Request("亦装");
  late.control.deadline = absl::InfinitePast();
  EXPECT_THAT(Propose(late, {}), IsEmpty());
  PassageSearch cancelled = Request("亦装");
  cancelled.control.cancelled = [] { return true; };
  EXPECT_THAT(Propose(cancelled, {}), IsEmpty());
}

TEST_F(DidYouMeanTest, ProposesTheQueryAsItWasSearched) {
  const std::string query = "亦装 " + std::string(5000, 'z');
  const std::vector<std::string> proposals = Propose(Request(query), {});
  ASSERT_THAT(proposals, SizeIs(1));
  EXPECT_EQ(text::DecodeUtf8(proposals[0]).size(), store::kMaxQueryCodePoints);
}

}  // namespace
}  // namespace yinzheng::services
