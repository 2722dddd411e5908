// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/word_coverage.h"

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"

namespace yinzheng::services {
namespace {

// What it counts to have a term here.
constexpr double kInProperty = 1;
constexpr double kInSentence = 0.9;
constexpr double kReworded = 0.85;
constexpr double kBefore = 0.7;  // before the cited words, or said of who spoke them

// What it counts to be about a named entity.
constexpr double kIsSubject = 1;
constexpr double kIsValue = 0.95;
constexpr double kNamedBefore = 0.5;
constexpr double kSimilarName = 0.6;  // times the share of the name's pairs

// Rare terms count more: the logarithm of this number over the number of facts that have them.
// Small sets of facts are weighed as if from an index of this size.
constexpr double kLeastFacts = 1000;
// A term that no fact has tells little: most often it belongs to the asking.
constexpr double kUnknownTerm = 0.5;
constexpr double kCharacter = 0.4;  // beside a pair
// Long names tell more; this many characters count as one pair of plain words.
constexpr double kNameUnit = 2;
constexpr double kMostNameLength = 6;

// Where words are asked for, a fact that has hardly any of them is about something else, however
// well its names fit.
constexpr double kEnoughWords = 0.45;
constexpr double kNoWords = 0.4;
// A property that says much more than was asked answers another question.
constexpr double kAskedShare = 0.1;

std::string DescriptionOf(const v1::Fact& fact) {
  std::string text = fact.property();
  for (const v1::Qualifier& qualifier : fact.qualifiers()) {
    absl::StrAppend(&text, "，", qualifier.value());
  }
  if (fact.has_quantity()) absl::StrAppend(&text, "，", fact.quantity().unit());
  if (fact.has_rank()) absl::StrAppend(&text, "，", fact.rank().list(), "，", fact.rank().scope());
  return text;
}

std::string SentencesOf(const v1::Fact& fact) {
  std::string text = absl::StrCat(fact.subject().display_name(), "，", fact.text(), "，",
                                  fact.entity().display_name());
  for (const v1::Citation& citation : fact.citations()) {
    absl::StrAppend(&text, "，", citation.quote());
  }
  return text;
}

std::string SurroundingsOf(const v1::Fact& fact) {
  std::string text;
  for (const v1::Citation& citation : fact.citations()) {
    absl::StrAppend(&text, "，", citation.prefix(), "，",
                    citation.attribution().speaker().display_name(), "，",
                    citation.attribution().title());
  }
  return text;
}

bool IsIn(const std::vector<std::u32string>& words, const std::u32string& text) {
  return std::any_of(words.begin(), words.end(), [&text](const std::u32string& word) {
    return text.find(word) != std::u32string::npos;
  });
}

double Rarity(double facts, double having) { return std::log(1 + facts / (1 + having)); }

}  // namespace

WordCoverage::WordCoverage(const SoughtWords& sought, const std::vector<const v1::Fact*>& facts)
    : terms_(sought.words) {
  std::string everything = sought.words;
  for (const Rewording& rewording : sought.rewordings) {
    Words& words = rewordings_.emplace_back();
    words.terms = terms_.Within(FoldedText(rewording.word));
    for (const std::string& other : rewording.others) {
      words.others.push_back(FoldedText(other));
      absl::StrAppend(&everything, "，", other);
    }
  }
  for (const SoughtWords::Name& sought_name : sought.names) {
    Name& name = names_.emplace_back();
    name.entity = sought_name.entity;
    for (const std::string& alias : sought_name.aliases) name.aliases.push_back(FoldedText(alias));
    name.terms = WordTerms(sought_name.printed);
    absl::StrAppend(&everything, "，", sought_name.printed);
  }
  everything_ = WordTerms(everything);
  marks_.reserve(facts.size());
  for (const v1::Fact* const fact : facts) marks_.push_back(MarksOf(*fact));
  Weigh();
}

WordCoverage::Marks WordCoverage::MarksOf(const v1::Fact& fact) const {
  Marks marks;
  marks.terms.resize(terms_.size());
  const std::u32string property = FoldedText(DescriptionOf(fact));
  const std::u32string cited = FoldedText(SentencesOf(fact));
  const std::u32string before = FoldedText(SurroundingsOf(fact));
  terms_.Mark(property, kInProperty, marks.terms);
  terms_.Mark(cited, kInSentence, marks.terms);
  terms_.Mark(before, kBefore, marks.terms);
  AddRewordings(property + U"，" + cited, marks);
  for (const Name& name : names_) marks.names.push_back(NameMark(name, fact, cited, before));
  marks.asked = WordTerms(fact.property()).CoveredBy(everything_);
  return marks;
}

void WordCoverage::AddRewordings(const std::u32string& text, Marks& marks) const {
  for (const Words& words : rewordings_) {
    if (!IsIn(words.others, text)) continue;
    for (const size_t term : words.terms) {
      marks.terms[term] = std::max(marks.terms[term], kReworded);
    }
  }
}

double WordCoverage::NameMark(const Name& name, const v1::Fact& fact, const std::u32string& cited,
                              const std::u32string& before) {
  if (!name.entity.empty()) {
    if (fact.subject().entity() == name.entity) return kIsSubject;
    if (fact.has_entity() && fact.entity().entity() == name.entity) return kIsValue;
  }
  if (IsIn(name.aliases, cited)) return kNamedInSentence;
  if (IsIn(name.aliases, before)) return kNamedBefore;
  return kSimilarName * name.terms.CoveredBy(cited);
}

void WordCoverage::Weigh() {
  const double facts = std::max(kLeastFacts, static_cast<double>(marks_.size()));
  const auto having = [this](const auto& has) {
    return static_cast<double>(std::count_if(marks_.begin(), marks_.end(), has));
  };
  for (size_t term = 0; term < terms_.size(); ++term) {
    const double count = having([term](const Marks& marks) { return marks.terms[term] > 0; });
    const double length = terms_.Length(term) == 2 ? 1 : kCharacter;
    term_weights_.push_back(Rarity(facts, count) * length * (count > 0 ? 1 : kUnknownTerm));
  }
  for (size_t name = 0; name < names_.size(); ++name) {
    const double count =
        having([name](const Marks& marks) { return marks.names[name] == kIsSubject; });
    double length = 0;
    for (size_t i = 0; i < names_[name].terms.size(); ++i) {
      length += names_[name].terms.Length(i) == 1 ? 1 : 0;
    }
    const double units = std::min(length, kMostNameLength) / kNameUnit;
    name_weights_.push_back(Rarity(facts, count) * std::max(1.0, units));
  }
}

WordCoverage::Share WordCoverage::WordShare(size_t index) const {
  Share share;
  for (size_t i = 0; i < term_weights_.size(); ++i) {
    share.all += term_weights_[i];
    share.covered += term_weights_[i] * marks_[index].terms[i];
  }
  return share;
}

double WordCoverage::OfWords(size_t index) const {
  const Share words = WordShare(index);
  return words.all > 0 ? words.covered / words.all : 1;
}

double WordCoverage::LeastName(size_t index) const {
  const std::vector<double>& names = marks_[index].names;
  return names.empty() ? 1 : *std::min_element(names.begin(), names.end());
}

double WordCoverage::Of(size_t index) const {
  const Marks& marks = marks_[index];
  Share share = WordShare(index);
  for (size_t i = 0; i < marks.names.size(); ++i) {
    share.all += name_weights_[i];
    share.covered += name_weights_[i] * marks.names[i];
  }
  if (share.all <= 0) return 0;
  const double enough = std::min(1.0, OfWords(index) / kEnoughWords);
  return share.covered / share.all * (kNoWords + (1 - kNoWords) * enough) *
         (1 - kAskedShare + kAskedShare * marks.asked);
}

}  // namespace yinzheng::services
