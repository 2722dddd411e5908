// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/word_terms.h"

#include <algorithm>

#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

constexpr int kBitsOfCodePoint = 32;

bool Counts(std::u32string_view text, size_t at) {
  return at < text.size() && !text::IsPunctuation(text[at]);
}

uint64_t PairKey(char32_t first, char32_t second) {
  return (static_cast<uint64_t>(first) << kBitsOfCodePoint) | second;
}

// Calls `use(key, length)` for every character and pair of `text`, in order.
template <typename Use>
void ForEachTerm(std::u32string_view text, const Use& use) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (!Counts(text, i)) continue;
    use(static_cast<uint64_t>(text[i]), 1);
    if (Counts(text, i + 1)) use(PairKey(text[i], text[i + 1]), 2);
  }
}

}  // namespace

std::u32string FoldedText(std::string_view utf8) {
  std::u32string folded = text::FoldToKey(text::DecodeUtf8(utf8));
  std::erase_if(folded, [](char32_t c) { return text::IsSpace(c) || text::IsLineBreak(c); });
  return folded;
}

WordTerms::WordTerms(std::string_view words) {
  ForEachTerm(FoldedText(words), [this](uint64_t key, int length) {
    if (index_.try_emplace(key, lengths_.size()).second) lengths_.push_back(length);
  });
}

void WordTerms::Mark(std::u32string_view folded, double mark, std::vector<double>& marks) const {
  if (empty()) return;
  ForEachTerm(folded, [&](uint64_t key, int) {
    const auto found = index_.find(key);
    if (found != index_.end()) marks[found->second] = std::max(marks[found->second], mark);
  });
}

std::vector<size_t> WordTerms::Within(std::u32string_view folded) const {
  std::vector<double> marks(size());
  Mark(folded, 1, marks);
  std::vector<size_t> within;
  for (size_t i = 0; i < marks.size(); ++i) {
    if (marks[i] > 0) within.push_back(i);
  }
  return within;
}

double WordTerms::CoveredBy(std::u32string_view folded) const {
  double all = 0;
  for (const int length : lengths_) all += length;
  double found = 0;
  for (const size_t term : Within(folded)) found += lengths_[term];
  return all > 0 ? found / all : 1;
}

double WordTerms::CoveredBy(const WordTerms& other) const {
  double all = 0;
  double found = 0;
  for (const auto& [key, term] : index_) {
    all += lengths_[term];
    if (other.index_.contains(key)) found += lengths_[term];
  }
  return all > 0 ? found / all : 1;
}

}  // namespace yinzheng::services
