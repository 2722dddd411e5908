// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/passage_key.h"

#include "indexer/text/analyzer.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// Nearly all characters, neither space nor mark.
bool IsPlain(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// The next comma between two digits from `at` on; npos if there is none.
size_t FindNumberComma(const std::u32string& key, size_t at) {
  for (at = key.find(U',', at); at != std::u32string::npos; at = key.find(U',', at + 1)) {
    if (at > 0 && at + 1 < key.size() && IsDigit(key[at - 1]) && IsDigit(key[at + 1])) return at;
  }
  return at;
}

// 1,200 is the term 1200.
std::u32string WithoutNumberCommas(std::u32string key) {
  size_t comma = FindNumberComma(key, 0);
  if (comma == std::u32string::npos) return key;
  std::u32string joined;
  joined.reserve(key.size());
  size_t at = 0;
  for (; comma != std::u32string::npos; comma = FindNumberComma(key, at)) {
    joined.append(key, at, comma - at);
    at = comma + 1;
  }
  return joined.append(key, at);
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
    } else if (IsPlain(text[i]) || (!text::IsSpace(text[i]) && !text::IsTransparentMark(text[i]))) {
      kept.push_back(text[i]);
    }
  }
  return WithoutNumberCommas(text::FoldKeyVariants(text::FoldToKey(kept)));
}

}  // namespace yinzheng::store
