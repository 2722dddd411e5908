// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SENTENCE_FIT_H_
#define YINZHENG_SERVICES_SEARCH_SENTENCE_FIT_H_

#include <string>
#include <vector>

#include "services/record/value_comparison.h"
#include "services/search/question_reader.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::services {

// A sentence that may answer a question.
struct SentenceCandidate {
  v1::Citation citation;              // the sentence; no attribution
  std::string before;                 // title and sentences that it follows
  std::vector<std::string> entities;  // entities/{entity} mentioned in it
};

// How well a sentence has a value of the kind that `question` asks for, 0 to 1, whatever it is
// about: a figure in the unit asked for, a date, a rank, a name that the question does not have, a
// word of speech or place. The counterpart of ValueFit for text that no fact was read from;
// docs/ask.md has the figures. A pure function of its arguments; costs one pass over the sentence.
double SentenceFit(const ValueComparison& values, const Question& question,
                   const SentenceCandidate& sentence);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SENTENCE_FIT_H_
