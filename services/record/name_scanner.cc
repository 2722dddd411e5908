// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/name_scanner.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMinLength = 2;
constexpr size_t kMaxLength = 24;

// A name neither begins nor ends with what its key leaves out: else “长安链 and 长安链 would both
// be found, and the longer one would take a quotation mark along.
bool MayEndName(char32_t c) { return !text::IsSpace(c) && !text::IsPunctuation(c); }

// Latin letters and digits are not cut: no name begins or ends inside PD-1728.
bool CutsWord(std::u32string_view text, size_t at) {
  if (at == 0 || at == text.size()) return false;
  const auto in_word = [](char32_t c) { return text::IsLatinLetter(c) || text::IsDigit(c); };
  return in_word(text[at - 1]) && in_word(text[at]);
}

absl::StatusOr<std::optional<FoundName>> LongestAt(const store::EntityReader& entities,
                                                   std::u32string_view text, size_t begin) {
  const size_t longest = std::min(kMaxLength, text.size() - begin);
  if (longest < kMinLength || !MayEndName(text[begin]) || CutsWord(text, begin)) {
    return std::optional<FoundName>();
  }
  YZ_ASSIGN_OR_RETURN(const auto beginning,
                      entities.ByPrefix(text::EncodeUtf8(text.substr(begin, kMinLength)), 1));
  if (beginning.empty()) return std::optional<FoundName>();
  for (size_t length = longest; length >= kMinLength; --length) {
    const size_t end = begin + length;
    if (!MayEndName(text[end - 1]) || CutsWord(text, end)) continue;
    YZ_ASSIGN_OR_RETURN(auto found,
                        entities.ByName(text::EncodeUtf8(text.substr(begin, length)), 1));
    if (found.empty()) continue;
    const text::Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    return std::optional<FoundName>(FoundName{span, std::move(found.front())});
  }
  return std::optional<FoundName>();
}

}  // namespace

absl::StatusOr<std::vector<FoundName>> FindNames(const store::EntityReader& entities,
                                                 std::u32string_view text) {
  std::vector<FoundName> names;
  for (size_t begin = 0; begin < text.size();) {
    YZ_ASSIGN_OR_RETURN(std::optional<FoundName> name, LongestAt(entities, text, begin));
    if (!name.has_value()) {
      ++begin;
      continue;
    }
    begin = name->span.end;
    names.push_back(*std::move(name));
  }
  return names;
}

}  // namespace yinzheng::services
