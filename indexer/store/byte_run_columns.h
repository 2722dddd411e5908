// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Byte runs as numbers. Nearly every character of a source follows the last one and is as wide as
// in UTF-8, which the body tells; only stretches that differ (escapes in JSON, skipped markup,
// other encodings) are kept. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_BYTE_RUN_COLUMNS_H_
#define YINZHENG_INDEXER_STORE_BYTE_RUN_COLUMNS_H_

#include <string_view>

#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/store/v1/stored_article.pb.h"

namespace yinzheng::store {

// Moves the byte runs of stored.rest() into the columns, if they cover `body` without a gap and
// are as long as can be.
void StoreByteRuns(std::u32string_view body, v1::StoredArticle& stored);

// Gives `record` the byte runs that the columns tell, if they do. False if they do not fit the
// body: the document is damaged.
bool RestoreByteRuns(const v1::StoredArticle& stored, std::u32string_view body,
                     v1::ArticleRecord& record);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_BYTE_RUN_COLUMNS_H_
