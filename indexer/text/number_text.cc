// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/number_text.h"

#include "indexer/text/number_rules.h"

namespace yinzheng::text {
namespace {

constexpr char32_t kFullWidthFirst = 0xFF01;
constexpr char32_t kFullWidthLast = 0xFF5E;
constexpr char32_t kFullWidthOffset = 0xFEE0;

char32_t NormalizeCharacter(char32_t c, const NumberRules& rules) {
  if (c < 0x80) return c;
  if (c >= kFullWidthFirst && c <= kFullWidthLast) return c - kFullWidthOffset;
  if (c == 0x3000) return U' ';
  if (c == 0x2212) return U'-';  // the mathematical minus sign
  const auto found = rules.variants.find(c);
  return found == rules.variants.end() ? c : found->second;
}

}  // namespace

std::u32string NormalizeNumberText(std::u32string_view text) {
  const NumberRules& rules = Rules();
  std::u32string normalized(text);
  for (char32_t& c : normalized) c = NormalizeCharacter(c, rules);
  return normalized;
}

bool IsArabicDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsAsciiLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool IsBlank(char32_t c) { return c == U' ' || c == U'\t' || c == 0xA0; }

std::optional<int> HanDigit(char32_t c) {
  if (c < 0x25CB) return std::nullopt;
  switch (c) {
    case U'零':
    case U'〇':
    case U'○':
      return 0;
    case U'一':
    case U'壹':
    case U'弌':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
    case U'俩':
    case U'弍':
      return 2;
    case U'三':
    case U'叁':
    case U'弎':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return std::nullopt;
  }
}

bool IsFinancialDigit(char32_t c) {
  return c > 0x80 &&
         std::u32string_view(U"壹弌贰俩弍叁弎肆伍陆柒捌玖拾").find(c) != std::u32string_view::npos;
}

std::optional<int> SmallScale(char32_t c) {
  if (c == U'十' || c == U'拾') return 1;
  if (c == U'百' || c == U'佰') return 2;
  if (c == U'千' || c == U'仟') return 3;
  return std::nullopt;
}

std::optional<int> BigScale(char32_t c) {
  if (c == U'万') return 4;
  if (c == U'亿') return 8;
  if (c == U'兆') return 12;
  return std::nullopt;
}

bool IsNumeralCharacter(char32_t c) {
  return IsArabicDigit(c) || HanDigit(c) || SmallScale(c) || BigScale(c);
}

bool IsBoundary(std::u32string_view text, std::size_t position) {
  if (position >= text.size()) return true;  // SIZE_MAX, one before the first, included
  const char32_t c = text[position];
  if (c < 0x80) return !IsArabicDigit(c) && !IsAsciiLetter(c);
  if (c == U'〇' || c == U'○' || c == U'々') return false;
  return c < 0xC0 || (c >= 0x2000 && c < 0x2E80) || (c >= 0x3000 && c < 0x3040) ||
         (c >= 0xFE30 && c < 0xFE70) || (c >= 0xFF00 && c <= 0xFFEF);
}

char32_t At(std::u32string_view text, std::size_t position) {
  return position < text.size() ? text[position] : U'\0';
}

std::size_t SkipBlanks(std::u32string_view text, std::size_t position) {
  while (position < text.size() && IsBlank(text[position])) ++position;
  return position;
}

bool IsOneOf(char32_t c, std::u32string_view set) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

bool StartsWithAt(std::u32string_view text, std::size_t position, std::u32string_view prefix) {
  return position <= text.size() && text.substr(position).starts_with(prefix);
}

bool EndsWithAt(std::u32string_view text, std::size_t end, std::u32string_view suffix) {
  return end <= text.size() && text.substr(0, end).ends_with(suffix);
}

}  // namespace yinzheng::text
