// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/segments.h"

#include <algorithm>

namespace yinzheng::cli::pages {
namespace {

std::vector<Mark> Touching(int start, int end, const std::vector<Mark>& marks) {
  std::vector<Mark> touching;
  for (const Mark& mark : marks) {
    if (mark.start < mark.end && mark.start < end && mark.end > start) touching.push_back(mark);
  }
  return touching;
}

void AddBoundaries(int start, int end, const std::vector<Mark>& marks, std::vector<int>& places) {
  for (const Mark& mark : marks) {
    places.push_back(std::clamp(mark.start, start, end));
    places.push_back(std::clamp(mark.end, start, end));
  }
}

std::vector<int> Covering(int start, int end, const std::vector<Mark>& marks) {
  std::vector<int> ids;
  for (const Mark& mark : marks) {
    if (mark.start <= start && mark.end >= end) ids.push_back(mark.id);
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

}  // namespace

std::vector<Segment> SplitSegments(int start, int end, const std::vector<Mark>& values,
                                   const std::vector<Mark>& quotes) {
  std::vector<Segment> segments;
  if (start >= end) return segments;
  const std::vector<Mark> near_values = Touching(start, end, values);
  const std::vector<Mark> near_quotes = Touching(start, end, quotes);
  std::vector<int> places = {start, end};
  AddBoundaries(start, end, near_values, places);
  AddBoundaries(start, end, near_quotes, places);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (size_t i = 0; i + 1 < places.size(); ++i) {
    segments.push_back({places[i], places[i + 1], Covering(places[i], places[i + 1], near_values),
                        Covering(places[i], places[i + 1], near_quotes)});
  }
  return segments;
}

}  // namespace yinzheng::cli::pages
