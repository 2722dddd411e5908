// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/unit_matcher.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "indexer/text/number_text.h"

namespace yinzheng::text {
namespace {

// The longest entry of the unit table that starts at `position`.
UnitMatch MatchSimple(std::u32string_view text, std::size_t position) {
  const NumberRules& rules = Rules();
  if (position >= text.size()) return {};
  const auto bound = rules.longest_unit_by_first.find(text[position]);
  if (bound == rules.longest_unit_by_first.end()) return {};
  const std::size_t longest = std::min(bound->second, text.size() - position);
  for (std::size_t size = longest; size > 0; --size) {
    const auto found = rules.units.find(text.substr(position, size));
    if (found == rules.units.end()) continue;
    // A Latin unit ends with its letters: 3m is metres, 3mRNA is not.
    const std::size_t end = position + size;
    if (IsAsciiLetter(text[end - 1]) &&
        (IsAsciiLetter(At(text, end)) || IsArabicDigit(At(text, end)))) {
      continue;
    }
    return {end, &found->second, found->second.unit, found->second.code};
  }
  return {};
}

}  // namespace

UnitMatch MatchUnit(std::u32string_view text, std::size_t position) {
  UnitMatch match = MatchSimple(text, position);
  if (match.end == 0) return match;
  const bool slash = At(text, match.end) == U'/';
  if (!slash && At(text, match.end) != U'每') return match;
  const UnitMatch below = MatchSimple(text, match.end + 1);
  if (below.end == 0) return match;
  match.unit += U'/';
  match.unit += below.unit;
  match.code =
      match.code.empty() || below.code.empty() ? "" : absl::StrCat(match.code, "/", below.code);
  match.end = below.end;
  return match;
}

std::optional<PrefixUnitMatch> MatchPrefixUnit(std::u32string_view text, std::size_t position) {
  const NumberRules& rules = Rules();
  std::size_t end = std::min(position, text.size());
  while (end > 0 && IsBlank(text[end - 1])) --end;
  for (std::size_t size = std::min(rules.longest_unit, end); size > 0; --size) {
    const std::size_t start = end - size;
    const auto found = rules.prefix_units.find(text.substr(start, size));
    if (found == rules.prefix_units.end()) continue;
    if (IsAsciiLetter(text[start]) && start > 0 && IsAsciiLetter(text[start - 1])) continue;
    return PrefixUnitMatch{start, &found->second};
  }
  return std::nullopt;
}

}  // namespace yinzheng::text
