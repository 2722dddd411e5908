// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// All articles of a generation without their texts, for what cannot be looked up by a term. Not for
// requests: it reads every record, about 10 µs each.

#ifndef YINZHENG_INDEXER_STORE_ARTICLE_VISIT_H_
#define YINZHENG_INDEXER_STORE_ARTICLE_VISIT_H_

#include <functional>

#include "absl/status/status.h"
#include "indexer/store/index_snapshot.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::store {

// In the order of their names, view BASIC. Errors of the store.
absl::Status VisitArticlesBasic(const IndexSnapshot& snapshot,
                                const std::function<void(const yinzheng::v1::Article&)>& visit);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_ARTICLE_VISIT_H_
