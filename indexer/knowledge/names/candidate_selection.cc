// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/candidate_selection.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace yinzheng::knowledge {
namespace {

// Grows faster than the length, so that a whole outweighs its parts unless it is much less sure.
int64_t WeightOf(const NameCandidate& candidate) {
  const double size = candidate.span.size();
  return static_cast<int64_t>(candidate.score * size * std::sqrt(size) * 100);
}

// Two lengths of one personal name: the likelier length stays, whatever its size.
void DropUnlikelierPersons(NameCandidates& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const NameCandidate& a, const NameCandidate& b) {
              return std::tuple(a.span.begin, -a.score, -int64_t{a.span.end}, a.type, a.rule) <
                     std::tuple(b.span.begin, -b.score, -int64_t{b.span.end}, b.type, b.rule);
            });
  NameCandidates kept;
  for (NameCandidate& candidate : candidates) {
    const bool rival = !kept.empty() && kept.back().span.begin == candidate.span.begin &&
                       kept.back().rule == "person" && candidate.rule == "person";
    if (!rival) kept.push_back(std::move(candidate));
  }
  candidates = std::move(kept);
}

}  // namespace

NameCandidates SelectCandidates(NameCandidates candidates, int lowest_score) {
  std::erase_if(candidates,
                [&](const NameCandidate& c) { return c.score < lowest_score || c.span.empty(); });
  DropUnlikelierPersons(candidates);
  std::stable_sort(
      candidates.begin(), candidates.end(),
      [](const NameCandidate& a, const NameCandidate& b) { return a.span.end < b.span.end; });
  // best[i]: the greatest weight of the first i candidates; taken[i]: whether the i-th is in that
  // set.
  const size_t size = candidates.size();
  std::vector<int64_t> best(size + 1, 0);
  std::vector<size_t> previous(size + 1, 0);
  std::vector<char> taken(size + 1, 0);
  for (size_t i = 1; i <= size; ++i) {
    const NameCandidate& candidate = candidates[i - 1];
    const auto compatible = std::partition_point(
        candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i - 1),
        [&](const NameCandidate& c) { return c.span.end <= candidate.span.begin; });
    previous[i] = static_cast<size_t>(compatible - candidates.begin());
    const int64_t with = best[previous[i]] + WeightOf(candidate);
    taken[i] = with > best[i - 1];
    best[i] = std::max(with, best[i - 1]);
  }
  NameCandidates chosen;
  for (size_t i = size; i > 0; i = taken[i] ? previous[i] : i - 1) {
    if (taken[i]) chosen.push_back(candidates[i - 1]);
  }
  std::reverse(chosen.begin(), chosen.end());
  return chosen;
}

}  // namespace yinzheng::knowledge
