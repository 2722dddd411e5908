// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_NEAREST_TEXT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_NEAREST_TEXT_H_

#include <string>
#include <string_view>

#include "indexer/knowledge/article_context.h"

namespace yinzheng::knowledge {

// The sentence of the article that shares most pairs of characters with `words`, as printed, cut to
// 120 characters; empty if none shares a third of them. For messages alone: nothing is ever
// anchored to it. Linear in the article.
std::string NearestText(const ArticleContext& context, std::u32string_view words);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_NEAREST_TEXT_H_
