// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/closeness.h"

#include <algorithm>
#include <map>

#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

constexpr size_t kMaxTerms = 256;

// What a pair of characters inside a quotation weighs, as one outside does.
constexpr double kPhrasePairWeight = 0.5;

// Shorter ones (a list number, 答：) go with what follows.
constexpr size_t kShortestSentence = 8;

// The key is folded: full-width ！？； are ASCII in it.
bool EndsSentence(char32_t c) {
  return c == U'。' || c == U'!' || c == U'?' || c == U';' || c == U'\n';
}

enum class RunKind : uint8_t { kNone, kDigit, kLetter };

RunKind RunKindOf(char32_t c) {
  if (c >= U'0' && c <= U'9') return RunKind::kDigit;
  return c < 0x250 && text::IsLatinLetter(c) ? RunKind::kLetter : RunKind::kNone;
}

// True between two letters or two digits: a term neither begins nor ends there.
bool IsInsideRun(std::u32string_view key, size_t at) {
  if (at == 0 || at >= key.size()) return false;
  const RunKind kind = RunKindOf(key[at]);
  return kind != RunKind::kNone && kind == RunKindOf(key[at - 1]);
}

// Adds up the terms seen, sentence by sentence, and keeps the best two neighbours.
class PairOfSentences {
 public:
  explicit PairOfSentences(size_t terms) : last_seen_(terms, 0) {}

  void See(size_t term, double weight) {
    if (last_seen_[term] == sentence_) return;
    if (last_seen_[term] + 1 != sentence_) fresh_ += weight;
    own_ += weight;
    last_seen_[term] = sentence_;
  }

  void EndSentence() {
    best_ = std::max(best_, before_ + fresh_);
    before_ = own_;
    own_ = fresh_ = 0;
    ++sentence_;
  }

  double Finish() {
    EndSentence();
    return best_;
  }

 private:
  std::vector<uint32_t> last_seen_;  // The sentence, 0 for none.
  uint32_t sentence_ = 2;            // So that none is not the one before the first.
  double before_ = 0;                // Of the sentence before.
  double own_ = 0;                   // Of this one.
  double fresh_ = 0;                 // Of this one, without what the one before has.
  double best_ = 0;
};

}  // namespace

Closeness::Closeness(const CompiledQuery& query,
                     const std::function<double(const std::string&)>& rarity) {
  Collect(query.root);
  MergeEqual();
  if (terms_.size() > kMaxTerms) terms_.resize(kMaxTerms);
  for (Term& term : terms_) term.weight *= rarity(text::EncodeUtf8(term.key));
  std::sort(terms_.begin(), terms_.end(),
            [](const Term& a, const Term& b) { return a.key < b.key; });
  for (uint32_t i = 0; i < terms_.size(); ++i) {
    const auto [place, fresh] = starts_.try_emplace(terms_[i].key.front(), i, i);
    place->second.second = i + 1;
    may_start_.set(FilterBit(terms_[i].key.front()));
  }
}

void Closeness::Collect(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
  if (clause.kind == CompiledClause::Kind::kNot || clause.in_title) return;
  for (const QueryTerm& term : clause.terms) Add(term.term, term.weight);
  for (const std::string& pair : clause.phrase.bigrams) Add(pair, kPhrasePairWeight);
  for (const CompiledClause& child : clause.children) Collect(child);
}

void Closeness::Add(const std::string& term, double weight) {
  std::u32string key = text::DecodeUtf8(term);
  if (!key.empty()) terms_.push_back({std::move(key), weight});
}

// A free word may be a pair of a phrase as well. The first place of a term is its place.
void Closeness::MergeEqual() {
  std::map<std::u32string_view, size_t> places;
  std::vector<Term> merged;
  for (const Term& term : terms_) {
    const auto [place, fresh] = places.try_emplace(term.key, merged.size());
    if (fresh) {
      merged.push_back(term);
    } else {
      merged[place->second].weight = std::max(merged[place->second].weight, term.weight);
    }
  }
  terms_ = std::move(merged);
}

double Closeness::Of(std::u32string_view key) const {
  PairOfSentences sentences(terms_.size());
  size_t begin = 0;
  for (size_t i = 0; i < key.size(); ++i) {
    if (EndsSentence(key[i]) && i - begin >= kShortestSentence) {
      sentences.EndSentence();
      begin = i + 1;
      continue;
    }
    if (!may_start_.test(FilterBit(key[i]))) continue;
    const auto start = starts_.find(key[i]);
    if (start == starts_.end() || IsInsideRun(key, i)) continue;
    for (uint32_t t = start->second.first; t < start->second.second; ++t) {
      const std::u32string& term = terms_[t].key;
      const bool here =
          key.compare(i, term.size(), term) == 0 && !IsInsideRun(key, i + term.size());
      if (here) sentences.See(t, terms_[t].weight);
    }
  }
  return sentences.Finish();
}

}  // namespace yinzheng::store
