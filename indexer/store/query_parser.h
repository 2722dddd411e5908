// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The query language of people. It never fails: what is not syntax is words. Not for filters
// written by programs (filter_parser.h), and Xapian's own QueryParser is never used.
//
//   words 词语                ranked together
//   "短语" “短语” 「短语」    the characters in this order; also 『』 and full-width marks. A mark
//                             without its other half is left out, with a warning
//   -word -"phrase"           must not occur; also NOT. A hyphen inside a word excludes nothing
//   a OR b, a | b             either; OR in capitals. Binds tighter than standing side by side
//   title: outlet: author: entity:    before a word, a phrase or a resource name; also with ： and
//   as
//                             标题 媒体 作者 实体

#ifndef YINZHENG_INDEXER_STORE_QUERY_PARSER_H_
#define YINZHENG_INDEXER_STORE_QUERY_PARSER_H_

#include <cstddef>
#include <string_view>

#include "indexer/store/query_node.h"

namespace yinzheng::store {

// Longer queries are cut, with a warning.
inline constexpr size_t kMaxQueryCodePoints = 1000;
// Conditions beyond this many are searched as words, with a warning.
inline constexpr size_t kMaxQueryConditions = 64;

// Any bytes will do. Linear in the length of `query`. Safe for concurrent use.
ParsedQuery ParseQuery(std::string_view query);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_PARSER_H_
