// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/claim_relevance.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "indexer/store/name_key.h"
#include "indexer/text/unicode.h"
#include "services/record/property_rules.h"
#include "services/record/word_terms.h"

namespace yinzheng::services {
namespace {

// Sentences share words that tell nothing; they must share more than properties.
constexpr double kSentenceDiscount = 0.85;
// Share of a property's characters and pairs that make it the same one.
constexpr double kMostWords = 0.75;

std::multiset<std::u32string> PairsOf(const std::string& text) {
  const std::u32string key = text::DecodeUtf8(store::NameKey(text));
  std::multiset<std::u32string> pairs;
  if (key.size() == 1) pairs.insert(key);
  for (size_t i = 0; i + 1 < key.size(); ++i) pairs.insert(key.substr(i, 2));
  return pairs;
}

// The words of a property without those that only say that something is counted or timed.
std::u32string TellingWords(const std::string& property) {
  static constexpr std::array<std::u32string_view, 5> kEnds = {U"时间", U"日期", U"数量", U"比重",
                                                               U"数"};
  std::u32string words = FoldedText(property);
  for (const std::u32string_view end : kEnds) {
    if (words.size() <= end.size() || !words.ends_with(end)) continue;
    words.resize(words.size() - end.size());
    break;
  }
  std::erase(words, U'的');
  return words;
}

std::u32string WithoutDe(const std::string& text) {
  std::u32string words = FoldedText(text);
  std::erase(words, U'的');
  return words;
}

// The clause of the value: a sentence may state several figures.
std::string ClauseOf(const v1::Citation& citation) {
  const std::u32string quote = text::DecodeUtf8(citation.quote());
  if (!citation.has_value_span()) return citation.quote();
  const auto offset =
      static_cast<size_t>(std::max(0, citation.value_span().start() - citation.span().start()));
  const auto ends_clause = [](char32_t c) {
    return c == U'，' || c == U',' || c == U'；' || c == U'。';
  };
  size_t begin = std::min(offset, quote.size());
  while (begin > 0 && !ends_clause(quote[begin - 1])) --begin;
  size_t end = std::min(offset, quote.size());
  while (end < quote.size() && !ends_clause(quote[end])) ++end;
  return text::EncodeUtf8(quote.substr(begin, end - begin));
}

// The property, with the clauses that state it.
std::string StatementOf(const v1::Fact& fact) {
  std::string text = fact.property();
  for (const v1::Citation& citation : fact.citations()) {
    absl::StrAppend(&text, "，", ClauseOf(citation));
  }
  return text;
}

std::string SentenceOf(const v1::Fact& fact) {
  std::string text = fact.property();
  for (const v1::Citation& citation : fact.citations()) {
    absl::StrAppend(&text, "，", citation.quote());
  }
  return text;
}

// Every character, and most pairs: the order may differ (产线建成数, 建成20条产线), a character may
// not (进口总额, 出口总额).
bool SaysAllOf(const std::u32string& property, const std::string& statement) {
  const std::u32string words = WithoutDe(statement);
  const bool characters = std::all_of(property.begin(), property.end(), [&words](char32_t c) {
    return words.find(c) != std::u32string::npos;
  });
  return characters && WordTerms(text::EncodeUtf8(property)).CoveredBy(words) >= kMostWords;
}

}  // namespace

double PropertyLikeness(const v1::Fact& a, const v1::Fact& b) {
  if (PropertyKey(a) == PropertyKey(b)) return 1;
  const auto left = PairsOf(a.property());
  const auto right = PairsOf(b.property());
  if (left.empty() || right.empty()) return 0;
  std::multiset<std::u32string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::inserter(shared, shared.begin()));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(left.size() + right.size());
}

ClaimRelevance::ClaimRelevance(const Claim& claim, const std::vector<const v1::Fact*>& recorded)
    : claim_(claim), recorded_(recorded), coverage_(claim.sought, recorded) {}

double ClaimRelevance::Closeness(size_t index) const {
  const double property = PropertyLikeness(claim_.fact, *recorded_[index]);
  if (claim_.sought.words.empty()) return property;
  return std::max(property, kSentenceDiscount * coverage_.OfWords(index));
}

bool ClaimRelevance::SameProperty(size_t index) const {
  const v1::Fact& recorded = *recorded_[index];
  if (PropertyKey(claim_.fact) == PropertyKey(recorded)) return true;
  const std::u32string ours = TellingWords(claim_.fact.property());
  const std::u32string theirs = TellingWords(recorded.property());
  if (ours.empty() || theirs.empty()) return false;
  return SaysAllOf(ours, StatementOf(recorded)) && SaysAllOf(theirs, StatementOf(claim_.fact));
}

bool ClaimRelevance::NamesSubject(const v1::EntityRef& subject) const {
  if (subject.entity().empty()) {
    const std::u32string words = FoldedText(subject.display_name());
    return !words.empty() &&
           FoldedText(SentenceOf(claim_.fact)).find(words) != std::u32string::npos;
  }
  const auto& names = claim_.sought.names;
  return std::any_of(names.begin(), names.end(), [&](const SoughtWords::Name& name) {
    return name.entity == subject.entity();
  });
}

bool ClaimRelevance::SameTopic(size_t index) const {
  const bool named = NamesSubject(recorded_[index]->subject());
  return named && coverage_.LeastName(index) >= WordCoverage::kNamedInSentence;
}

}  // namespace yinzheng::services
