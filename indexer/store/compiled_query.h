// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A query as search terms, weighted: what the searcher asks the index and what the highlighter
// marks, so that what is marked is what matched. Made by query_compiler.h; knows nothing of any
// index.

#ifndef YINZHENG_INDEXER_STORE_COMPILED_QUERY_H_
#define YINZHENG_INDEXER_STORE_COMPILED_QUERY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/store/day_range.h"
#include "indexer/store/number_bounds.h"
#include "indexer/store/query_node.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/generation.pb.h"

namespace yinzheng::store {

// One term and how much it counts.
struct QueryTerm {
  std::string term;
  double weight = 1;
  bool required =
      false;  // A match must hold at least one required term of its clause; others only rank.
  bool is_word =
      false;  // A word of the dictionary, a Latin word or a number: also looked for in titles.
  text::TokenKind kind = text::TokenKind::kUnigram;
  text::Span span;  // In the query.
};

// Terms that must stand one after the other. `offset` counts positions from the first: 1 more than
// the last one's directly after it, 2 more where punctuation stands between (text::kBreakGap).
struct PhraseTerm {
  std::string term;
  uint32_t offset = 0;
  bool is_run = false;    // Letters or digits.
  bool is_value = false;  // A number or date, whatever it is written like: one place in `offset`.
};

// A phrase as printed, and the same phrase in other words.
struct CompiledPhrase {
  std::vector<PhraseTerm> terms;     // In order. One: the term alone is the phrase.
  std::vector<std::string> bigrams;  // Occur in every match; they make the search quick.
  std::vector<PhraseTerm> by_value;  // With its numbers by value; empty where that adds nothing.
  // The last term is the beginning of a run: gdp*.
  bool is_prefix = false;
  // The phrase begins or ends inside what may be a longer run: 023年 of 2023年. Asked for only
  // where nothing holds the phrase itself; each of `loose` is then a way to cut it.
  bool may_begin_inside = false;
  bool may_end_inside = false;
  std::vector<std::vector<PhraseTerm>> loose;
  bool is_cut = false;  // It had more terms than are searched.
  text::Span span;      // In the query.
};

struct CompiledClause {
  enum class Kind {
    kWords,
    kPhrase,
    kNear,     // `near`: in one passage, at most `distance` characters or runs between them.
    kNumbers,  // `numbers`: a number in that range.
    kDays,     // `days`: published then.
    kOutlet,
    kAuthor,
    kEntity,
    kOr,
    kAnd,
    kNot
  };

  Kind kind = Kind::kAnd;
  bool in_title = false;                 // kWords, kPhrase: look in titles instead of passages.
  std::vector<QueryTerm> terms;          // kWords.
  CompiledPhrase phrase;                 // kPhrase.
  std::vector<CompiledPhrase> near;      // kNear: in any order.
  uint32_t distance = 0;                 // kNear.
  NumberBounds numbers;                  // kNumbers.
  DayRange days;                         // kDays: either end may be empty.
  text::Span span;                       // kNumbers: in the query.
  std::string value;                     // kOutlet, kAuthor, kEntity: as typed.
  std::vector<CompiledClause> children;  // kOr, kAnd, kNot.
};

// A plain value: safe to share between threads once made.
struct CompiledQuery {
  CompiledClause root;                          // kAnd; without children it matches everything.
  std::u32string text;                          // The query as understood; spans refer to it.
  std::vector<yinzheng::v1::Warning> warnings;  // Of parsing and compiling.

  bool MatchesEverything() const { return root.children.empty(); }
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_COMPILED_QUERY_H_
