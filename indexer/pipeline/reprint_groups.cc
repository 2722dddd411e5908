// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/reprint_groups.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include "absl/container/flat_hash_map.h"
#include "indexer/store/passage_analysis.h"
#include "indexer/text/unicode.h"

namespace yinzheng::indexer {
namespace {

using text::TextSketch;

// Bound what one article can cost where thousands share their boilerplate.
constexpr size_t kMaxCompared = 16;
constexpr size_t kMaxLeadersOfBand = 16;

// Leaders by the bands of their sketches.
class LeaderTable {
 public:
  void Add(uint32_t leader, const TextSketch& sketch) {
    for (size_t band = 0; band < TextSketch::kBands; ++band) {
      uint32_t& first = first_.try_emplace(KeyOf(sketch, band), kNone).first->second;
      entries_.push_back({leader, first});
      first = static_cast<uint32_t>(entries_.size() - 1);
    }
  }

  // Leaders that agree in most bands come first; ties in the order they were added.
  std::vector<uint32_t> Candidates(const TextSketch& sketch) const {
    absl::flat_hash_map<uint32_t, int> agreements;
    for (size_t band = 0; band < TextSketch::kBands; ++band) {
      const auto first = first_.find(KeyOf(sketch, band));
      if (first == first_.end()) continue;
      uint32_t entry = first->second;
      for (size_t i = 0; i < kMaxLeadersOfBand && entry != kNone; ++i) {
        ++agreements[entries_[entry].leader];
        entry = entries_[entry].next;
      }
    }
    std::vector<std::pair<int, uint32_t>> ranked;
    for (const auto& [leader, count] : agreements) ranked.emplace_back(-count, leader);
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > kMaxCompared) ranked.resize(kMaxCompared);
    std::vector<uint32_t> leaders;
    for (const auto& [count, leader] : ranked) leaders.push_back(leader);
    return leaders;
  }

 private:
  static constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

  // A list of leaders, latest first.
  struct Entry {
    uint32_t leader;
    uint32_t next;
  };

  static uint64_t KeyOf(const TextSketch& sketch, size_t band) {
    return uint64_t{sketch.bands.at(band)} << 32U | band;
  }

  absl::flat_hash_map<uint64_t, uint32_t> first_;
  std::vector<Entry> entries_;
};

}  // namespace

TextSketch SketchArticle(const v1::Article& article) {
  return text::SketchText(text::DecodeUtf8(article.body()), store::MaskSpans(article));
}

void ReprintGroups::Add(std::string article, TextSketch sketch) {
  articles_.emplace_back(std::move(article), std::move(sketch));
}

std::map<std::string, std::string> ReprintGroups::Finish() {
  std::sort(articles_.begin(), articles_.end(), [](const auto& a, const auto& b) {
    const size_t a_size = a.second.size();
    const size_t b_size = b.second.size();
    return a_size != b_size ? a_size > b_size : a.first < b.first;
  });
  LeaderTable leaders;
  std::map<std::string, std::string> groups;
  for (size_t i = 0; i < articles_.size(); ++i) {
    const auto& [name, sketch] = articles_[i];
    std::optional<uint32_t> found;
    for (const uint32_t leader : leaders.Candidates(sketch)) {
      if (text::IsReprint(articles_[leader].second, sketch)) {
        found = leader;
        break;
      }
    }
    if (found) {
      const std::string& leader = articles_[*found].first;
      groups.emplace(leader, leader);
      groups.emplace(name, leader);
    } else {
      leaders.Add(static_cast<uint32_t>(i), sketch);
    }
  }
  articles_.clear();
  return groups;
}

}  // namespace yinzheng::indexer
