// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How an article is kept without saying anything twice: the text of its passages stands in their
// own documents, so the article's has what lies between them alone; spans are distances, and what
// the body tells (texts of mentions, widths of characters in the source) is left out. What comes
// back is the record that was given, to the byte. Knows nothing of Xapian; reading the passages is
// article_lookup.h. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_ARTICLE_STORAGE_H_
#define YINZHENG_INDEXER_STORE_ARTICLE_STORAGE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/store/v1/stored_article.pb.h"

namespace yinzheng::store {

// Any record will do: what cannot be told in short (passages that overlap, mentions out of order)
// is kept as it is.
v1::StoredArticle StoreArticle(v1::ArticleRecord record);

// Whether RestoreArticle needs the texts of the passages.
bool NeedsPassages(const v1::StoredArticle& stored);

// The record that was stored. `passages` are the texts of its passages in their order, looked at
// only if NeedsPassages. kDataLoss if they are not as many or not as long as the article says.
absl::StatusOr<v1::ArticleRecord> RestoreArticle(v1::StoredArticle stored,
                                                 const std::vector<std::string>& passages);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_ARTICLE_STORAGE_H_
