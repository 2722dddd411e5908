// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/freshness.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "absl/time/civil_time.h"
#include "indexer/store/schema.h"

namespace yinzheng::store {
namespace {

// Credits below a hundredth of the whole are none.
constexpr double kHalfLivesCounted = 7;

std::optional<absl::CivilDay> ParseDay(const std::string& day) {
  absl::CivilDay civil;
  if (!absl::ParseCivilTime(day, &civil)) return std::nullopt;
  return civil;
}

// What the writer noted; the slot's own bounds in an index that was written before it did.
std::optional<absl::CivilDay> FirstDay(const Xapian::Database& passages) {
  const std::string noted = passages.get_metadata(std::string(metadata::kFirstDay));
  return ParseDay(noted.empty() ? passages.get_value_lower_bound(slot::kEarliest) : noted);
}
std::optional<absl::CivilDay> LastDay(const Xapian::Database& passages) {
  const std::string noted = passages.get_metadata(std::string(metadata::kLastDay));
  return ParseDay(noted.empty() ? passages.get_value_upper_bound(slot::kEarliest) : noted);
}

}  // namespace

Xapian::Query WithFreshness(const Xapian::Query& query, const FreshnessCredit& freshness,
                            double best_score, const Xapian::Database& passages) {
  const auto first = FirstDay(passages);
  const auto last = LastDay(passages);
  if (!first || !last || freshness.half_life_days <= 0) return query;
  const auto reference = freshness.reference_day.empty() ? last : ParseDay(freshness.reference_day);
  if (!reference) return query;
  // Without words to rank by, the credit alone ranks.
  const double whole = best_score > 0 ? kFreshnessShare * best_score : 1.0;
  const auto counted =
      static_cast<absl::civil_diff_t>(std::ceil(kHalfLivesCounted * freshness.half_life_days));
  auto* const credits = new Xapian::ValueMapPostingSource(slot::kEarliest);
  const Xapian::Query credit(credits->release());
  for (absl::CivilDay day = std::max(*first, *reference - counted); day <= *last; ++day) {
    const auto age = static_cast<double>(std::max<absl::civil_diff_t>(*reference - day, 0));
    credits->add_mapping(absl::FormatCivilTime(day),
                         whole * std::exp2(-age / freshness.half_life_days));
  }
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, query, credit);
}

}  // namespace yinzheng::store
