// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/json_ld.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "nlohmann/json.hpp"

namespace yinzheng::ingest {
namespace {

using Json = nlohmann::json;

// Lists of lists and graphs of graphs exist, but not many levels of them.
constexpr int kMaxDepth = 4;

std::string Trimmed(const std::string& text) {
  return std::string(absl::StripAsciiWhitespace(text));
}

// A string, or the name or address of an object.
std::string Text(const Json& value, const char* key) {
  if (value.is_string()) return Trimmed(value.get<std::string>());
  if (!value.is_object()) return "";
  const auto found = value.find(key);
  return found != value.end() && found->is_string() ? Trimmed(found->get<std::string>()) : "";
}

std::string Field(const Json& object, const char* field, const char* key) {
  const auto found = object.find(field);
  if (found == object.end()) return "";
  if (found->is_array()) return found->empty() ? "" : Text(found->front(), key);
  return Text(*found, key);
}

void AddNames(const Json& value, std::vector<std::string>& names) {
  if (value.is_array()) {
    for (const Json& one : value) {
      if (std::string name = Text(one, "name"); !name.empty()) names.push_back(std::move(name));
    }
  } else if (std::string name = Text(value, "name"); !name.empty()) {
    names.push_back(std::move(name));
  }
}

bool IsStoryType(const Json& type) {
  if (type.is_array()) {
    for (const Json& one : type) {
      if (one.is_string() && IsStoryType(one)) return true;
    }
    return false;
  }
  if (!type.is_string()) return false;
  const std::string name = type.get<std::string>();
  return absl::EndsWith(name, "Article") || absl::EndsWith(name, "Posting") || name == "Report";
}

StoryFields ReadStory(const Json& object) {
  StoryFields fields;
  fields.title = Field(object, "headline", "name");
  if (fields.title.empty()) fields.title = Field(object, "name", "name");
  fields.outlet = Field(object, "publisher", "name");
  fields.published = Field(object, "datePublished", "name");
  fields.sure = !fields.published.empty();
  fields.uri = Field(object, "url", "@id");
  if (fields.uri.empty()) fields.uri = Field(object, "mainEntityOfPage", "@id");
  if (const auto author = object.find("author"); author != object.end()) {
    AddNames(*author, fields.authors);
  }
  return fields;
}

void Collect(const Json& value, int depth, std::vector<StoryFields>& stories) {
  if (depth > kMaxDepth) return;
  if (value.is_array()) {
    for (const Json& one : value) Collect(one, depth + 1, stories);
    return;
  }
  if (!value.is_object()) return;
  if (const auto type = value.find("@type"); type != value.end() && IsStoryType(*type)) {
    stories.push_back(ReadStory(value));
  }
  if (const auto graph = value.find("@graph"); graph != value.end()) {
    Collect(*graph, depth + 1, stories);
  }
}

}  // namespace

std::vector<StoryFields> ReadJsonLd(const std::string& json) {
  std::vector<StoryFields> stories;
  const Json parsed = Json::parse(json, /*cb=*/nullptr, /*allow_exceptions=*/false);
  if (!parsed.is_discarded()) Collect(parsed, 0, stories);
  return stories;
}

}  // namespace yinzheng::ingest
