// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/fact_terms.h"

#include "absl/strings/str_cat.h"

namespace yinzheng::store {
namespace {

using yinzheng::v1::Fact;

// Of a fact with several sources the first ones are worded much like the others.
constexpr int kIndexedCitations = 3;

// Printed lines are broken anywhere, also inside words; a break between two ASCII characters was a
// space.
std::string Unwrap(const std::string& quote) {
  std::string text;
  for (size_t i = 0; i < quote.size(); ++i) {
    if (quote[i] != '\n' && quote[i] != '\r') {
      text += quote[i];
    } else if (!text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
               text.back() != ' ') {
      text += ' ';
    }
  }
  return text;
}

std::string ValueText(const Fact& fact) {
  switch (fact.value_case()) {
    case Fact::kQuantity:
      return absl::StrCat(fact.quantity().text(), " ", fact.quantity().unit());
    case Fact::kDate:
      return absl::StrCat(fact.date().text(), " ", fact.date().edtf());
    case Fact::kRank:
      return absl::StrCat(fact.rank().list(), " ", fact.rank().scope());
    case Fact::kEntity:
      return fact.entity().display_name();
    case Fact::kText:
      return Unwrap(fact.text());
    case Fact::VALUE_NOT_SET:
      break;
  }
  return "";
}

}  // namespace

yinzheng::v1::FactKind KindOf(const Fact& fact) {
  switch (fact.value_case()) {
    case Fact::kQuantity:
      return yinzheng::v1::FACT_KIND_QUANTITY;
    case Fact::kDate:
      return yinzheng::v1::FACT_KIND_DATE;
    case Fact::kRank:
      return yinzheng::v1::FACT_KIND_RANK;
    case Fact::kEntity:
      return yinzheng::v1::FACT_KIND_RELATION;
    case Fact::kText:
      return fact.property() == "言论" ? yinzheng::v1::FACT_KIND_QUOTATION
                                       : yinzheng::v1::FACT_KIND_ATTRIBUTE;
    case Fact::VALUE_NOT_SET:
      break;
  }
  return yinzheng::v1::FACT_KIND_UNSPECIFIED;
}

const yinzheng::v1::DateValue& TimeOf(const Fact& fact) {
  return fact.has_date() ? fact.date() : fact.time();
}

std::vector<FactText> TextsOf(const Fact& fact) {
  std::vector<FactText> texts = {
      {fact.subject().display_name(), 2}, {fact.property(), 2}, {ValueText(fact), 1}};
  for (const yinzheng::v1::Qualifier& qualifier : fact.qualifiers()) {
    texts.push_back({qualifier.value(), 1});
  }
  for (int i = 0; i < fact.citations_size() && i < kIndexedCitations; ++i) {
    const yinzheng::v1::Citation& citation = fact.citations(i);
    texts.push_back({Unwrap(citation.quote()), 1});
    texts.push_back({citation.attribution().speaker().display_name(), 1});
    texts.push_back({citation.attribution().title(), 1});
  }
  return texts;
}

}  // namespace yinzheng::store
