// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_QUESTION_READER_H_
#define YINZHENG_SERVICES_SEARCH_QUESTION_READER_H_

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/text/segmenter.h"
#include "services/record/name_scanner.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/search_service.pb.h"
#include "yinzheng/v1/text.pb.h"

namespace yinzheng::services {

// A question taken apart.
struct Question {
  v1::QuestionType type = v1::QUESTION_TYPE_UNSPECIFIED;
  std::vector<v1::Entity> subjects;   // in the order of the question, each once
  std::string property;               // what is left: words about the subjects, Simplified
  std::optional<v1::DateValue> time;  // the time it names, if any
  std::string quotation;              // words in quotation marks of a question about who said them
};

// Reads plain questions by their question words and the names in them, with no grammar: subjects
// are the longest names that the index knows, the property is what is left. It answers nothing.
//
// Immutable and safe for concurrent use.
class QuestionReader {
 public:
  // Finds the names in a text (Simplified): FindNames of the index.
  using NameFinder =
      std::function<absl::StatusOr<std::vector<FoundName>>(std::u32string_view text)>;

  // Reads services/question_words.tsv and services/question_stop_words.tsv from the data directory.
  // `segmenter` is borrowed and must outlive the reader.
  static absl::StatusOr<QuestionReader> Create(const text::Segmenter& segmenter);
  static absl::StatusOr<QuestionReader> FromTables(const text::Segmenter& segmenter,
                                                   std::string_view question_words,
                                                   std::string_view stop_words);

  // `reference_date` is EDTF or empty: what 去年 is read against. Errors of `find_names` pass
  // through. InvalidArgument if the reference date cannot be read.
  absl::StatusOr<Question> Read(const std::string& question, const std::string& reference_date,
                                const NameFinder& find_names) const;

 private:
  struct QuestionWord {
    std::u32string word;
    v1::QuestionType type;
  };

  explicit QuestionReader(const text::Segmenter& segmenter) : segmenter_(&segmenter) {}

  const text::Segmenter* segmenter_;
  std::vector<QuestionWord> question_words_;
  std::vector<std::u32string> speech_words_;
  std::set<std::string> stop_words_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_QUESTION_READER_H_
