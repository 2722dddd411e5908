// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a person's query says, as a tree of texts: no terms, no analysis, no index. Made by
// query_parser.h, read by query_compiler.h.

#ifndef YINZHENG_INDEXER_STORE_QUERY_NODE_H_
#define YINZHENG_INDEXER_STORE_QUERY_NODE_H_

#include <string>
#include <vector>

#include "indexer/text/span.h"
#include "yinzheng/v1/generation.pb.h"

namespace yinzheng::store {

enum class QueryNodeKind {
  kWords,   // `text`: words to rank by; a match needs some of them.
  kPhrase,  // `text`: characters that must follow each other.
  kField,   // `text` is the value of `field`; `quoted` if it stood in quotation marks.
  kOr,      // `children`: any may match.
  kAll,     // `children`: written side by side. Words rank together; phrases, fields and ORs are
            // required.
  kNot,     // One child that must not match.
};

enum class QueryField { kNone, kTitle, kOutlet, kAuthor, kEntity };

struct QueryNode {
  QueryNodeKind kind = QueryNodeKind::kAll;
  QueryField field = QueryField::kNone;
  bool quoted = false;
  std::string text;  // UTF-8, as typed, without the syntax around it.
  text::Span span;   // Where `text` stands in the query, in code points.
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
