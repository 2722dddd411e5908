// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/number_terms.h"

#include <optional>
#include <string_view>

#include "indexer/store/number_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

// Above every key.
constexpr std::string_view kLastKey = "~";

// The numbers of one decade that are in the range.
void AddEnds(std::string_view decade, const NumberBounds& bounds, const Xapian::Database& passages,
             NumberTerms& found) {
  const std::string start = Term(prefix::kNumber, decade);
  for (auto term = passages.allterms_begin(start); term != passages.allterms_end(start); ++term) {
    const std::string whole = *term;
    const std::string_view key = std::string_view(whole).substr(prefix::kNumber.size());
    if (DecadeOf(key) != decade || !bounds.Contains(NumberOfKey(key))) continue;
    found.all = found.terms.size() < kMaxNumberTerms;
    if (!found.all) return;
    found.terms.push_back(whole);
  }
}

// Whole decades after `first` and before `last`.
void AddBetween(std::string_view first, std::string_view last, const Xapian::Database& passages,
                NumberTerms& found) {
  const std::string decades(prefix::kNumberDecade);
  auto decade = passages.allterms_begin(decades);
  decade.skip_to(Term(decades, first));
  for (; decade != passages.allterms_end(decades); ++decade) {
    const std::string whole = *decade;
    const std::string_view digits = std::string_view(whole).substr(decades.size());
    if (digits >= last) return;
    if (digits > first) found.terms.push_back(whole);
  }
}

}  // namespace

NumberTerms TermsOfNumbers(const NumberBounds& bounds, const Xapian::Database& passages) {
  NumberTerms found;
  const bool from_zero = !bounds.lower || bounds.lower->IsNegative();
  const std::optional<std::string> first =
      from_zero ? std::optional<std::string>("00") : NumberKey(*bounds.lower);
  const std::optional<std::string> last =
      bounds.upper ? NumberKey(*bounds.upper) : std::optional<std::string>(kLastKey);
  if (!first || !last) return found;
  const std::string_view first_decade = DecadeOf(*first);
  const std::string_view last_decade = DecadeOf(*last);
  AddEnds(first_decade, bounds, passages, found);
  if (found.all && first_decade != last_decade) AddEnds(last_decade, bounds, passages, found);
  AddBetween(first_decade, last_decade, passages, found);
  return found;
}

}  // namespace yinzheng::store
