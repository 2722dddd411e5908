// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/question_reader.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/date.h"
#include "indexer/text/script.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMinQuotationLength = 4;
// The type of rows that are no QuestionType.
constexpr char kSaid[] = "SAID";

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
    if (known.insert(name.named.entity.name()).second) {
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

std::vector<std::vector<std::string>> ReadRows(std::string_view table) {
  std::vector<std::vector<std::string>> rows;
  const std::vector<std::string> lines = absl::StrSplit(base::AbslView(table), '\n');
  for (const std::string& line : lines) {
    if (!line.empty() && line[0] != '#') rows.push_back(absl::StrSplit(line, '\t'));
  }
  return rows;
}

}  // namespace

absl::StatusOr<QuestionReader> QuestionReader::Create(const text::Segmenter& segmenter) {
  YZ_ASSIGN_OR_RETURN(const std::string words, base::ReadDataFile("services/question_words.tsv"));
  YZ_ASSIGN_OR_RETURN(const std::string stops,
                      base::ReadDataFile("services/question_stop_words.tsv"));
  return FromTables(segmenter, words, stops);
}

absl::StatusOr<QuestionReader> QuestionReader::FromTables(const text::Segmenter& segmenter,
                                                          std::string_view question_words,
                                                          std::string_view stop_words) {
  QuestionReader reader(segmenter);
  for (const std::vector<std::string>& row : ReadRows(question_words)) {
    if (row.size() >= 2 && row[1] == kSaid) {
      reader.speech_words_.push_back(text::DecodeUtf8(row[0]));
      continue;
    }
    v1::QuestionType type = v1::QUESTION_TYPE_UNSPECIFIED;
    if (row.size() < 2 || row[0].empty() ||
        !v1::QuestionType_Parse(absl::StrCat("QUESTION_TYPE_", row[1]), &type)) {
      return absl::InvalidArgumentError(
          absl::StrCat("read question_words.tsv: row \"", row[0], "\" has no known type"));
    }
    reader.question_words_.push_back({text::DecodeUtf8(row[0]), type});
  }
  for (const std::vector<std::string>& row : ReadRows(stop_words)) {
    reader.stop_words_.insert(row[0]);
  }
  return reader;
}

absl::StatusOr<Question> QuestionReader::Read(const std::string& question,
                                              const std::string& reference_date,
                                              const NameFinder& find_names) const {
  Question read;
  Reading reading(text::SimplifiedConverter::Default().Convert(text::DecodeUtf8(question)).text);
  UseQuotation(reading, read);
  YZ_RETURN_IF_ERROR(UseNames(reading, find_names, read));
  YZ_RETURN_IF_ERROR(UseDates(reading, reference_date, read));
  for (const QuestionWord& word : question_words_) {
    const bool found = reading.UseWord(word.word);
    if (found && read.type == v1::QUESTION_TYPE_UNSPECIFIED) read.type = word.type;
  }
  bool speech = false;
  if (read.type == v1::QUESTION_TYPE_WHO) {
    for (const std::u32string& word : speech_words_) speech = reading.UseWord(word) || speech;
  }
  UseStopWords(*segmenter_, stop_words_, reading);
  read.property = reading.Rest();
  if (speech && read.quotation.empty()) read.quotation.swap(read.property);
  // Quotation marks around a name or term are no quotation unless somebody is asked for.
  if (read.type != v1::QUESTION_TYPE_WHO && !read.quotation.empty()) {
    read.property = absl::StrCat(read.quotation, read.property);
    read.quotation.clear();
  }
  return read;
}

}  // namespace yinzheng::services
