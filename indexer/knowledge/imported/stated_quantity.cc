// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/imported/stated_quantity.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "indexer/knowledge/imported/refusal.h"
#include "indexer/text/decimal.h"
#include "indexer/text/quantity.h"
#include "indexer/text/reading.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

bool SameNumber(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a == b;
  const auto left = text::Decimal::Parse(a);
  return left && left == text::Decimal::Parse(b);
}

// The unit as the reader of quantities has it; the words themselves if it knows none.
std::string Normalised(const std::string& unit) {
  if (unit.empty()) return unit;
  const std::u32string words = text::Reading(text::DecodeUtf8(unit)).text();
  const std::vector<text::QuantityMatch> read = text::FindQuantities(U"3" + words);
  if (read.size() == 1 && read[0].unit_span.size() == words.size()) return read[0].unit;
  return text::EncodeUtf8(words);
}

bool SameFraction(const v1::Quantity& claim, const v1::Quantity& stated) {
  if (!claim.has_fraction()) return true;
  return SameNumber(claim.fraction().numerator(), stated.fraction().numerator()) &&
         SameNumber(claim.fraction().denominator(), stated.fraction().denominator());
}

}  // namespace

bool Agrees(const v1::Quantity& claim, const v1::Quantity& stated) {
  if (!SameNumber(claim.amount(), stated.amount()) ||
      !SameNumber(claim.upper_amount(), stated.upper_amount()) || !SameFraction(claim, stated)) {
    return false;
  }
  if (claim.unit() != stated.unit() && Normalised(claim.unit()) != stated.unit()) return false;
  if (!claim.unit_code().empty() && claim.unit_code() != stated.unit_code()) return false;
  if (claim.modifier() != v1::Quantity::MODIFIER_UNSPECIFIED &&
      claim.modifier() != stated.modifier()) {
    return false;
  }
  return claim.measure() == v1::Quantity::MEASURE_UNSPECIFIED ||
         claim.measure() == stated.measure();
}

std::string Describe(const v1::Quantity& quantity) {
  std::string out = Brief(quantity.amount());
  if (!quantity.upper_amount().empty()) absl::StrAppend(&out, "-", Brief(quantity.upper_amount()));
  if (!quantity.unit().empty()) absl::StrAppend(&out, " ", Brief(quantity.unit()));
  if (quantity.modifier() != v1::Quantity::MODIFIER_UNSPECIFIED) {
    const std::string& name = v1::Quantity::Modifier_Name(quantity.modifier());
    absl::StrAppend(&out, " ", absl::StripPrefix(name, "MODIFIER_"));
  }
  if (quantity.measure() != v1::Quantity::MEASURE_UNSPECIFIED) {
    const std::string& name = v1::Quantity::Measure_Name(quantity.measure());
    absl::StrAppend(&out, " (", absl::StripPrefix(name, "MEASURE_"), ")");
  }
  return out;
}

}  // namespace yinzheng::knowledge
