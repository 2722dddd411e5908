// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/quantity.h"

#include <algorithm>
#include <utility>

#include "indexer/text/date_finder.h"
#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/numeral_finder.h"
#include "indexer/text/quantity_builder.h"

namespace yinzheng::text {
namespace {

// `spans` are in order and do not overlap one another.
bool OverlapsAny(const std::vector<Span>& spans, Span span) {
  const auto next = std::partition_point(spans.begin(), spans.end(),
                                         [&](Span other) { return other.end <= span.begin; });
  return next != spans.end() && next->overlaps(span);
}

}  // namespace

std::vector<QuantityMatch> FindQuantities(std::u32string_view text) {
  const std::u32string normalized = NormalizeNumberText(text);
  const std::vector<Span> dates = FindNormalizedDateSpans(normalized);
  std::vector<Numeral> numerals = FindNormalizedNumerals(normalized);
  std::erase_if(numerals, [&](const Numeral& numeral) {
    return numeral.kind == NumeralKind::kOrdinal || OverlapsAny(dates, numeral.span);
  });
  QuantityBuilder builder(normalized, numerals);
  std::vector<QuantityMatch> quantities;
  for (std::size_t next = 0; next < numerals.size();) {
    std::optional<QuantityMatch> quantity = builder.Build(next);
    if (!quantity || OverlapsAny(dates, quantity->span)) continue;
    // 〇两美元: what looked like a unit (两) is the next number.
    while (!quantities.empty() && quantities.back().span.overlaps(quantity->span)) {
      quantities.pop_back();
    }
    quantities.push_back(*std::move(quantity));
  }
  return quantities;
}

}  // namespace yinzheng::text
