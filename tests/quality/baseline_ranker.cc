// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/quality/baseline_ranker.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::quality {
namespace {

using text::IndexToken;
using text::Span;
using text::TokenKind;

constexpr double kK1 = 1.2;
constexpr double kB = 0.75;

bool IsRun(const IndexToken& token) {
  return token.kind == TokenKind::kLatin || token.kind == TokenKind::kNumber;
}

// Pairs and runs, and the characters that stand in no pair or, if wanted, all.
void AddGrams(const std::vector<IndexToken>& tokens, bool all_characters,
              std::vector<std::string>& terms) {
  std::set<uint32_t> paired;
  for (const IndexToken& token : tokens) {
    if (token.kind == TokenKind::kBigram) paired.insert({token.position, token.position + 1});
  }
  for (const IndexToken& token : tokens) {
    const bool wanted = token.kind == TokenKind::kUnigram
                            ? all_characters || !paired.contains(token.position)
                            : token.kind == TokenKind::kBigram || IsRun(token);
    if (wanted) terms.push_back(token.term);
  }
}

// Words are terms apart from the pairs and characters of the same form.
void AddWord(std::u32string_view key, Span place, std::vector<std::string>& terms) {
  const std::u32string_view word = text::Slice(key, place);
  const bool content = std::any_of(word.begin(), word.end(), [](char32_t c) {
    return !text::IsPunctuation(c) && !text::IsSpace(c);
  });
  if (content) terms.push_back(absl::StrCat("w:", text::EncodeUtf8(word)));
}

}  // namespace

std::string_view NameOf(BaselineTerms terms) {
  switch (terms) {
    case BaselineTerms::kBigrams:
      return "bigrams";
    case BaselineTerms::kUnigramsBigrams:
      return "uni+bigrams";
    case BaselineTerms::kWords:
      return "words";
    case BaselineTerms::kAll:
      break;
  }
  return "words+uni+bigrams";
}

std::vector<std::string> BaselineRanker::TermsOf(std::string_view utf8) const {
  const std::u32string text = text::DecodeUtf8(utf8);
  std::vector<std::string> terms;
  if (terms_ != BaselineTerms::kWords) {
    AddGrams(analyzer_.Analyze(text), terms_ != BaselineTerms::kBigrams, terms);
  }
  if (terms_ == BaselineTerms::kBigrams || terms_ == BaselineTerms::kUnigramsBigrams) return terms;
  const std::u32string key = text::FoldToKey(text);
  if (terms_ == BaselineTerms::kAll) {
    for (const Span word : segmenter_.CutForSearch(key)) AddWord(key, word, terms);
  } else {
    for (const text::Token& token : segmenter_.Segment(key)) AddWord(key, token.span, terms);
  }
  return terms;
}

void BaselineRanker::Add(const Record& record) {
  const auto number = static_cast<uint32_t>(ids_.size());
  const std::vector<std::string> terms = TermsOf(record.text);
  ids_.push_back(record.id);
  lengths_.push_back(static_cast<double>(terms.size()));
  total_length_ += lengths_.back();
  for (const std::string& term : terms) {
    std::vector<Posting>& postings = postings_[term];
    if (postings.empty() || postings.back().record != number) postings.push_back({number, 0});
    ++postings.back().count;
  }
}

std::vector<std::string> BaselineRanker::Rank(std::string_view question, size_t limit) const {
  const auto records = static_cast<double>(ids_.size());
  const double mean_length = total_length_ / std::max(records, 1.0);
  std::vector<double> scores(ids_.size(), 0);
  for (const std::string& term : TermsOf(question)) {
    const auto found = postings_.find(term);
    if (found == postings_.end()) continue;
    const auto frequency = static_cast<double>(found->second.size());
    const double odds = (records - frequency + 0.5) / (frequency + 0.5);
    const double rarity = std::log(odds < 2 ? odds * 0.5 + 1 : odds);
    for (const Posting& posting : found->second) {
      const double norm = 1 - kB + kB * lengths_[posting.record] / mean_length;
      scores[posting.record] += rarity * (kK1 + 1) * posting.count / (posting.count + kK1 * norm);
    }
  }
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < scores.size(); ++i) {
    if (scores[i] > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](uint32_t a, uint32_t b) { return scores[a] > scores[b]; });
  if (order.size() > limit) order.resize(limit);
  std::vector<std::string> best;
  for (const uint32_t i : order) best.push_back(ids_[i]);
  return best;
}

}  // namespace yinzheng::quality
