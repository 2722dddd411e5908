// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/question_reader.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/date.h"
#include "indexer/text/script.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMinQuotationLength = 4;
// Names of a question that are looked at: each is read with its facts.
constexpr size_t kMaxSubjects = 10;

// Marks which characters of a question are explained already; what is left is the property.
class Reading {
 public:
  explicit Reading(std::u32string text) : text_(std::move(text)), used_(text_.size(), false) {}

  const std::u32string& text() const { return text_; }
  bool Free(size_t begin, size_t length) const {
    return std::none_of(used_.begin() + static_cast<std::ptrdiff_t>(begin),
                        used_.begin() + static_cast<std::ptrdiff_t>(begin + length),
                        [](bool used) { return used; });
  }
  void Use(size_t begin, size_t length) {
    std::fill_n(used_.begin() + static_cast<std::ptrdiff_t>(begin), length, true);
  }

  // Uses every free occurrence of `word`; whether there was one.
  bool UseWord(const std::u32string& word) {
    bool found = false;
    for (size_t at = text_.find(word); at != std::u32string::npos; at = text_.find(word, at + 1)) {
      if (!Free(at, word.size())) continue;
      Use(at, word.size());
      found = true;
    }
    return found;
  }

  // The longest stretches that are not used, in order.
  std::vector<text::Span> FreeRuns() const {
    std::vector<text::Span> runs;
    for (uint32_t i = 0; i < text_.size(); ++i) {
      if (used_[i]) continue;
      if (runs.empty() || runs.back().end != i) runs.push_back({i, i});
      runs.back().end = i + 1;
    }
    return runs;
  }

  // What is not used, without punctuation and spaces.
  std::string Rest() const {
    std::u32string rest;
    for (size_t i = 0; i < text_.size(); ++i) {
      if (!used_[i] && !text::IsPunctuation(text_[i]) && !text::IsSpace(text_[i])) rest += text_[i];
    }
    return text::EncodeUtf8(rest);
  }

 private:
  std::u32string text_;
  std::vector<bool> used_;
};

absl::Status UseNames(Reading& reading, const QuestionReader::NameFinder& find_names,
                      Question& question) {
  YZ_ASSIGN_OR_RETURN(std::vector<FoundName> names, find_names(reading.text()));
  std::set<std::string> known;
  for (FoundName& name : names) {
    if (!reading.Free(name.span.begin, name.span.size())) continue;
    reading.Use(name.span.begin, name.span.size());
    if (question.subjects.size() == kMaxSubjects) continue;
    if (known.insert(name.named.entity.name()).second) {
      question.names.push_back(text::EncodeUtf8(text::Slice(reading.text(), name.span)));
      question.subjects.push_back(std::move(name.named.entity));
    }
  }
  return absl::OkStatus();
}

// The words of the first quotation that is long enough to be one and not a name in quotation marks.
void UseQuotation(Reading& reading, Question& question) {
  const std::u32string& text = reading.text();
  for (size_t open = 0; open < text.size(); ++open) {
    if (!text::IsOpeningQuote(text[open])) continue;
    size_t close = open + 1;
    while (close < text.size() && !text::IsClosingQuote(text[close])) ++close;
    if (close - open - 1 < kMinQuotationLength) continue;
    question.quotation = text::EncodeUtf8(text.substr(open + 1, close - open - 1));
    reading.Use(open, std::min(close + 1, text.size()) - open);
    return;
  }
}

absl::Status UseDates(Reading& reading, const std::string& reference_date, Question& question) {
  std::optional<text::ReferenceDate> reference;
  if (!reference_date.empty()) {
    YZ_ASSIGN_OR_RETURN(reference, text::ReferenceDate::FromEdtf(reference_date));
  }
  for (const text::DateMatch& match : text::FindDates(reading.text(), reference)) {
    if (!reading.Free(match.span.begin, match.span.size())) continue;
    reading.Use(match.span.begin, match.span.size());
    if (match.edtf.empty() || match.vague || question.time.has_value()) continue;
    question.time.emplace();
    question.time->set_edtf(match.edtf);
    question.time->set_earliest(match.earliest);
    question.time->set_latest(match.latest);
    question.time->set_text(text::EncodeUtf8(text::Slice(reading.text(), match.span)));
  }
  return absl::OkStatus();
}

// Whole words of what is left: 有 is left out of 有几家, not of 有限公司.
void UseStopWords(const text::Segmenter& segmenter, const std::set<std::string>& stop_words,
                  Reading& reading) {
  for (const text::Span& run : reading.FreeRuns()) {
    for (const text::Token& token : segmenter.Segment(text::Slice(reading.text(), run))) {
      if (stop_words.contains(token.word)) {
        reading.Use(run.begin + token.span.begin, token.span.size());
      }
    }
  }
}

// 多少家 and 几家 ask for a count in 家, 面积 for an area in whatever unit.
void UseUnit(const QuestionTables& tables, Reading& reading, Question& question) {
  const std::u32string& text = reading.text();
  for (const QuestionTables::UnitWord& measure : tables.measure_words) {
    for (const std::u32string_view count : {U"多少", U"几"}) {
      const size_t at = text.find(std::u32string(count) + measure.word);
      if (at == std::u32string::npos) continue;
      question.unit = text::EncodeUtf8(measure.word);
      question.unit_group = measure.group;
      reading.Use(at + count.size(), measure.word.size());
      return;
    }
  }
  for (const QuestionTables::UnitWord& word : tables.unit_words) {
    if (text.find(word.word) == std::u32string::npos) continue;
    question.unit_group = word.group;
    return;
  }
}

// 园区有多大: the word that counts tells what is asked as well.
void ReadBareWord(const QuestionTables& tables, const std::u32string& text, Question& question) {
  if (question.type != v1::QUESTION_TYPE_HOW_MANY || !question.property.empty()) return;
  for (const QuestionTables::UnitWord& word : tables.bare_words) {
    if (text.find(word.word) == std::u32string::npos) continue;
    question.property = word.asks;
    question.unit_group = word.group;
    return;
  }
}

void UseSpeechWords(const QuestionTables& tables, Reading& reading, Question& question) {
  for (const std::u32string& word : tables.speech_words) {
    question.asks_speaker = reading.UseWord(word) || question.asks_speaker;
  }
}

// A question for the speaker has the words that were said as its quotation. Quotation marks around
// a name or term are no quotation unless somebody is asked for.
void SetQuotation(Question& question) {
  if (question.type != v1::QUESTION_TYPE_WHO) {
    question.property = absl::StrCat(question.quotation, question.property);
    question.quotation.clear();
    return;
  }
  if (!question.quotation.empty()) question.asks_speaker = true;
  if (question.asks_speaker && question.quotation.empty()) {
    question.quotation.swap(question.property);
  }
}

std::vector<std::u32string> AnswerWords(const QuestionTables& tables, const Question& question) {
  if (question.asks_speaker) return tables.spoken_words;
  std::vector<std::u32string> words;
  for (const QuestionTables::QuestionWord& word : tables.answer_words) {
    if (word.type == question.type) words.push_back(word.word);
  }
  return words;
}

}  // namespace

SoughtWords SoughtBy(const Question& question) {
  SoughtWords sought;
  sought.words = absl::StrCat(question.property, "，", question.quotation);
  sought.rewordings = question.rewordings;
  for (size_t i = 0; i < question.subjects.size(); ++i) {
    const v1::Entity& subject = question.subjects[i];
    SoughtWords::Name& name = sought.names.emplace_back();
    name.entity = subject.name();
    name.printed = i < question.names.size() ? question.names[i] : subject.display_name();
    for (const v1::EntityAlias& alias : subject.aliases()) name.aliases.push_back(alias.text());
  }
  return sought;
}

absl::StatusOr<QuestionReader> QuestionReader::Create(const text::Segmenter& segmenter) {
  YZ_ASSIGN_OR_RETURN(QuestionTables tables, QuestionTables::Load());
  return QuestionReader(segmenter, std::move(tables));
}

absl::StatusOr<Question> QuestionReader::Read(const std::string& question,
                                              const std::string& reference_date,
                                              const NameFinder& find_names) const {
  Question read;
  Reading reading(text::SimplifiedConverter::Default().Convert(text::DecodeUtf8(question)).text);
  UseQuotation(reading, read);
  YZ_RETURN_IF_ERROR(UseNames(reading, find_names, read));
  YZ_RETURN_IF_ERROR(UseDates(reading, reference_date, read));
  for (const QuestionTables::QuestionWord& word : tables_.question_words) {
    const bool found = reading.UseWord(word.word);
    if (found && read.type == v1::QUESTION_TYPE_UNSPECIFIED) read.type = word.type;
  }
  if (read.type == v1::QUESTION_TYPE_HOW_MANY) UseUnit(tables_, reading, read);
  if (read.type == v1::QUESTION_TYPE_WHO) UseSpeechWords(tables_, reading, read);
  UseStopWords(*segmenter_, tables_.stop_words, reading);
  read.property = reading.Rest();
  SetQuotation(read);
  ReadBareWord(tables_, reading.text(), read);
  read.rewordings = tables_.rewordings.Of(absl::StrCat(read.property, " ", read.quotation));
  read.answer_words = AnswerWords(tables_, read);
  return read;
}

}  // namespace yinzheng::services
