// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Articles as the two databases hold them: the only way to what an article's document holds, since
// its text stands with its passages. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_ARTICLE_LOOKUP_H_
#define YINZHENG_INDEXER_STORE_ARTICLE_LOOKUP_H_

#include <xapian.h>

#include <string_view>

#include "absl/status/statusor.h"
#include "indexer/store/database_pool.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::store {

// Everything recorded of the article of `document`. Reads its passages too: about 15 µs each.
// kDataLoss; kUnavailable if the one shard that has them is not connected.
absl::StatusOr<v1::ArticleRecord> ReadArticle(const DatabaseHandles& handles,
                                              const Xapian::Document& document);

// The passage of `articles/{article}/passages/{number}`; numbers begin at 1. kNotFound says `name`.
// With several shards it reads the article's document as well, to know which one has it.
absl::StatusOr<yinzheng::v1::Passage> ReadPassage(const DatabaseHandles& handles,
                                                  std::string_view name);

// View BASIC: without body and masks. Reads no passage. kDataLoss.
absl::StatusOr<yinzheng::v1::Article> ReadArticleBasic(const Xapian::Document& document);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_ARTICLE_LOOKUP_H_
