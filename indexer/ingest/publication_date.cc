// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/publication_date.h"

#include <chrono>
#include <cstdlib>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/absl_string.h"
#include "indexer/text/date.h"
#include "indexer/text/edtf.h"
#include "indexer/text/unicode.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

using re2::StringPiece;

StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

void SetDays(v1::DateValue& date) {
  const auto days = text::ParseEdtf(date.edtf());
  if (!days.ok()) return;
  if (days->earliest) date.set_earliest(text::FormatDay(*days->earliest));
  if (days->latest) date.set_latest(text::FormatDay(*days->latest));
}

std::optional<std::string> Edtf(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return absl::StrFormat("%04d-%02u-%02u", year, month, day);
}

std::optional<std::string> DigitDate(std::string_view key) {
  static const RE2* const kDate =
      new RE2(R"(((?:19|20)\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}))");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (!RE2::PartialMatch(Piece(key), *kDate, &year, &month, &day)) return std::nullopt;
  return Edtf(year, month, day);
}

// 民国110年1月15日, or 1100115 as the Central News Agency writes it.
std::optional<std::string> RepublicDate(std::string_view key) {
  static const RE2* const kDate =
      new RE2(R"(民国 ?(1\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2})|\b(1\d\d)(\d\d)(\d\d)$)");
  std::string year;
  std::string month;
  std::string day;
  std::string code[3];
  if (!RE2::PartialMatch(Piece(key), *kDate, &year, &month, &day, &code[0], &code[1], &code[2])) {
    return std::nullopt;
  }
  constexpr int kFirstYear = 1911;
  const auto number = [](const std::string& a, const std::string& b) {
    return std::atoi((a.empty() ? b : a).c_str());
  };
  return Edtf(kFirstYear + number(year, code[0]), static_cast<unsigned>(number(month, code[1])),
              static_cast<unsigned>(number(day, code[2])));
}

std::optional<std::string> HanDate(std::string_view key) {
  for (const text::DateMatch& match : text::FindDates(text::DecodeUtf8(key), std::nullopt)) {
    const bool whole_day = !match.relative && match.edtf.size() == 10;
    if (whole_day && match.kind == text::DateKind::kPoint) return match.edtf;
  }
  return std::nullopt;
}

}  // namespace

std::optional<v1::DateValue> StatedDate(std::string_view key, std::string printed) {
  std::optional<std::string> edtf = DigitDate(key);
  if (!edtf) edtf = RepublicDate(key);
  if (!edtf) edtf = HanDate(key);
  if (!edtf) return std::nullopt;
  v1::DateValue date;
  date.set_edtf(*std::move(edtf));
  date.set_text(std::move(printed));
  date.set_basis(v1::DATE_BASIS_STATED);
  SetDays(date);
  return date;
}

}  // namespace yinzheng::ingest
