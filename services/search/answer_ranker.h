// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_ANSWER_RANKER_H_
#define YINZHENG_SERVICES_SEARCH_ANSWER_RANKER_H_

#include <string>
#include <vector>

#include "services/search/question_reader.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// The least score at which a fact counts as an answer.
inline constexpr double kAnswerScore = 0.35;

// How well `fact` answers `question`, 0 to 1: the product of how well its kind of value, property,
// subject and time fit. A plan or a denial fits a little less than a statement, and is told apart
// by its own fields. A pure function of its arguments; docs/ask.md gives the figures.
double ScoreAnswer(const Question& question, const v1::Fact& fact);

// The facts that answer, best first, each once, at most `limit`; none below kAnswerScore, and none
// that fits much less than the best one.
std::vector<v1::Answer> RankAnswers(const Question& question, const std::vector<v1::Fact>& facts,
                                    size_t limit);

// The share of the characters and character pairs of `wanted` that occur in `text`, 0 to 1; 1 if
// nothing is wanted. Both folded. Pairs count twice.
double CoveredBy(const std::string& wanted, const std::string& text);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_ANSWER_RANKER_H_
