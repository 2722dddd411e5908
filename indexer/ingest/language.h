// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which script an article is written in, for Article.language. Tells Simplified from Traditional
// Chinese, nothing else.

#ifndef YINZHENG_INDEXER_INGEST_LANGUAGE_H_
#define YINZHENG_INDEXER_INGEST_LANGUAGE_H_

#include <string>
#include <string_view>

namespace yinzheng::ingest {

// "zh-Hant" if a fair share of the Chinese characters exist only in Traditional writing, else
// "zh-Hans"; empty for a text without Chinese characters. A quoted Traditional name leaves a
// Simplified text Simplified.
std::string DetectLanguage(std::u32string_view body);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_LANGUAGE_H_
