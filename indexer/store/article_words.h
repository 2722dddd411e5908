// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The words of an article that suggestions are made of, packed for the cache of an update. Internal
// to the store.

#ifndef YINZHENG_INDEXER_STORE_ARTICLE_WORDS_H_
#define YINZHENG_INDEXER_STORE_ARTICLE_WORDS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/store/documents.h"

namespace yinzheng::store {

// Title words and phrase runs of `article`.
absl::StatusOr<std::string> PackWords(const ArticleTerms& article);

// Puts them back. kDataLoss for anything that PackWords did not make.
absl::Status UnpackWords(const std::string& packed, ArticleTerms& article);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_ARTICLE_WORDS_H_
