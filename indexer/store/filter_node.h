// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A checked filter: every field is declared, every operator fits its field's type and every value
// has its form. Made by filter_parser.h; turned into an index query inside the store.

#ifndef YINZHENG_INDEXER_STORE_FILTER_NODE_H_
#define YINZHENG_INDEXER_STORE_FILTER_NODE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"

namespace yinzheng::store {

enum class FilterOperator { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual, kHas };

enum class FilterType {
  kText,     // = != : compare folded names (script, width, case).
  kDay,      // All operators; YYYY, YYYY-MM or YYYY-MM-DD; a year or month stands for all its days.
  kDecimal,  // All operators; plain decimals.
  kEnum,     // = != : with the value's name (QUANTITY or FACT_KIND_QUANTITY).
};

struct FilterField {
  std::string_view name;
  FilterType type = FilterType::kText;
  std::string_view enum_prefix = {};  // kEnum: "FACT_KIND_".
  absl::Span<const std::string_view> values =
      {};  // kEnum: names without the prefix, in order of number from 1.
};

struct FilterNode {
  enum class Kind { kAll, kAnd, kOr, kNot, kComparison };  // kAll admits everything.

  Kind kind = Kind::kAll;
  std::vector<FilterNode> children;  // kAnd, kOr: two or more; kNot: one.
  // kComparison:
  std::string field;
  FilterOperator op = FilterOperator::kEqual;
  FilterType type = FilterType::kText;
  std::string value;     // As written; kDecimal in plain form; kEnum: the number.
  std::string earliest;  // kDay: first and last day of the value, YYYY-MM-DD.
  std::string latest;
};

// The fields of SearchRequest.filter and ListArticlesRequest.filter: outlet author language
// published entity.
absl::Span<const FilterField> ArticleFilterFields();

// The fields of SearchFactsRequest.filter: subject property kind article speaker object amount unit
// time modality origin confidence; earliest and latest compare one end of the time.
absl::Span<const FilterField> FactFilterFields();

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FILTER_NODE_H_
