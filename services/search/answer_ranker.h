// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_ANSWER_RANKER_H_
#define YINZHENG_SERVICES_SEARCH_ANSWER_RANKER_H_

#include <vector>

#include "services/record/value_comparison.h"
#include "services/search/question_reader.h"
#include "services/search/sentence_ranker.h"
#include "yinzheng/v1/fact.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// The least score at which a fact counts as an answer.
inline constexpr double kAnswerScore = 0.35;
// The same for a fact of the sentence that fits best.
inline constexpr double kAnswerScoreOfBest = 0.29;

// What answers are chosen from.
struct AnswerCandidates {
  std::vector<v1::Fact> facts;
  // Sentences that facts may be cited from: what a clause leaves out its sentence, or the title
  // above it, may say.
  std::vector<WeighedSentence> sentences;
};

// The facts that answer `question`, best first, each once, at most `limit`; none below kAnswerScore
// (kAnswerScoreOfBest), and none that fits much less than the best one. The score, 0 to 1, is the
// product of how well the kind of value fits (value_fit.h), how much of the question the fact
// speaks of (record/word_coverage.h), or the fact and its sentence together where that is more, and
// its time. A plan or a denial fits a little less than a statement, and is told apart by its own
// fields. A pure function of its arguments; docs/ask.md gives the figures. Cost: about 20
// microseconds a fact.
std::vector<v1::Answer> RankAnswers(const ValueComparison& values, const Question& question,
                                    const AnswerCandidates& candidates, size_t limit);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_ANSWER_RANKER_H_
