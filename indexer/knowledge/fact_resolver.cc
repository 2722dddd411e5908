// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/fact_resolver.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

void ResolveRef(size_t article, const EntityNames& names, v1::EntityRef* ref) {
  const int32_t local = ParseLocalEntityId(ref->entity());
  if (local < 0) return;
  const std::string printed = ref->display_name();
  *ref = names(article, local);
  if (ref->display_name().empty()) ref->set_display_name(printed);
}

v1::Fact Resolved(v1::Fact fact, size_t article, const EntityNames& names) {
  ResolveRef(article, names, fact.mutable_subject());
  if (fact.has_entity()) ResolveRef(article, names, fact.mutable_entity());
  for (v1::Citation& citation : *fact.mutable_citations()) {
    if (!citation.attribution().has_speaker()) continue;
    ResolveRef(article, names, citation.mutable_attribution()->mutable_speaker());
  }
  return fact;
}

// An entity by its name; a thing without one only inside its article.
std::string RefKey(const v1::EntityRef& ref, const v1::Fact& fact) {
  if (!ref.entity().empty()) return ref.entity();
  const std::string article = fact.citations_size() > 0 ? fact.citations(0).article() : "";
  return absl::StrCat("~", article, "~", text::FoldKey(ref.display_name()));
}

void AddQuantity(const v1::Quantity& quantity, std::vector<std::string>& key) {
  key.insert(key.end(),
             {"quantity", quantity.amount(), quantity.upper_amount(),
              quantity.fraction().numerator(), quantity.fraction().denominator(), quantity.unit(),
              absl::StrCat(quantity.modifier()), absl::StrCat(quantity.measure())});
}

void AddValue(const v1::Fact& fact, std::vector<std::string>& key) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      AddQuantity(fact.quantity(), key);
      return;
    case v1::Fact::kDate:
      key.insert(key.end(), {"date", fact.date().edtf()});
      return;
    case v1::Fact::kRank:
      key.insert(key.end(),
                 {"rank", absl::StrCat(fact.rank().rank()), text::FoldKey(fact.rank().list()),
                  text::FoldKey(fact.rank().scope())});
      return;
    case v1::Fact::kEntity:
      key.insert(key.end(), {"entity", RefKey(fact.entity(), fact)});
      return;
    case v1::Fact::kText:
      key.insert(key.end(), {"text", text::FoldKey(fact.text())});
      return;
    case v1::Fact::VALUE_NOT_SET:
      return;
  }
}

std::vector<std::string> KeyOf(const v1::Fact& fact) {
  std::vector<std::string> key{RefKey(fact.subject(), fact)};
  key.push_back(fact.property_id().empty() ? absl::StrCat("=", text::FoldKey(fact.property()))
                                           : fact.property_id());
  AddValue(fact, key);
  key.push_back(absl::StrCat(fact.modality()));
  key.push_back(absl::StrCat(fact.polarity()));
  key.push_back(fact.time().edtf());
  for (const v1::Qualifier& qualifier : fact.qualifiers()) {
    key.push_back(absl::StrCat(qualifier.key(), "=", text::FoldKey(qualifier.value())));
  }
  return key;
}

std::string NameOfKey(const std::vector<std::string>& key) {
  constexpr size_t kDigits = 20;
  base::Sha256 digest;
  for (const std::string& field : key) digest.UpdateField(field);
  return absl::StrCat("facts/", digest.FinishHex().substr(0, kDigits));
}

// Characters of a quote without marks and spaces, sorted, for comparing.
std::u32string Letters(const std::string& quote) {
  std::u32string letters;
  for (const char32_t c : text::FoldToKey(text::DecodeUtf8(quote))) {
    if (!text::IsPunctuation(c) && !text::IsSpace(c)) letters += c;
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

bool NearlySame(const std::u32string& a, const std::u32string& b) {
  constexpr size_t kTenths = 9;
  std::u32string common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
  return 2 * common.size() * 10 >= kTenths * (a.size() + b.size());
}

// The article that stands for all prints of this one.
const std::string& SourceOf(const v1::Citation& citation, const ReprintGroupOf& reprint_groups) {
  const auto group = reprint_groups.find(citation.article());
  return group == reprint_groups.end() ? citation.article() : group->second;
}

// Sources that speak for themselves: neither prints of one article, nor articles of one outlet, nor
// articles that share the sentence alone.
int32_t CountIndependent(const v1::Fact& fact, const ReprintGroupOf& reprint_groups) {
  if (fact.citations_size() < 2) return 1;
  std::vector<std::pair<const v1::Citation*, std::u32string>> counted;
  for (const v1::Citation& citation : fact.citations()) {
    std::u32string letters = Letters(citation.quote());
    const bool reprint = std::any_of(counted.begin(), counted.end(), [&](const auto& other) {
      const bool same_outlet =
          !citation.outlet().empty() && citation.outlet() == other.first->outlet();
      return same_outlet ||
             SourceOf(citation, reprint_groups) == SourceOf(*other.first, reprint_groups) ||
             NearlySame(letters, other.second);
    });
    if (!reprint) counted.emplace_back(&citation, std::move(letters));
  }
  return std::max<int32_t>(1, static_cast<int32_t>(counted.size()));
}

auto Place(const v1::Citation& citation) {
  return std::make_tuple(std::string_view(citation.article()), citation.span().start(),
                         citation.span().end());
}

bool SamePlace(const v1::Citation& a, const v1::Citation& b) { return Place(a) == Place(b); }

// What a knowledge pack states names its curator, whoever else found it; what a facts file claims
// goes under the rule that found it, if one did.
int Precedence(v1::FactOrigin origin) {
  if (origin == v1::FACT_ORIGIN_CURATED) return 0;
  return origin == v1::FACT_ORIGIN_IMPORTED ? 2 : 1;
}

bool ComesFirst(const v1::Fact& a, const v1::Fact& b) {
  if (Precedence(a.origin()) != Precedence(b.origin())) {
    return Precedence(a.origin()) < Precedence(b.origin());
  }
  if (a.citations_size() == 0 || b.citations_size() == 0) {
    return a.citations_size() > b.citations_size();
  }
  return std::make_pair(Place(a.citations(0)), std::string_view(a.rule())) <
         std::make_pair(Place(b.citations(0)), std::string_view(b.rule()));
}

// `same` holds one at least; nearly always no more, with one citation.
v1::Fact Merged(std::vector<v1::Fact> same, const ReprintGroupOf& reprint_groups) {
  std::sort(same.begin(), same.end(), ComesFirst);
  std::vector<v1::Citation> citations;
  double confidence = 0;
  for (v1::Fact& other : same) {
    std::move(other.mutable_citations()->begin(), other.mutable_citations()->end(),
              std::back_inserter(citations));
    confidence = std::max(confidence, other.confidence());
  }
  v1::Fact fact = std::move(same.front());
  fact.set_confidence(confidence);
  std::stable_sort(citations.begin(), citations.end(),
                   [](const auto& a, const auto& b) { return Place(a) < Place(b); });
  citations.erase(std::unique(citations.begin(), citations.end(), SamePlace), citations.end());
  fact.clear_citations();
  for (v1::Citation& citation : citations) *fact.add_citations() = std::move(citation);
  fact.set_independent_sources(CountIndependent(fact, reprint_groups));
  return fact;
}

}  // namespace

std::string FactName(const v1::Fact& fact) { return NameOfKey(KeyOf(fact)); }

std::vector<v1::Fact> ResolveFacts(std::vector<ArticleKnowledge> articles, const EntityNames& names,
                                   const ReprintGroupOf& reprint_groups) {
  std::map<std::string, std::vector<v1::Fact>> same;
  for (size_t i = 0; i < articles.size(); ++i) {
    for (v1::Fact& local : articles[i].facts) {
      v1::Fact fact = Resolved(std::move(local), i, names);
      std::string name = FactName(fact);
      fact.set_name(name);
      same[std::move(name)].push_back(std::move(fact));
    }
  }
  std::vector<v1::Fact> facts;
  facts.reserve(same.size());
  for (auto& [name, group] : same) facts.push_back(Merged(std::move(group), reprint_groups));
  return facts;
}

}  // namespace yinzheng::knowledge
