// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/page_fields.h"

#include <algorithm>
#include <array>
#include <optional>

#include "absl/strings/ascii.h"
#include "indexer/base/absl_string.h"
#include "indexer/ingest/metadata.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

struct TagStart {
  std::string_view begin;
  std::string_view language;
};
constexpr auto kChinese = std::to_array<TagStart>({{"zh-hant", "zh-Hant"},
                                                   {"zh-tw", "zh-Hant"},
                                                   {"zh-hk", "zh-Hant"},
                                                   {"zh-mo", "zh-Hant"},
                                                   {"zh-hans", "zh-Hans"},
                                                   {"zh-cn", "zh-Hans"},
                                                   {"zh-sg", "zh-Hans"}});

// 2023-07-25T09:15:00+08:00, 2023/7/25 9:15, 2023年7月25日.
std::optional<v1::DateValue> DateOf(const std::string& text) {
  if (text.empty()) return std::nullopt;
  static const RE2* const kDay =
      new RE2(R"(\s*((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?:[日T\s].*)?)");
  std::string year;
  std::string month;
  std::string day;
  std::string edtf = text;
  if (RE2::FullMatch(text, *kDay, &year, &month, &day)) {
    const auto two = [](const std::string& digits) {
      return digits.size() == 1 ? "0" + digits : digits;
    };
    edtf = year + "-" + two(month) + "-" + two(day);
  }
  absl::StatusOr<v1::DateValue> date = MetadataDate(edtf);
  if (!date.ok()) return std::nullopt;
  return *std::move(date);
}

}  // namespace

void AddMissing(const StoryFields& other, StoryFields& fields) {
  if (fields.title.empty()) fields.title = other.title;
  if (fields.outlet.empty()) fields.outlet = other.outlet;
  if (fields.authors.empty()) fields.authors = other.authors;
  if (fields.published.empty()) fields.published = other.published;
  if (fields.uri.empty()) fields.uri = other.uri;
}

void ApplyFields(const StoryFields& fields, v1::Article& article) {
  if (article.title().empty()) article.set_title(fields.title);
  if (article.outlet().empty()) article.set_outlet(fields.outlet);
  if (article.uri().empty()) article.set_uri(fields.uri);
  if (article.authors().empty()) {
    for (const std::string& name : fields.authors) article.add_authors(name);
  }
  const std::optional<v1::DateValue> date = DateOf(fields.published);
  if (!date) return;
  // A later day on the page is that of a change, an earlier one that of the first print.
  const bool printed = article.published().basis() == v1::DATE_BASIS_STATED &&
                       article.published().earliest() <= date->latest();
  if (!printed) *article.mutable_published() = *date;
}

std::string LanguageOfTag(std::string_view tag) {
  const std::string lower = absl::AsciiStrToLower(base::AbslView(tag));
  for (const TagStart& known : kChinese) {
    if (lower.starts_with(known.begin)) return std::string(known.language);
  }
  if (lower.starts_with("zh")) return "";
  static const RE2* const kTag = new RE2(R"([a-z]{2,3}(?:-[a-z0-9]{2,8})*)");
  return RE2::FullMatch(lower, *kTag) ? std::string(tag) : "";
}

}  // namespace yinzheng::ingest
