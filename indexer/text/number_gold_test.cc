// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How many of the quantities, dates and ranks that people annotated in the seed articles are read
// with the right value at the right place; fails when the share falls below the project's bars. The
// corpora are kept beside the repository.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/text/date.h"
#include "indexer/text/quantity.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"
#include "tests/support/shared_corpus.h"

namespace yinzheng::text {
namespace {

using ::nlohmann::json;

constexpr double kBar = 95;  // percent

struct Count {
  int total = 0;
  int right = 0;
};

std::string ReadFile(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<json> ReadLines(const std::filesystem::path& path) {
  std::vector<json> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) lines.push_back(json::parse(line));
  }
  return lines;
}

// EDTF without its qualifiers: annotators differ on those.
std::string Unqualified(std::string edtf) {
  std::erase_if(edtf, [](char c) { return c == '~' || c == '?' || c == '%'; });
  return edtf;
}

// What was found in one article.
struct Found {
  std::vector<QuantityMatch> quantities;
  std::vector<DateMatch> dates;
  std::vector<RankMatch> ranks;
};

bool Holds(const Found& found, const json& fact, Span place) {
  const std::string kind = fact.at("kind");
  if (kind == "quantity") {
    const double want = fact.at("value").get<double>();
    return std::any_of(found.quantities.begin(), found.quantities.end(), [&](const auto& match) {
      const double got = std::strtod(match.amount.ToString().c_str(), nullptr);
      return match.span.overlaps(place) &&
             std::abs(got - want) <= 1e-5 * std::max(1e-9, std::abs(want));
    });
  }
  if (kind == "date") {
    const std::string want = Unqualified(fact.at("value").get<std::string>());
    return std::any_of(found.dates.begin(), found.dates.end(), [&](const auto& match) {
      return match.span.overlaps(place) && Unqualified(match.edtf) == want;
    });
  }
  return std::any_of(found.ranks.begin(), found.ranks.end(), [&](const auto& match) {
    return match.span.overlaps(place) && match.rank == fact.at("value").get<int>();
  });
}

void CountFacts(const std::filesystem::path& facts, const Found& found,
                std::map<std::string, Count>& counts) {
  for (const json& fact : ReadLines(facts)) {
    const std::string kind = fact.at("kind");
    if (kind != "quantity" && kind != "date" && kind != "rank") continue;
    if (fact.at("story").is_null() || !fact.contains("value_start")) continue;
    if (!fact.at("value_start").is_number()) continue;
    const Span place = {fact.at("value_start").get<uint32_t>(),
                        fact.at("value_end").get<uint32_t>()};
    Count& count = counts[kind];
    ++count.total;
    if (Holds(found, fact, place)) {
      ++count.right;
    } else {
      std::cout << "missed " << kind << " " << fact.at("value_text") << "\n";
    }
  }
}

TEST(NumberGoldTest, ReadsTheAnnotatedValues) {
  const auto gold = testing::SharedPath("gold");
  if (!gold) GTEST_SKIP() << testing::SharedMissing("gold");
  const auto metadata = testing::SharedPath("corpus/seeds.metadata.jsonl");
  ASSERT_TRUE(metadata.has_value()) << testing::SharedMissing("corpus/seeds.metadata.jsonl");
  std::map<std::string, std::string> published;
  for (const json& line : ReadLines(*metadata)) published[line.at("path")] = line.at("published");
  std::map<std::string, Count> counts;
  for (const auto& entry : std::filesystem::directory_iterator(*gold)) {
    const std::string name = entry.path().filename().string();
    const std::size_t suffix = name.find(".facts.jsonl");
    if (suffix == std::string::npos) continue;
    const std::string article = name.substr(0, suffix) + ".txt";
    const auto text_path = testing::SharedPath("corpus/seeds/" + article);
    ASSERT_TRUE(text_path.has_value()) << article;
    const std::u32string text = DecodeUtf8(ReadFile(*text_path));
    std::optional<ReferenceDate> reference;
    if (published.contains(article)) {
      reference = ReferenceDate::FromEdtf(published[article]).value();
    }
    CountFacts(entry.path(), {FindQuantities(text), FindDates(text, reference), FindRanks(text)},
               counts);
  }
  ASSERT_FALSE(counts.empty());
  for (const auto& [kind, count] : counts) {
    const double share = 100.0 * count.right / count.total;
    std::cout << kind << ": " << count.right << " of " << count.total << ", " << share << "%\n";
    EXPECT_GE(share, kBar) << kind;
  }
}

}  // namespace
}  // namespace yinzheng::text
