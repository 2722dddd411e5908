// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_tokens.h"

#include <string>
#include <utility>

#include "indexer/store/passage_analysis.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {

std::vector<text::IndexToken> ArticleTokens(const text::Analyzer& analyzer,
                                            const v1::ArticleRecord& record) {
  const std::u32string body = text::DecodeUtf8(record.article().body());
  std::vector<text::Span> passages;
  for (const yinzheng::v1::TextSpan& span : record.passages()) {
    passages.push_back({static_cast<uint32_t>(span.start()), static_cast<uint32_t>(span.end())});
  }
  const auto skipped = SkippedParts(record.article(), body, passages);
  std::vector<text::IndexToken> tokens;
  for (size_t i = 0; i < passages.size(); ++i) {
    const text::Span place = passages[i];
    for (text::IndexToken& token :
         AnalyzePassage(analyzer, text::Slice(body, place), place.begin, skipped[i])) {
      tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

}  // namespace yinzheng::store
