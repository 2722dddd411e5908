// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_key.h"

#include "indexer/text/analyzer.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// 1,200 is the term 1200.
std::u32string WithoutNumberCommas(const std::u32string& key) {
  std::u32string joined;
  joined.reserve(key.size());
  for (size_t i = 0; i < key.size(); ++i) {
    const bool inside =
        key[i] == U',' && i > 0 && i + 1 < key.size() && IsDigit(key[i - 1]) && IsDigit(key[i + 1]);
    if (!inside) joined.push_back(key[i]);
  }
  return joined;
}

}  // namespace

std::u32string PassageKey(std::string_view utf8, uint32_t begin,
                          const std::vector<text::Span>& skipped) {
  const std::u32string text = text::DecodeUtf8(utf8);
  std::u32string kept;
  kept.reserve(text.size());
  size_t skip = 0;
  for (uint32_t i = 0; i < text.size(); ++i) {
    while (skip < skipped.size() && skipped[skip].end <= begin + i) ++skip;
    if (skip < skipped.size() && skipped[skip].contains(begin + i)) continue;
    if (text::IsLineBreak(text[i])) {
      kept.push_back(U'\n');
    } else if (!text::IsSpace(text[i]) && !text::IsTransparentMark(text[i])) {
      kept.push_back(text[i]);
    }
  }
  return WithoutNumberCommas(text::FoldKeyVariants(text::FoldToKey(kept)));
}

}  // namespace yinzheng::store
