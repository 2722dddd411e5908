// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The filter language of programs: AIP-160's subset AND OR NOT - ( ) = != < <= > >= : over declared
// fields. As the AIP says, OR binds tighter than AND, and conditions side by side are ANDed. There
// are no functions, no field paths and no bare values: those are errors, since a filter half
// understood shows the wrong things.
//
//   outlet = "新京报" AND (published >= "2023-01-01" OR NOT published : 2020)

#ifndef YINZHENG_INDEXER_STORE_FILTER_PARSER_H_
#define YINZHENG_INDEXER_STORE_FILTER_PARSER_H_

#include <cstddef>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "indexer/store/filter_node.h"

namespace yinzheng::store {

inline constexpr size_t kMaxFilterBytes = 8000;
inline constexpr int kMaxFilterDepth = 20;
inline constexpr size_t kMaxFilterComparisons = 100;

// An empty or blank filter admits everything. kInvalidArgument names the position (code points from
// 0, as "filter: position 17: …"), what stands there and what is expected; the position is also the
// payload kFilterPositionPayload, in decimal. Safe for concurrent use.
absl::StatusOr<FilterNode> ParseFilter(std::string_view filter,
                                       absl::Span<const FilterField> fields);

inline constexpr std::string_view kFilterPositionPayload = "yinzheng/filter-position";

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FILTER_PARSER_H_
