// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/reprint_groups.h"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace yinzheng::indexer {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

// A text of its own for each `seed`.
std::u32string RandomText(uint32_t seed, size_t size) {
  std::mt19937 random(seed);
  std::u32string text;
  for (size_t i = 0; i < size; ++i) text += static_cast<char32_t>(U'一' + random() % 3000);
  return text;
}

std::map<std::string, std::string> GroupsOf(
    const std::vector<std::pair<std::string, std::u32string>>& articles) {
  ReprintGroups groups;
  for (const auto& [name, body] : articles) groups.Add(name, text::SketchText(body));
  return groups.Finish();
}

TEST(ReprintGroupsTest, LongestPrintLeads) {
  const std::u32string story = RandomText(1, 600);
  const auto groups = GroupsOf({
      {"articles/cut", story.substr(0, 450)},
      {"articles/whole", story},
      {"articles/credited", U"本报记者供稿" + story.substr(0, 580)},
      {"articles/other", RandomText(2, 600)},
  });
  EXPECT_THAT(groups, UnorderedElementsAre(Pair("articles/cut", "articles/whole"),
                                           Pair("articles/whole", "articles/whole"),
                                           Pair("articles/credited", "articles/whole")));
}

TEST(ReprintGroupsTest, OrderDoesNotMatter) {
  const std::u32string story = RandomText(3, 400);
  std::vector<std::pair<std::string, std::u32string>> articles = {
      {"articles/b", story}, {"articles/a", story}, {"articles/c", story.substr(40)}};
  const auto forward = GroupsOf(articles);
  std::reverse(articles.begin(), articles.end());
  EXPECT_EQ(GroupsOf(articles), forward);
  EXPECT_EQ(forward.at("articles/b"), "articles/a") << "of equal length the first name leads";
}

// What all articles of a site share does not make them one, however many there are.
TEST(ReprintGroupsTest, BoilerplateJoinsNothing) {
  const std::u32string boilerplate = RandomText(4, 120);
  std::vector<std::pair<std::string, std::u32string>> articles;
  for (uint32_t i = 0; i < 300; ++i) {
    articles.emplace_back("articles/" + std::to_string(i), boilerplate + RandomText(100 + i, 280));
  }
  EXPECT_THAT(GroupsOf(articles), IsEmpty());
}

// A chain of prints, each a little further from the first: nothing is a reprint of what it does not
// resemble itself.
TEST(ReprintGroupsTest, MembersResembleTheirLeader) {
  const std::u32string text = RandomText(5, 2000);
  std::map<std::string, text::TextSketch> sketches;
  ReprintGroups groups;
  for (size_t i = 0; i < 10; ++i) {
    const std::string name = "articles/" + std::to_string(i);
    sketches[name] = text::SketchText(text.substr(i * 100, 600));
    groups.Add(name, sketches[name]);
  }
  for (const auto& [name, leader] : groups.Finish()) {
    EXPECT_TRUE(name == leader || text::IsReprint(sketches[name], sketches[leader]));
  }
}

TEST(ReprintGroupsTest, NearlyAllReprintsAreFound) {
  std::vector<std::pair<std::string, std::u32string>> articles;
  for (uint32_t i = 0; i < 200; ++i) {
    const std::u32string story = RandomText(1000 + i, 500);
    const std::string name = "articles/" + std::to_string(i);
    articles.emplace_back(name, story);
    articles.emplace_back(name + "-cut", story.substr(0, 100) + story.substr(225));
  }
  const auto groups = GroupsOf(articles);
  size_t found = 0;
  for (uint32_t i = 0; i < 200; ++i) {
    found += groups.contains("articles/" + std::to_string(i) + "-cut") ? 1 : 0;
  }
  EXPECT_GE(found, 199U);
}

}  // namespace
}  // namespace yinzheng::indexer
