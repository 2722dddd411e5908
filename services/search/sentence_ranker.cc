// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/sentence_ranker.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "services/record/word_coverage.h"

namespace yinzheng::services {
namespace {

// Sentences are kept down to this share of the best one's score.
constexpr double kLeastShareOfBest = 0.75;

// A sentence is weighed as a fact that says nothing but its citation.
std::vector<v1::Fact> AsFacts(const std::vector<SentenceCandidate>& sentences) {
  std::vector<v1::Fact> facts;
  facts.reserve(sentences.size());
  for (const SentenceCandidate& sentence : sentences) {
    v1::Citation& citation = *facts.emplace_back().add_citations();
    citation.set_quote(sentence.citation.quote());
    citation.set_prefix(sentence.before);
  }
  return facts;
}

std::vector<const v1::Fact*> PointersTo(const std::vector<v1::Fact>& facts) {
  std::vector<const v1::Fact*> pointers;
  pointers.reserve(facts.size());
  for (const v1::Fact& fact : facts) pointers.push_back(&fact);
  return pointers;
}

// Of sentences that fit alike the shorter one comes first: it says the same with less beside.
bool ComesFirst(const WeighedSentence& a, const WeighedSentence& b) {
  const auto key = [](const WeighedSentence& weighed) {
    const v1::Citation& citation = weighed.sentence->citation;
    const v1::TextSpan& span = citation.span();
    return std::tuple(-weighed.score, span.end() - span.start(),
                      std::string_view(citation.article()), span.start());
  };
  return key(a) < key(b);
}

}  // namespace

std::vector<WeighedSentence> WeighSentences(const ValueComparison& values, const Question& question,
                                            const std::vector<SentenceCandidate>& sentences) {
  const std::vector<v1::Fact> facts = AsFacts(sentences);
  const WordCoverage coverage(SoughtBy(question), PointersTo(facts));
  std::vector<WeighedSentence> weighed;
  for (size_t i = 0; i < sentences.size(); ++i) {
    WeighedSentence& sentence = weighed.emplace_back();
    sentence.sentence = &sentences[i];
    sentence.coverage = coverage.Of(i);
    sentence.score = sentence.coverage * SentenceFit(values, question, sentences[i]);
  }
  std::sort(weighed.begin(), weighed.end(), ComesFirst);
  return weighed;
}

std::vector<v1::AnswerSentence> BestSentences(const std::vector<WeighedSentence>& weighed,
                                              size_t limit) {
  std::vector<v1::AnswerSentence> best;
  for (const WeighedSentence& sentence : weighed) {
    const double least = std::max(kSentenceScore, kLeastShareOfBest * weighed.front().score);
    if (best.size() == limit || sentence.score < least) break;
    v1::AnswerSentence& answer = best.emplace_back();
    *answer.mutable_citation() = sentence.sentence->citation;
    answer.set_score(sentence.score);
  }
  return best;
}

}  // namespace yinzheng::services
