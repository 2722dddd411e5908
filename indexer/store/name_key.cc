// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/name_key.h"

#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

// Marks that one print sets around or inside a name and another leaves out.
bool IsDropped(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"'`《》〈〉<>·•・‧.";
  return text::IsSpace(c) || text::IsOpeningQuote(c) || text::IsClosingQuote(c) ||
         text::IsInvisible(c) || kMarks.find(c) != std::u32string_view::npos || c < 0x20;
}

}  // namespace

std::string NameKey(std::string_view name) {
  std::u32string kept;
  for (const char32_t c : text::FoldToKey(text::DecodeUtf8(name))) {
    if (!IsDropped(c)) kept.push_back(c);
  }
  return text::EncodeUtf8(text::FoldKeyVariants(kept));
}

text::Span NameKeySource(std::string_view name, size_t characters) {
  const text::FoldedText folded = text::FoldCharacters(text::DecodeUtf8(name));
  text::Span part = {0, 0};
  size_t kept = 0;
  for (uint32_t i = 0; i < folded.key.size() && kept < characters; ++i) {
    if (IsDropped(folded.key[i])) continue;
    if (kept++ == 0) part.begin = i;
    part.end = i + 1;
  }
  return folded.ToSource(part);
}

}  // namespace yinzheng::store
