// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The query language of people; docs/query-language.md describes it to them. It never fails: what
// is not syntax is words. Not for filters written by programs (filter_parser.h), and Xapian's own
// QueryParser is never used.
//
//   words 词语                ranked together
//   "短语" “短语” 「短语」    the characters in this order; also 『』 and full-width marks. A mark
//                             without its other half is left out, with a warning
//   -word -"phrase" -(…)      must not occur; also NOT. A hyphen inside a word excludes nothing
//   +word, a AND b            must occur
//   a OR b, a | b             either; OR in capitals. Binds tighter than standing side by side
//   a NEAR b, a NEAR/5 b      close to each other, also 邻近; binds tighter than OR
//   (a OR b) c, （…）         grouping, where a bracket begins a condition
//   中国* GDP*                a beginning
//   title: outlet: author: entity:    before a word, a phrase or a resource name; also with ： and
//                             as 标题 媒体 作者 实体
//   date:2023-01..2023-07     published then; also 日期：2023年7月, date>=2023, 2023..2024
//   number:1000..30000        a number in the range; also 数值：, number>1000

#ifndef YINZHENG_INDEXER_STORE_QUERY_PARSER_H_
#define YINZHENG_INDEXER_STORE_QUERY_PARSER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/store/query_node.h"

namespace yinzheng::store {

// Longer queries are cut, with a warning.
inline constexpr size_t kMaxQueryCodePoints = 1000;
// Conditions beyond this many are searched as words, with a warning.
inline constexpr size_t kMaxQueryConditions = 64;
// Brackets nested deeper group nothing, with a warning.
inline constexpr int kMaxQueryDepth = 8;
// Characters or words between the two sides of NEAR: where none is written, and at most.
inline constexpr uint32_t kNearDistance = 10;
inline constexpr uint32_t kMaxNearDistance = 100;
// Sides of one NEAR; further ones are words as written.
inline constexpr size_t kMaxNearSides = 5;

// Any bytes will do. Linear in the length of `query`. Safe for concurrent use.
ParsedQuery ParseQuery(std::string_view query);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_QUERY_PARSER_H_
