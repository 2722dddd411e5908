// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/excerpt.h"

#include <algorithm>

namespace yinzheng::cli {
namespace {

// Code points shown before the first match.
constexpr int kLead = 16;

// Matched code points between `start` and `end`.
int MatchedIn(const v1::PassageMatch& match, int start, int end) {
  int matched = 0;
  for (const v1::TextSpan& span : match.highlights()) {
    matched += std::max(0, std::min(span.end(), end) - std::max(span.start(), start));
  }
  return matched;
}

}  // namespace

v1::TextSpan ExcerptSpan(const v1::PassageMatch& match, int max_length) {
  const v1::TextSpan& whole = match.passage().span();
  if (whole.end() - whole.start() <= max_length) return whole;
  v1::TextSpan best;
  int best_matched = -1;
  const auto consider = [&](int first_match) {
    const int start = std::clamp(first_match - kLead, whole.start(), whole.end() - max_length);
    const int matched = MatchedIn(match, start, start + max_length);
    if (matched <= best_matched) return;
    best_matched = matched;
    best.set_start(start);
    best.set_end(start + max_length);
  };
  consider(whole.start());
  for (const v1::TextSpan& span : match.highlights()) consider(span.start());
  return best;
}

}  // namespace yinzheng::cli
