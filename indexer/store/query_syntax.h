// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The marks and words of the query language: which characters open and close a quotation, which
// words name fields and operators. Part of the query parser.

#ifndef YINZHENG_INDEXER_STORE_QUERY_SYNTAX_H_
#define YINZHENG_INDEXER_STORE_QUERY_SYNTAX_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/store/query_node.h"

namespace yinzheng::store {

// `text` with its marks in one form, each in its place: ASCII for full-width characters (（ ： ＊
// ＯＲ), one kind of hyphen and bar. For looking at syntax; words are taken from the text itself.
std::u32string SyntaxOf(std::u32string_view text);

// Chinese punctuation, as printed, that ends the value of a field: outlet:新京报，…
bool EndsFieldValue(char32_t c);

// These and all below read what SyntaxOf gives.
//
// The marks that end a quotation that `c` opens; empty if it opens none. People mix the halves of
// one kind of mark, and keyboards give the closing one for both.
std::u32string_view ClosingQuotes(char32_t c);
bool IsQuote(char32_t c);

enum class FieldKind { kText, kDays, kNumbers };

struct FieldWord {
  std::u32string_view word;
  FieldKind kind = FieldKind::kText;
  QueryField field = QueryField::kNone;
};

// The field whose name begins `rest` and ends at a colon or, for days and numbers, a comparison
// sign; in any case. Null if there is none.
const FieldWord* FieldAt(std::u32string_view rest);

enum class QueryOperator { kNone, kOr, kAnd, kNear, kNot, kMust };

struct OperatorWord {
  QueryOperator op = QueryOperator::kNone;
  size_t size = 0;
  bool is_word_too = false;     // 邻近: a word of its own where it joins nothing.
  std::optional<int> distance;  // kNear: if written.
};

// The operator that `rest` begins with: OR AND NOT NEAR NEAR/5 邻近 in capitals as words of their
// own, bars, and + and - directly before what they are about.
OperatorWord OperatorAt(std::u32string_view rest);

// What `rest` begins with and other languages mean something by (~2, ^2, [a TO b], name:value), in
// words for a warning; empty if nothing.
std::string_view ForeignSyntaxAt(std::u32string_view word);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_SYNTAX_H_
