// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The query language of people. It never fails: what is not syntax is words. Not for filters
// written by programs (filter_parser.h), and Xapian's own QueryParser is never used.
//
//   words 词语                 ranked together
//   "短语" “短语” 「短语」      the characters in this order (also 『』 ＂＂ ""); a missing end is
//   put at the end -word -"phrase" －word     must not occur; a hyphen inside a word is no
//   exclusion a OR b, a | b              either; OR in capitals, between two conditions title:
//   outlet: author: entity:   with a word, a phrase or a resource name; also with ： and in
//   Chinese:
//                              标题 媒体 作者 实体

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
