// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/metadata.h"

#include <set>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/edtf.h"
#include "nlohmann/json.hpp"

namespace yinzheng::ingest {
namespace {

using Json = nlohmann::json;

// Parses an object and refuses doubled keys, which nlohmann would silently merge.
absl::StatusOr<Json> ParseObject(std::string_view line) {
  std::set<std::string> keys;
  std::string doubled;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::key && depth == 1 &&
        !keys.insert(parsed.get<std::string>()).second) {
      doubled = parsed.get<std::string>();
    }
    return true;
  };
  Json json = Json::parse(line, watch, /*allow_exceptions=*/false);
  if (json.is_discarded() || !json.is_object()) {
    return absl::InvalidArgumentError("expected one JSON object on the line");
  }
  if (!doubled.empty()) {
    return absl::InvalidArgumentError(absl::StrCat("key \"", doubled, "\" stands twice"));
  }
  return json;
}

absl::StatusOr<std::string> StringValue(const std::string& key, const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return absl::InvalidArgumentError(
      absl::StrCat("\"", key, "\" must be a string, not ", value.dump()));
}

absl::StatusOr<std::vector<std::string>> NameList(const std::string& key, const Json& value) {
  std::vector<std::string> names;
  if (!value.is_array()) {
    YZ_ASSIGN_OR_RETURN(std::string name, StringValue(key, value));
    names.push_back(std::move(name));
    return names;
  }
  for (const Json& element : value) {
    YZ_ASSIGN_OR_RETURN(std::string name, StringValue(key, element));
    names.push_back(std::move(name));
  }
  return names;
}

absl::Status ReadField(const std::string& key, const Json& value, ArticleMetadata& metadata) {
  if (key == "authors") {
    YZ_ASSIGN_OR_RETURN(metadata.authors, NameList(key, value));
    return absl::OkStatus();
  }
  YZ_ASSIGN_OR_RETURN(std::string text, StringValue(key, value));
  if (key == "published") {
    if (text.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(metadata.published, MetadataDate(text));
  } else if (key == "title") {
    metadata.title = std::move(text);
  } else if (key == "outlet") {
    metadata.outlet = std::move(text);
  } else if (key == "url") {
    metadata.url = std::move(text);
  } else if (key != "path") {
    return absl::InvalidArgumentError(absl::StrCat(
        "unknown key \"", key, "\"; path, published, title, outlet, authors, url are known"));
  }
  return absl::OkStatus();
}

absl::StatusOr<std::pair<std::string, ArticleMetadata>> ParseLine(std::string_view line) {
  YZ_ASSIGN_OR_RETURN(const Json json, ParseObject(line));
  const auto path = json.find("path");
  if (path == json.end() || !path->is_string() || path->get<std::string>().empty()) {
    return absl::InvalidArgumentError("\"path\" is missing or no string");
  }
  ArticleMetadata metadata;
  for (const auto& [key, value] : json.items()) {
    YZ_RETURN_IF_ERROR(ReadField(key, value, metadata));
  }
  return std::pair(path->get<std::string>(), std::move(metadata));
}

void Write(const ArticleMetadata& metadata, bool with_title, v1::Article& article) {
  if (metadata.published) *article.mutable_published() = *metadata.published;
  if (with_title && !metadata.title.empty()) article.set_title(metadata.title);
  if (!metadata.outlet.empty()) article.set_outlet(metadata.outlet);
  if (!metadata.url.empty()) article.set_uri(metadata.url);
  if (metadata.authors.empty()) return;
  article.clear_authors();
  for (const std::string& name : metadata.authors) article.add_authors(name);
}

}  // namespace

absl::StatusOr<MetadataTable> MetadataTable::Parse(std::string_view contents,
                                                   const std::string& path) {
  MetadataTable table;
  table.file_ = path;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(base::AbslView(contents), '\n')) {
    ++number;
    absl::ConsumePrefix(&line, "\xEF\xBB\xBF");
    if (absl::StripAsciiWhitespace(line).empty()) continue;
    auto parsed = ParseLine(base::StdView(line));
    if (!parsed.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("read metadata ", path, ":", number, ": ", parsed.status().message()));
    }
    parsed->second.line = number;
    const auto [entry, added] =
        table.entries_.try_emplace(parsed->first, Entry{std::move(parsed->second)});
    if (!added) {
      return absl::InvalidArgumentError(
          absl::StrCat("read metadata ", path, ":", number, ": path \"", parsed->first,
                       "\" stands on line ", entry->second.metadata.line, " already"));
    }
  }
  return table;
}

void MetadataTable::Apply(const std::string& relative, bool first_story, v1::Article& article) {
  if (const auto file = entries_.find(relative); file != entries_.end()) {
    file->second.used = true;
    Write(file->second.metadata, first_story, article);
  }
  if (article.external_id() == relative) return;
  if (const auto story = entries_.find(article.external_id()); story != entries_.end()) {
    story->second.used = true;
    Write(story->second.metadata, true, article);
  }
}

std::vector<std::string> MetadataTable::Unused() const {
  std::map<int, std::string> by_line;
  for (const auto& [path, entry] : entries_) {
    if (!entry.used) by_line[entry.metadata.line] = path;
  }
  std::vector<std::string> unused;
  for (const auto& [line, path] : by_line) {
    unused.push_back(absl::StrCat(file_, ":", line, ": ", path));
  }
  return unused;
}

absl::StatusOr<v1::DateValue> MetadataDate(std::string_view edtf) {
  YZ_ASSIGN_OR_RETURN(const text::DateInterval days, text::ParseEdtf(edtf));
  v1::DateValue date;
  date.set_edtf(std::string(edtf));
  if (days.earliest) date.set_earliest(text::FormatDay(*days.earliest));
  if (days.latest) date.set_latest(text::FormatDay(*days.latest));
  date.set_basis(v1::DATE_BASIS_METADATA);
  return date;
}

}  // namespace yinzheng::ingest
