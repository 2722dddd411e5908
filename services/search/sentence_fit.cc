// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/sentence_fit.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "indexer/text/date.h"
#include "indexer/text/quantity.h"
#include "services/record/day_interval.h"
#include "services/record/word_terms.h"
#include "services/search/value_fit.h"

namespace yinzheng::services {
namespace {

// A sentence without what is asked for may still say it in words that nothing reads.
constexpr double kWithoutValue = 0.4;
// A name or a word of the right kind, where both together are certain.
constexpr double kHalfShown = 0.75;
constexpr double kOtherTime = 0.6;
constexpr double kNoTime = 0.9;

v1::Quantity ToQuantity(const text::QuantityMatch& match) {
  v1::Quantity quantity;
  quantity.set_unit(match.unit);
  if (match.fraction.has_value()) quantity.mutable_fraction();
  if (match.measure == text::QuantityMeasure::kShare) {
    quantity.set_measure(v1::Quantity::MEASURE_SHARE);
  }
  return quantity;
}

double FigureFit(const ValueComparison& values, const Question& question,
                 std::u32string_view sentence) {
  double best = kWithoutValue;
  for (const text::QuantityMatch& match : text::FindQuantities(sentence)) {
    if (!match.vague) best = std::max(best, UnitFit(values, question, ToQuantity(match)));
  }
  return best;
}

std::vector<text::DateMatch> DatesOf(const SentenceCandidate& sentence, std::u32string_view text) {
  std::optional<text::ReferenceDate> published;
  if (sentence.citation.has_published()) {
    const auto reference = text::ReferenceDate::FromEdtf(sentence.citation.published().edtf());
    if (reference.ok()) published = *reference;
  }
  std::vector<text::DateMatch> dates = text::FindDates(text, published);
  dates.erase(std::remove_if(dates.begin(), dates.end(),
                             [](const text::DateMatch& date) { return date.vague; }),
              dates.end());
  return dates;
}

bool HasAnswerWord(const Question& question, std::u32string_view sentence) {
  return std::any_of(
      question.answer_words.begin(), question.answer_words.end(),
      [&](const std::u32string& word) { return sentence.find(word) != std::u32string_view::npos; });
}

bool HasOtherName(const Question& question, const SentenceCandidate& sentence) {
  return std::any_of(
      sentence.entities.begin(), sentence.entities.end(), [&](const std::string& entity) {
        return std::none_of(question.subjects.begin(), question.subjects.end(),
                            [&](const v1::Entity& subject) { return subject.name() == entity; });
      });
}

double NameFit(const Question& question, const SentenceCandidate& sentence,
               std::u32string_view text) {
  const bool name = HasOtherName(question, sentence);
  if (question.answer_words.empty()) return name ? 1 : kWithoutValue;
  const bool word = HasAnswerWord(question, text);
  if (word && name) return 1;
  return word || name ? kHalfShown : kWithoutValue;
}

double KindFit(const ValueComparison& values, const Question& question,
               const SentenceCandidate& sentence, std::u32string_view text, bool dated) {
  switch (question.type) {
    case v1::QUESTION_TYPE_HOW_MANY:
      return FigureFit(values, question, text);
    case v1::QUESTION_TYPE_WHEN:
      return dated ? 1 : kWithoutValue;
    case v1::QUESTION_TYPE_RANK:
      if (!text::FindRanks(text).empty()) return 1;
      return HasAnswerWord(question, text) ? kHalfShown : kWithoutValue;
    case v1::QUESTION_TYPE_WHO:
    case v1::QUESTION_TYPE_WHERE:
      return NameFit(question, sentence, text);
    default:
      return 1;
  }
}

// Whether a sentence speaks of the time that the question names: of another one if all its dates
// are others.
double TimeFit(const Question& question, const std::vector<text::DateMatch>& dates) {
  if (!question.time.has_value()) return 1;
  double best = dates.empty() ? kNoTime : kOtherTime;
  for (const text::DateMatch& date : dates) {
    v1::DateValue value;
    value.set_edtf(date.edtf);
    value.set_earliest(date.earliest);
    value.set_latest(date.latest);
    const TimeRelation relation = RelateTimes(*question.time, value);
    if (relation == TimeRelation::kSame || relation == TimeRelation::kContained) return 1;
    if (relation == TimeRelation::kUnknown) best = std::max(best, kNoTime);
  }
  return best;
}

}  // namespace

double SentenceFit(const ValueComparison& values, const Question& question,
                   const SentenceCandidate& sentence) {
  const std::u32string text = FoldedText(sentence.citation.quote());
  const std::vector<text::DateMatch> dates = DatesOf(sentence, text);
  return KindFit(values, question, sentence, text, !dates.empty()) * TimeFit(question, dates);
}

}  // namespace yinzheng::services
