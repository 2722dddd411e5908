// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_QUESTION_TABLES_H_
#define YINZHENG_SERVICES_SEARCH_QUESTION_TABLES_H_

#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/record/rewordings.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// The words by which questions are read, from services/search/data; each file says of itself what
// its columns are. All Simplified. A plain value.
struct QuestionTables {
  // The contents of the five files.
  struct Texts {
    std::string words;         // question_words.tsv
    std::string stop_words;    // question_stop_words.tsv
    std::string units;         // question_units.tsv
    std::string answer_words;  // question_answer_words.tsv
    std::string rewordings;    // record/data/rewordings.tsv
  };
  struct QuestionWord {
    std::u32string word;
    v1::QuestionType type = v1::QUESTION_TYPE_UNSPECIFIED;
  };
  struct UnitWord {
    std::u32string word;
    std::string group;
    std::string asks;  // what is asked where the word stands bare; else empty
  };

  std::vector<QuestionWord> question_words;  // the first one in a question decides
  std::vector<std::u32string> speech_words;  // beside WHO: who said it
  std::set<std::string> stop_words;          // no part of a property
  std::vector<UnitWord> unit_words;          // 面积: its kind of unit, wherever it stands
  std::vector<UnitWord> bare_words;          // 多大 where nothing else is asked
  std::vector<UnitWord> measure_words;       // 家 of 多少家; longer ones first
  std::vector<QuestionWord> answer_words;    // a sentence with it may answer such a question
  std::vector<std::u32string> spoken_words;  // a sentence with it says who said something
  Rewordings rewordings;                     // words for the same

  // Reads the files of the data directory.
  static absl::StatusOr<QuestionTables> Load();
  // InvalidArgument, naming file and row, if a row cannot be read.
  static absl::StatusOr<QuestionTables> Parse(const Texts& texts);
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_QUESTION_TABLES_H_
