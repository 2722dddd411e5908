// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/property_summaries.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "services/record/property_rules.h"

namespace yinzheng::services {

std::vector<v1::PropertySummary> SummariseProperties(const std::vector<v1::Fact>& facts) {
  struct Count {
    v1::PropertySummary summary;
    std::map<std::string, int> wordings;
  };
  std::map<std::pair<std::string, v1::FactKind>, Count> counts;
  for (const v1::Fact& fact : facts) {
    Count& count = counts[{PropertyKey(fact), KindOf(fact)}];
    ++count.wordings[fact.property()];
    count.summary.set_property_id(fact.property_id());
    count.summary.set_kind(KindOf(fact));
    count.summary.set_fact_count(count.summary.fact_count() + 1);
  }
  std::vector<v1::PropertySummary> summaries;
  for (auto& [key, count] : counts) {
    const auto common =
        std::max_element(count.wordings.begin(), count.wordings.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    count.summary.set_property(common->first);
    summaries.push_back(std::move(count.summary));
  }
  std::stable_sort(summaries.begin(), summaries.end(), [](const auto& a, const auto& b) {
    return std::tuple(-a.fact_count(), a.property(), a.kind()) <
           std::tuple(-b.fact_count(), b.property(), b.kind());
  });
  return summaries;
}

}  // namespace yinzheng::services
