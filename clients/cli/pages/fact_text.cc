// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/fact_text.h"

#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "clients/cli/pages/absl_view.h"
#include "clients/cli/pages/display_line.h"

namespace yinzheng::cli::pages {
namespace {

std::string Amount(const v1::Quantity& quantity) {
  if (quantity.has_fraction()) {
    return absl::StrCat(quantity.fraction().numerator(), "/", quantity.fraction().denominator());
  }
  if (quantity.upper_amount().empty()) return quantity.amount();
  return absl::StrCat(quantity.amount(), "–", quantity.upper_amount());
}

ValueText QuantityValue(const v1::Quantity& quantity, const Labels& labels) {
  std::string normal;
  if (quantity.modifier() > v1::Quantity::MODIFIER_EXACT) {
    absl::StrAppend(&normal, View(labels(v1::Quantity::Modifier_Name(quantity.modifier()))), " ");
  }
  absl::StrAppend(&normal, Amount(quantity), quantity.unit().empty() ? "" : " ", quantity.unit());
  if (quantity.measure() > v1::Quantity::MEASURE_LEVEL) {
    absl::StrAppend(&normal, "（", View(labels(v1::Quantity::Measure_Name(quantity.measure()))),
                    "）");
  }
  return {DisplayLine(quantity.text().empty() ? normal : quantity.text()), normal};
}

ValueText DateOf(const v1::DateValue& date, const Labels& labels) {
  const std::string line = DateLine(date.edtf(), labels);
  return {date.text().empty() ? line : DisplayLine(date.text()), date.edtf()};
}

ValueText RankValue(const v1::Rank& rank) {
  std::string normal;
  for (const std::string& part : {rank.list(), rank.scope()}) {
    if (!part.empty()) absl::StrAppend(&normal, normal.empty() ? "" : "，", part);
  }
  return {absl::StrCat("第", rank.rank()), normal};
}

// One of the two ends of an interval, or a date alone; empty where it is none that is known here.
std::string SimpleDate(absl::string_view edtf) {
  static constexpr std::pair<int, absl::string_view> kSeasons[] = {
      {21, "春"},       {22, "夏"},       {23, "秋"},       {24, "冬"},     {33, "第一季度"},
      {34, "第二季度"}, {35, "第三季度"}, {36, "第四季度"}, {40, "上半年"}, {41, "下半年"}};
  const std::vector<absl::string_view> parts = absl::StrSplit(edtf, '-');
  int year = 0;
  int month = 0;
  int day = 0;
  if (parts.size() > 3 || !absl::SimpleAtoi(parts[0], &year)) return "";
  std::string line = absl::StrCat(year, "年");
  if (parts.size() == 1) return line;
  if (!absl::SimpleAtoi(parts[1], &month)) return "";
  for (const auto& [code, name] : kSeasons) {
    if (month == code) return absl::StrCat(line, name);
  }
  if (month < 1 || month > 12) return "";
  absl::StrAppend(&line, month, "月");
  if (parts.size() == 2) return line;
  if (!absl::SimpleAtoi(parts[2], &day)) return "";
  return absl::StrCat(line, day, "日");
}

std::string HedgedDate(absl::string_view edtf, const Labels& labels) {
  const bool about = !edtf.empty() && (edtf.back() == '~' || edtf.back() == '%');
  const bool doubted = !edtf.empty() && (edtf.back() == '?' || edtf.back() == '%');
  std::string line = SimpleDate(about || doubted ? edtf.substr(0, edtf.size() - 1) : edtf);
  if (line.empty()) return line;
  return absl::StrCat(about ? View(labels("MODIFIER_APPROX")) : "", line, doubted ? "？" : "");
}

}  // namespace

v1::FactKind KindOf(const v1::Fact& fact) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return v1::FACT_KIND_QUANTITY;
    case v1::Fact::kDate:
      return v1::FACT_KIND_DATE;
    case v1::Fact::kRank:
      return v1::FACT_KIND_RANK;
    case v1::Fact::kEntity:
      return v1::FACT_KIND_RELATION;
    case v1::Fact::kText:
      return fact.property() == "言论" ? v1::FACT_KIND_QUOTATION : v1::FACT_KIND_ATTRIBUTE;
    case v1::Fact::VALUE_NOT_SET:
      break;
  }
  return v1::FACT_KIND_ATTRIBUTE;
}

std::string_view KindWord(v1::FactKind kind) {
  switch (kind) {
    case v1::FACT_KIND_QUANTITY:
      return "quantity";
    case v1::FACT_KIND_DATE:
      return "date";
    case v1::FACT_KIND_RANK:
      return "rank";
    case v1::FACT_KIND_RELATION:
      return "relation";
    case v1::FACT_KIND_QUOTATION:
      return "quotation";
    default:
      return "attribute";
  }
}

ValueText ValueOf(const v1::Fact& fact, const Labels& labels) {
  switch (fact.value_case()) {
    case v1::Fact::kQuantity:
      return QuantityValue(fact.quantity(), labels);
    case v1::Fact::kDate:
      return DateOf(fact.date(), labels);
    case v1::Fact::kRank:
      return RankValue(fact.rank());
    case v1::Fact::kEntity:
      return {fact.entity().display_name(), ""};
    case v1::Fact::kText:
      return {DisplayLine(fact.text()), ""};
    case v1::Fact::VALUE_NOT_SET:
      break;
  }
  return {};
}

std::string DateLine(std::string_view edtf, const Labels& labels) {
  const std::vector<absl::string_view> ends = absl::StrSplit(View(edtf), '/');
  if (ends.size() == 1) {
    const std::string line = HedgedDate(ends[0], labels);
    return line.empty() ? std::string(edtf) : line;
  }
  const bool open_start = ends[0].empty() || ends[0] == "..";
  const bool open_end = ends[1].empty() || ends[1] == "..";
  const std::string start = HedgedDate(ends[0], labels);
  const std::string end = HedgedDate(ends[1], labels);
  if (!start.empty() && open_end) return absl::StrCat(start, "起");
  if (open_start && !end.empty()) return absl::StrCat("至", end);
  if (start.empty() || end.empty() || ends.size() > 2) return std::string(edtf);
  return absl::StrCat(start, "至", end);
}

}  // namespace yinzheng::cli::pages
