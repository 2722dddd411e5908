// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/mark_needs.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

bool HasDigit(const std::string& term) {
  return std::any_of(term.begin(), term.end(),
                     [](char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); });
}

std::vector<std::string> PairsOf(const std::u32string& word) {
  std::vector<std::string> pairs;
  for (size_t i = 0; i + 1 < word.size(); ++i) {
    pairs.push_back(text::EncodeUtf8(word.substr(i, 2)));
  }
  return pairs;
}

class NeedsFinder {
 public:
  explicit NeedsFinder(bool loosened) : loosened_(loosened) {
    needs_.values = needs_.runs = loosened;
  }

  void Read(const CompiledClause& clause) {  // NOLINT(misc-no-recursion): as deep as the query.
    if (clause.kind == CompiledClause::Kind::kNumbers) {
      needs_.values = true;
      needs_.between = true;  // 年 and 月 behind a number make it a date.
    }
    for (const QueryTerm& term : clause.terms) Read(term);
    Read(clause.phrase);
    for (const CompiledPhrase& side : clause.near) Read(side);
    for (const CompiledClause& child : clause.children) Read(child);
  }

  // Pairs that are excluded or looked for in titles are no marks, so they cover nothing.
  void ReadMarked(const CompiledClause& clause) {  // NOLINT(misc-no-recursion)
    if (clause.kind == CompiledClause::Kind::kNot || clause.in_title) return;
    for (const QueryTerm& term : clause.terms) {
      if (term.required) marked_.insert(term.term);
    }
    for (const CompiledClause& child : clause.children) ReadMarked(child);
  }

  MarkNeeds Finish() {
    for (const std::string* word : words_) {
      const std::u32string characters = text::DecodeUtf8(*word);
      std::vector<std::string> pairs = PairsOf(characters);
      if (AreMarked(pairs)) continue;
      needs_.beginnings.insert(characters.begin(), characters.end());
      needs_.words.push_back(std::move(pairs));
    }
    return std::move(needs_);
  }

 private:
  void Ask(const std::string& term) {
    if (term.empty()) return;
    needs_.values |= HasDigit(term);
    needs_.terms.insert(term);
    needs_.beginnings.insert(text::DecodeUtf8(term).front());
  }

  void Ask(const std::vector<PhraseTerm>& terms) {
    for (size_t i = 0; i < terms.size(); ++i) {
      Ask(terms[i].term);
      needs_.between |= i > 0 && terms[i].offset > terms[i - 1].offset + 1;
    }
  }

  void Read(const QueryTerm& term) {
    Ask(term.term);
    if (term.required && term.kind == text::TokenKind::kWord) words_.push_back(&term.term);
  }

  void Read(const CompiledPhrase& phrase) {
    needs_.values |= phrase.is_prefix || !phrase.by_value.empty();
    needs_.runs |= phrase.is_prefix;
    Ask(phrase.terms);
    Ask(phrase.by_value);
    if (!loosened_) return;
    for (const std::vector<PhraseTerm>& terms : phrase.loose) Ask(terms);
  }

  // A word stands nowhere without its pairs, whose marks join to the same one.
  bool AreMarked(const std::vector<std::string>& pairs) const {
    return std::all_of(pairs.begin(), pairs.end(),
                       [this](const std::string& pair) { return marked_.contains(pair); });
  }

  bool loosened_;
  MarkNeeds needs_;
  std::vector<const std::string*> words_;
  absl::flat_hash_set<std::string> marked_;
};

}  // namespace

MarkNeeds NeedsOf(const CompiledQuery& query, bool loosened) {
  NeedsFinder finder(loosened);
  finder.Read(query.root);
  finder.ReadMarked(query.root);
  return finder.Finish();
}

}  // namespace yinzheng::store
