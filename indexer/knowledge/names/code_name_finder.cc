// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/code_name_finder.h"

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

bool IsCodeCharacter(char32_t c) {
  return text::IsLatinLetter(c) || text::IsDigit(c) || c == U'-' || c == U'/' || c == U'.';
}

struct CodeShape {
  size_t capitals = 0;
  size_t letters = 0;
  size_t digits = 0;
  size_t dashes = 0;
};

CodeShape ShapeOf(std::u32string_view code) {
  CodeShape shape;
  for (const char32_t c : code) {
    if (c >= U'A' && c <= U'Z') ++shape.capitals;
    if (text::IsLatinLetter(c)) ++shape.letters;
    if (text::IsDigit(c)) ++shape.digits;
    if (c == U'-') ++shape.dashes;
  }
  return shape;
}

// HH-003, BGB-3111, CZ-5: capitals, a dash, digits.
bool LooksLikeCode(const CodeShape& shape) {
  return shape.capitals >= 2 && shape.capitals == shape.letters && shape.dashes == 1 &&
         shape.digits >= 2 && shape.digits <= 5;
}

void AddCode(const NameText& text, text::Span span, NameCandidates& out) {
  const std::u32string_view code = text.Slice(span);
  const size_t dash = code.find(U'-');
  if (!LooksLikeCode(ShapeOf(code)) || ShapeOf(code.substr(0, dash)).digits > 0 ||
      ShapeOf(code.substr(dash)).letters > 0) {
    return;
  }
  out.push_back({span, v1::ENTITY_TYPE_PRODUCT, 70, "code"});
}

}  // namespace

void FindCodeNames(const NameText& text, NameCandidates& out) {
  uint32_t begin = 0;
  while (begin < text.size()) {
    if (!text::IsLatinLetter(text.At(begin))) {
      ++begin;
      continue;
    }
    uint32_t end = begin + 1;
    while (end < text.size() && IsCodeCharacter(text.At(end))) ++end;
    uint32_t trimmed = end;
    while (trimmed > begin && !text::IsLatinLetter(text.Before(trimmed)) &&
           !text::IsDigit(text.Before(trimmed))) {
      --trimmed;
    }
    AddCode(text, {begin, trimmed}, out);
    begin = end;
  }
}

}  // namespace yinzheng::knowledge
