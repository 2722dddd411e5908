// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_QUESTION_COVERAGE_H_
#define YINZHENG_SERVICES_SEARCH_QUESTION_COVERAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/search/question_reader.h"
#include "services/search/question_terms.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// How much of a question facts speak of: its words and the names in it, each weighed by how few of
// the facts at hand have it, wherever a fact has it: in its property, in its cited sentence, or
// only before it. What kind of value the facts have is not its business. docs/ask.md has the
// figures.
//
// Made for one question and the facts that may answer it, which must outlive it; costs one pass
// over their text. Immutable and safe for concurrent use.
class QuestionCoverage {
 public:
  QuestionCoverage(const Question& question, const std::vector<const v1::Fact*>& facts);

  // The covered share of the question by the fact at `index`, 0 to 1.
  double Of(size_t index) const;

 private:
  // Where a fact has what the question speaks of: a mark of 0 to 1 for each term, then each name.
  struct Marks {
    std::vector<double> terms;
    std::vector<double> names;
    double asked = 1;  // share of the fact's property that the question has
  };

  Marks MarksOf(const v1::Fact& fact) const;
  double NameMark(size_t name, const v1::Fact& fact, const std::u32string& cited,
                  const std::u32string& before) const;
  void AddRewordings(const std::u32string& text, Marks& marks) const;
  void Weigh();

  // A word of the question, its terms, and what says the same.
  struct Words {
    std::vector<size_t> terms;
    std::vector<std::u32string> others;
  };

  const Question& question_;
  QuestionTerms terms_;
  QuestionTerms everything_;  // with the names and what the reader took for question words
  std::vector<Words> rewordings_;
  std::vector<std::vector<std::u32string>> aliases_;  // of each subject, folded
  std::vector<QuestionTerms> name_terms_;
  std::vector<Marks> marks_;
  std::vector<double> term_weights_;
  std::vector<double> name_weights_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_QUESTION_COVERAGE_H_
