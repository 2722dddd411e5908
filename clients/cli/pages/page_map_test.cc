// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/page_map.h"

#include "gtest/gtest.h"

namespace yinzheng::cli::pages {
namespace {

TEST(PageMapTest, FilesAreNamedByResources) {
  EXPECT_EQ(PageFile("articles/0d0279624db2347d"), "articles/0d0279624db2347d.html");
  EXPECT_EQ(PageFile("entities/a-b"), "entities/a-b.html");
}

TEST(PageMapTest, NoNameLeavesItsFolder) {
  EXPECT_EQ(PageFile("articles/../../etc"), "articles/_2E_2E_2F_2E_2E_2Fetc.html");
  EXPECT_EQ(PageFile(".."), "_2E_2E.html");
  EXPECT_EQ(PageFile("articles/a b\"<"), "articles/a_20b_22_3C.html");
  EXPECT_NE(PageFile("articles/a_20b"), PageFile("articles/a b")) << "names stay apart";
}

TEST(PageMapTest, AnchorsAreNamedByFacts) {
  EXPECT_EQ(FactAnchor("facts/5ce5"), "fact-5ce5");
  EXPECT_EQ(FactLink("facts/5ce5").text(), "#fact-5ce5");
}

TEST(PageMapTest, LinksOnlyToWhatHasAPage) {
  PageMap pages;
  EXPECT_FALSE(pages.Link("articles/1").has_value());
  EXPECT_FALSE(pages.Index().has_value()) << "a page on its own has no index";
  pages.Add("articles/1");
  EXPECT_EQ(pages.Link("articles/1", "facts/2")->text(), "../articles/1.html#fact-2");
  EXPECT_EQ(pages.LinkFromIndex("articles/1")->text(), "articles/1.html");
  EXPECT_FALSE(pages.Link("entities/1").has_value());
  EXPECT_FALSE(pages.Link("").has_value());
}

}  // namespace
}  // namespace yinzheng::cli::pages
