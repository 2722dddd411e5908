// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the words around a number say about it. On normalised text (number_text.h); internal to
// quantity.cc.

#ifndef YINZHENG_INDEXER_TEXT_QUANTITY_CONTEXT_H_
#define YINZHENG_INDEXER_TEXT_QUANTITY_CONTEXT_H_

#include <optional>
#include <string_view>

#include "indexer/text/quantity.h"
#include "indexer/text/span.h"

namespace yinzheng::text {

struct ModifierMatch {
  Span full_span;  // the quantity with the modifiers found
  QuantityModifier modifier = QuantityModifier::kExact;
};

struct ModifierQuery {
  Span span;  // of the quantity
  bool scale_led =
      false;  // the number begins with a scale: only then 过 and 上 modify (过亿, 上百)
  std::string_view dimension;  // of the unit: 近三年 is not NEARLY three years
};

// Modifiers before and behind `query.span`, by the rules of text/quantity_modifiers.tsv.
ModifierMatch MatchModifiers(std::u32string_view text, const ModifierQuery& query);

// What the words before `full_span` make the number: CHANGE after 增长, SHARE after 占, LEVEL
// after 增至; nullopt if they say nothing. `is_share` is true for percentages and fractions, which
// alone can be shares.
std::optional<QuantityMeasure> MatchMeasure(std::u32string_view text, Span full_span,
                                            bool is_share);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_QUANTITY_CONTEXT_H_
