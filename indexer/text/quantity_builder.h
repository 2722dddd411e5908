// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Makes a quantity of a number and what stands around it. On normalised text (number_text.h);
// internal to quantity.cc.

#ifndef YINZHENG_INDEXER_TEXT_QUANTITY_BUILDER_H_
#define YINZHENG_INDEXER_TEXT_QUANTITY_BUILDER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/text/numeral.h"
#include "indexer/text/quantity.h"
#include "indexer/text/unit_matcher.h"

namespace yinzheng::text {

class QuantityBuilder {
 public:
  // Both must outlive the builder. `numerals` are in order and hold no ordinals or parts of dates.
  QuantityBuilder(std::u32string_view text, const std::vector<Numeral>& numerals)
      : text_(text), numerals_(numerals) {}

  // The quantity that begins with numerals[next], or nullopt if it is none. Advances `next` past
  // the numerals that were used, at least one.
  std::optional<QuantityMatch> Build(std::size_t& next);

 private:
  // A number with the unit behind it, before ranges, modifiers and measure are known.
  struct Draft {
    std::size_t begin = 0;       // of the quantity, a prefix unit included
    std::size_t number_end = 0;  // a trailing 余, 多 included
    std::size_t end = 0;
    Decimal amount;
    std::optional<Decimal> upper;
    std::optional<Fraction> fraction;
    NumeralKind kind = NumeralKind::kCardinal;
    NumeralVagueness vagueness = NumeralVagueness::kNone;
    Span unit_span;
    UnitMatch unit;
    bool half = false;  // the amount was completed behind the unit: 一吨半
  };

  Draft MakeDraft(const Numeral& numeral) const;
  void ReadTrailingMore(Draft& draft) const;
  void ReadUnit(Draft& draft) const;
  void ReadPercentUnit(const Numeral& numeral, Draft& draft) const;
  void ReadPrefixUnit(const Numeral& numeral, Draft& draft) const;
  void ReadHalf(Draft& draft) const;
  void ReadTrailingDigits(Draft& draft, std::u32string_view unit, int scale,
                          std::size_t& next) const;
  void ReadParts(Draft& draft, std::size_t& next) const;
  void JoinRange(std::size_t& next, const Numeral& first, Draft& draft) const;
  void ShareUnit(const Numeral& numeral, std::size_t next, Draft& draft) const;
  bool IsExcluded(const Numeral& numeral, const Draft& draft, bool& vague) const;
  bool IsPhase(const Numeral& numeral, const Draft& draft) const;
  bool CountsWithoutUnit(const Numeral& numeral, const Draft& draft) const;
  bool IsSmallHan(const Numeral& numeral) const;
  bool IsScaleLed(const Numeral& numeral) const;
  bool IsShareOf(const Draft& draft) const;
  bool IsVagueOne(const Numeral& numeral, const Draft& draft) const;
  QuantityMatch Finish(const Numeral& numeral, const Draft& draft) const;

  std::u32string_view text_;
  const std::vector<Numeral>& numerals_;
};

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_QUANTITY_BUILDER_H_
