// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a person's query says, as a tree of texts: no terms, no analysis, no index. Made by
// query_parser.h, read by query_compiler.h.

#ifndef YINZHENG_INDEXER_STORE_QUERY_NODE_H_
#define YINZHENG_INDEXER_STORE_QUERY_NODE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/store/day_range.h"
#include "indexer/store/number_bounds.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/generation.pb.h"

namespace yinzheng::store {

enum class QueryNodeKind {
  kWords,    // `text`: words to rank by; a match needs some of them.
  kPhrase,   // `text`: characters that must follow each other.
  kPrefix,   // `text`: the beginning of a phrase or word.
  kField,    // `text` is the value of `field`; `quoted` if it stood in quotation marks.
  kDays,     // `days`: published in that stretch.
  kNumbers,  // `numbers`: a number in that range.
  kOr,       // `children`: any may match. Words in it match as written.
  kAll,      // `children`: written side by side. Words rank together; phrases, fields and ORs are
             // required.
  kMust,     // One child that must match, words as written.
  kNear,     // `children`: words, phrases and prefixes with at most `distance` between them.
  kNot,      // One child that must not match.
};

enum class QueryField { kNone, kTitle, kOutlet, kAuthor, kEntity };

struct QueryNode {
  QueryNodeKind kind = QueryNodeKind::kAll;
  QueryField field = QueryField::kNone;
  bool quoted = false;
  bool is_prefix = false;  // kField: the value is the beginning of a phrase.
  uint32_t distance = 0;   // kNear.
  DayRange days;           // kDays: either end may be empty.
  NumberBounds numbers;    // kNumbers.
  std::string text;        // UTF-8, as typed, without the syntax around it.
  text::Span span;         // Where `text` stands in the query, in code points.
  std::vector<QueryNode> children;
};

// A query as understood. `root` is always kAll; without children it asks for everything.
struct ParsedQuery {
  QueryNode root;
  std::u32string text;  // The query, decoded and cut to the limit; spans refer to it.
  std::vector<yinzheng::v1::Warning> warnings;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_NODE_H_
