// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SENTENCE_RANKER_H_
#define YINZHENG_SERVICES_SEARCH_SENTENCE_RANKER_H_

#include <cstddef>
#include <vector>

#include "services/record/value_comparison.h"
#include "services/search/question_reader.h"
#include "services/search/sentence_fit.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// The least score at which a sentence may be an answer.
inline constexpr double kSentenceScore = 0.28;

// A sentence and how well it may answer, 0 to 1.
struct WeighedSentence {
  const SentenceCandidate* sentence = nullptr;  // borrowed
  double coverage = 0;  // how much of the question it speaks of (record/word_coverage.h)
  double score = 0;     // that times how well it has the kind of value asked for (sentence_fit.h)
};

// The weights of `sentences`, which must outlive them, best first. It reads no statement: which
// figure of a sentence belongs to what is for the reader, or for the facts. A pure function of its
// arguments; about 20 microseconds a sentence.
std::vector<WeighedSentence> WeighSentences(const ValueComparison& values, const Question& question,
                                            const std::vector<SentenceCandidate>& sentences);

// The best of them as the contract has them, at most `limit`; none below kSentenceScore, and none
// that fits much less than the best one.
std::vector<v1::AnswerSentence> BestSentences(const std::vector<WeighedSentence>& weighed,
                                              size_t limit);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SENTENCE_RANKER_H_
