// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/keyed_text.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::ingest {

using text::Span;

KeyedText::KeyedText(std::u32string_view page, Span span)
    : base_(span.begin), folded_(text::FoldCharacters(text::Slice(page, span))) {
  byte_of_.reserve(folded_.key.size());
  for (const char32_t c : folded_.key) {
    byte_of_.push_back(static_cast<uint32_t>(utf8_.size()));
    text::AppendUtf8(c, utf8_);
  }
}

Span KeyedText::ToPage(std::string_view part) const {
  const auto index = [this](size_t byte) {
    return static_cast<uint32_t>(std::lower_bound(byte_of_.begin(), byte_of_.end(), byte) -
                                 byte_of_.begin());
  };
  const auto begin = static_cast<size_t>(part.data() - utf8_.data());
  const Span source = folded_.ToSource({index(begin), index(begin + part.size())});
  return {base_ + source.begin, base_ + source.end};
}

}  // namespace yinzheng::ingest
