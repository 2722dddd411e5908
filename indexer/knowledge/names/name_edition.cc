// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_edition.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

constexpr uint32_t kYearSize = 4;
constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百零0123456789";

// Whether a year of four digits, and no longer number, begins at `begin`.
bool IsYear(const NameText& text, uint32_t begin) {
  const std::u32string_view year = text.From(begin, kYearSize);
  return year.size() == kYearSize && std::all_of(year.begin(), year.end(), text::IsDigit) &&
         !text::IsDigit(text.Before(begin)) && !text::IsDigit(text.At(begin + kYearSize));
}

// The beginning of the year that ends before `end`, with 年 or 年度 or bare; `end` if none does.
uint32_t YearBefore(const NameText& text, uint32_t end) {
  uint32_t digits = end;
  if (text.Before(digits) == U'度') --digits;
  if (text.Before(digits) == U'年') --digits;
  const bool year = digits >= kYearSize && IsYear(text, digits - kYearSize);
  return year ? digits - kYearSize : end;
}

// The beginning of 第七届 before `end`; `end` if nothing like it stands there.
uint32_t NumberBefore(const NameText& text, uint32_t end) {
  if (text.Before(end) != U'届' || end < 3) return end;
  uint32_t begin = end - 1;
  while (begin > 0 && kNumerals.find(text.Before(begin)) != std::u32string_view::npos) --begin;
  return begin < end - 1 && text.Before(begin) == U'第' ? begin - 1 : end;
}

// The size of the year that opens the name, with 年; 0 if none does.
size_t LeadingYear(std::u32string_view name) {
  const std::u32string_view year = name.substr(0, kYearSize);
  if (year.size() < kYearSize || !std::all_of(year.begin(), year.end(), text::IsDigit)) return 0;
  if (name.substr(kYearSize, 2) == U"年度") return kYearSize + 2;
  return name.substr(kYearSize, 1) == U"年" ? kYearSize + 1 : kYearSize;
}

// The size of 第七届 at the front of the name; 0 if it is not there.
size_t LeadingNumber(std::u32string_view name) {
  if (name.substr(0, 1) != U"第") return 0;
  const size_t after = name.find_first_not_of(kNumerals, 1);
  return after != std::u32string_view::npos && after > 1 && name[after] == U'届' ? after + 1 : 0;
}

}  // namespace

text::Span WithYear(const NameText& text, text::Span name) {
  const uint32_t before = YearBefore(text, name.begin);
  // A bare number before the name may be anything.
  if (text.Before(name.begin) == U'年' || text.Before(name.begin) == U'度') name.begin = before;
  if (IsYear(text, name.end) && text.At(name.end + kYearSize) != U'年') name.end += kYearSize;
  return name;
}

text::Span WithEdition(const NameText& text, text::Span name) {
  name.begin = NumberBefore(text, name.begin);
  name.begin = YearBefore(text, name.begin);
  name.begin = NumberBefore(text, name.begin);
  return name;
}

text::Span WithPart(const NameText& text, text::Span name) {
  constexpr std::u32string_view kCounts = U"一二三四五六";
  constexpr std::u32string_view kSides = U"东南西北中";
  const char32_t first = text.At(name.end);
  const char32_t second = text.At(name.end + 1);
  const bool phase = kCounts.find(first) != std::u32string_view::npos && second == U'期';
  const bool side = kSides.find(first) != std::u32string_view::npos && second == U'区';
  if ((phase || side) && name.size() >= 4) name.end += 2;
  return name;
}

std::u32string_view WithoutEdition(std::u32string_view name) {
  std::u32string_view rest = name;
  rest.remove_prefix(LeadingNumber(rest));
  rest.remove_prefix(LeadingYear(rest));
  rest.remove_prefix(LeadingNumber(rest));
  return rest.size() >= 2 ? rest : name;
}

}  // namespace yinzheng::knowledge
