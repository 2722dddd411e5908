// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/page_fields.h"

#include <chrono>
#include <optional>

#include "absl/strings/ascii.h"
#include "indexer/base/absl_string.h"
#include "indexer/ingest/metadata.h"
#include "indexer/ingest/timestamp.h"
#include "indexer/text/edtf.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

std::optional<v1::DateValue> DateOf(const std::string& text) {
  if (text.empty()) return std::nullopt;
  absl::StatusOr<v1::DateValue> date = MetadataDate(DayOfTimestamp(text).value_or(text));
  if (!date.ok()) return std::nullopt;
  return *std::move(date);
}

// A later day on the page than the one of publication is that of a change; a day's difference is
// that of night and morning.
bool IsOfAChange(const v1::DateValue& printed, const v1::DateValue& published) {
  const auto first = text::ParseEdtf(printed.earliest());
  const auto last = text::ParseEdtf(published.latest());
  if (!first.ok() || !last.ok() || !first->earliest || !last->latest) return false;
  return *first->earliest - *last->latest > std::chrono::days(1);
}

}  // namespace

void AddMissing(const StoryFields& other, StoryFields& fields) {
  if (fields.title.empty()) fields.title = other.title;
  if (fields.outlet.empty()) fields.outlet = other.outlet;
  if (fields.authors.empty()) fields.authors = other.authors;
  if (fields.published.empty()) {
    fields.published = other.published;
    fields.sure = other.sure;
  }
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
  const bool printed = article.published().basis() == v1::DATE_BASIS_STATED;
  if (printed && !(fields.sure && IsOfAChange(article.published(), *date))) return;
  *article.mutable_published() = *date;
}

std::string LanguageOfTag(std::string_view tag) {
  const std::string lower = absl::AsciiStrToLower(base::AbslView(tag));
  if (lower.starts_with("zh")) return "";
  static const RE2* const kTag = new RE2(R"([a-z]{2,3}(?:-[a-z0-9]{2,8})*)");
  return RE2::FullMatch(lower, *kTag) ? std::string(tag) : "";
}

}  // namespace yinzheng::ingest
