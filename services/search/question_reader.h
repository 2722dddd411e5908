// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_QUESTION_READER_H_
#define YINZHENG_SERVICES_SEARCH_QUESTION_READER_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/segmenter.h"
#include "services/record/name_scanner.h"
#include "services/record/rewordings.h"
#include "services/record/word_coverage.h"
#include "services/search/question_tables.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/search_service.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::services {

// A question taken apart.
struct Question {
  v1::QuestionType type = v1::QUESTION_TYPE_UNSPECIFIED;
  std::vector<v1::Entity> subjects;   // in the order of the question, each once
  std::vector<std::string> names;     // how the question names each of them, Simplified
  std::string property;               // what is left: words about the subjects, Simplified
  std::optional<v1::DateValue> time;  // the time it names, if any
  std::string quotation;              // the words whose speaker is asked for
  bool asks_speaker = false;          // who said it, rather than who it is
  std::string unit_group;             // kind of unit asked for (question_units.tsv); may be empty
  std::string unit;                   // the measure word asked for (家 in 多少家); may be empty
  std::vector<Rewording> rewordings;  // of words in property and quotation
  // Words that show that a sentence has what is asked for (question_answer_words.tsv).
  std::vector<std::u32string> answer_words;
};

// What facts and sentences are looked for by to answer `question`.
SoughtWords SoughtBy(const Question& question);

// Reads plain questions by their question words and the names in them, with no grammar: subjects
// are the longest names that the index knows, the property is what is left. It answers nothing.
//
// Immutable and safe for concurrent use.
class QuestionReader {
 public:
  // Finds the names in a text (Simplified): FindNames of the index.
  using NameFinder =
      std::function<absl::StatusOr<std::vector<FoundName>>(std::u32string_view text)>;

  // Reads the tables from the data directory. `segmenter` is borrowed and must outlive the reader.
  static absl::StatusOr<QuestionReader> Create(const text::Segmenter& segmenter);
  QuestionReader(const text::Segmenter& segmenter, QuestionTables tables)
      : segmenter_(&segmenter), tables_(std::move(tables)) {}

  // `reference_date` is EDTF or empty: what 去年 is read against. Errors of `find_names` pass
  // through. InvalidArgument if the reference date cannot be read.
  absl::StatusOr<Question> Read(const std::string& question, const std::string& reference_date,
                                const NameFinder& find_names) const;

 private:
  const text::Segmenter* segmenter_;
  QuestionTables tables_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_QUESTION_READER_H_
