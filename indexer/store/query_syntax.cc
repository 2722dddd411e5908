// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_syntax.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

struct QuotePair {
  std::u32string_view opening;
  std::u32string_view closing;
};

constexpr std::array<QuotePair, 3> kQuotes = {{
    {U"\"“”〝„‟", U"\"”“〞〟‟"},
    {U"「﹁｢", U"」﹂｣"},
    {U"『﹃", U"』﹄"},
}};

constexpr std::array<FieldWord, 22> kFieldWords = {{
    {U"title", FieldKind::kText, QueryField::kTitle},
    {U"标题", FieldKind::kText, QueryField::kTitle},
    {U"標題", FieldKind::kText, QueryField::kTitle},
    {U"outlet", FieldKind::kText, QueryField::kOutlet},
    {U"媒体", FieldKind::kText, QueryField::kOutlet},
    {U"媒體", FieldKind::kText, QueryField::kOutlet},
    {U"author", FieldKind::kText, QueryField::kAuthor},
    {U"作者", FieldKind::kText, QueryField::kAuthor},
    {U"记者", FieldKind::kText, QueryField::kAuthor},
    {U"記者", FieldKind::kText, QueryField::kAuthor},
    {U"entity", FieldKind::kText, QueryField::kEntity},
    {U"实体", FieldKind::kText, QueryField::kEntity},
    {U"實體", FieldKind::kText, QueryField::kEntity},
    {U"date", FieldKind::kDays},
    {U"published", FieldKind::kDays},
    {U"日期", FieldKind::kDays},
    {U"发布", FieldKind::kDays},
    {U"發布", FieldKind::kDays},
    {U"number", FieldKind::kNumbers},
    {U"数值", FieldKind::kNumbers},
    {U"數值", FieldKind::kNumbers},
    {U"数字", FieldKind::kNumbers},
}};

bool IsOneOf(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

char32_t Lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 32 : c; }
bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsAsciiLetter(char32_t c) { return Lower(c) >= U'a' && Lower(c) <= U'z'; }
bool IsComparison(char32_t c) { return IsOneOf(c, U"<>=≤≥"); }

bool BeginsWith(std::u32string_view rest, std::u32string_view word) {
  return rest.substr(0, word.size()) == word;
}

// Where an operator's word may end.
bool IsWordEnd(std::u32string_view rest, size_t at) {
  return at >= rest.size() || text::IsSpace(rest[at]) || IsQuote(rest[at]) ||
         IsOneOf(rest[at], U"()");
}

// The number of "/5" at `at`, which moves past it.
std::optional<int> DistanceAt(std::u32string_view rest, size_t& at) {
  size_t end = at + 1;
  int distance = 0;
  if (at >= rest.size() || rest[at] != U'/') return std::nullopt;
  for (; end < rest.size() && IsAsciiDigit(rest[end]); ++end) {
    distance = std::min(distance * 10 + static_cast<int>(rest[end] - U'0'), 100'000);
  }
  if (end == at + 1) return std::nullopt;
  at = end;
  return distance;
}

OperatorWord NearAt(std::u32string_view rest) {
  for (const std::u32string_view word : {U"NEAR", U"邻近", U"鄰近"}) {
    if (!BeginsWith(rest, word)) continue;
    size_t end = word.size();
    const std::optional<int> distance = DistanceAt(rest, end);
    if (!IsWordEnd(rest, end)) continue;
    return {QueryOperator::kNear, end, !IsAsciiLetter(word[0]) && !distance, distance};
  }
  return {};
}

// abc:def, but not http://, 10:30 or a Chinese 快讯：….
bool IsUnknownField(std::u32string_view word) {
  const size_t colon = word.find(U':');
  if (colon == 0 || colon == std::u32string_view::npos || colon + 1 >= word.size()) return false;
  return word[colon + 1] != U'/' && std::all_of(word.begin(), word.begin() + colon, [](char32_t c) {
           return IsAsciiLetter(c) || c == U'_';
         });
}

}  // namespace

std::u32string SyntaxOf(std::u32string_view text) {
  std::u32string syntax(text);
  for (char32_t& c : syntax) {
    if (c >= U'！' && c <= U'～') c -= U'！' - U'!';
    if (c == U'−') c = U'-';
  }
  return syntax;
}

std::u32string_view ClosingQuotes(char32_t c) {
  for (const QuotePair& pair : kQuotes) {
    if (IsOneOf(c, pair.opening)) return pair.closing;
  }
  return {};
}

bool IsQuote(char32_t c) {
  return std::any_of(kQuotes.begin(), kQuotes.end(), [&](const QuotePair& pair) {
    return IsOneOf(c, pair.opening) || IsOneOf(c, pair.closing);
  });
}

bool EndsFieldValue(char32_t c) { return IsOneOf(c, U"，；？！、。"); }

const FieldWord* FieldAt(std::u32string_view rest) {
  for (const FieldWord& row : kFieldWords) {
    const size_t end = row.word.size();
    if (end >= rest.size()) continue;
    const bool ends =
        rest[end] == U':' || (row.kind != FieldKind::kText && IsComparison(rest[end]));
    if (ends && std::equal(row.word.begin(), row.word.end(), rest.begin(),
                           [](char32_t a, char32_t b) { return a == Lower(b); })) {
      return &row;
    }
  }
  return nullptr;
}

OperatorWord OperatorAt(std::u32string_view rest) {
  if (rest.empty()) return {};
  if (rest[0] == U'|') {
    const size_t end = std::min(rest.find_first_not_of(U'|'), rest.size());
    return {QueryOperator::kOr, end, false, std::nullopt};
  }
  if ((rest[0] == U'-' || rest[0] == U'+') && rest.size() > 1) {
    if (text::IsSpace(rest[1]) || rest[1] == rest[0]) return {};
    return {rest[0] == U'-' ? QueryOperator::kNot : QueryOperator::kMust, 1, false, std::nullopt};
  }
  constexpr std::array<std::pair<std::u32string_view, QueryOperator>, 3> kWords = {
      {{U"OR", QueryOperator::kOr}, {U"AND", QueryOperator::kAnd}, {U"NOT", QueryOperator::kNot}}};
  for (const auto& [word, op] : kWords) {
    if (BeginsWith(rest, word) && IsWordEnd(rest, word.size())) {
      return {op, word.size(), false, std::nullopt};
    }
  }
  return NearAt(rest);
}

std::string_view ForeignSyntaxAt(std::u32string_view word) {
  if (word.empty()) return {};
  if (word[0] == U'~' && word.size() > 1 && IsAsciiDigit(word[1])) return "~ is no operator here";
  const size_t power = word.rfind(U'^');
  if (power != std::u32string_view::npos && power + 1 < word.size() &&
      IsAsciiDigit(word[power + 1])) {
    return "^ is no operator here";
  }
  if ((word[0] == U'[' || word[0] == U'{') && word.find_first_of(U"]}") == word.npos) {
    return "a range is written from..to";
  }
  if (IsUnknownField(word)) return "there is no such field";
  return {};
}

}  // namespace yinzheng::store
