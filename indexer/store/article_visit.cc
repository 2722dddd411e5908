// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_visit.h"

#include <cstddef>

#include "indexer/base/status_macros.h"
#include "indexer/store/filter_node.h"

namespace yinzheng::store {
namespace {

constexpr size_t kAtOnce = 1000;

}  // namespace

absl::Status VisitArticlesBasic(const IndexSnapshot& snapshot,
                                const std::function<void(const yinzheng::v1::Article&)>& visit) {
  for (Page page{.offset = 0, .limit = kAtOnce};; page.offset += kAtOnce) {
    YZ_ASSIGN_OR_RETURN(const auto listed,
                        snapshot.articles().List(FilterNode(), page, /*full=*/false));
    for (const yinzheng::v1::Article& article : listed.items) visit(article);
    if (page.offset + kAtOnce >= listed.total) return absl::OkStatus();
  }
}

}  // namespace yinzheng::store
