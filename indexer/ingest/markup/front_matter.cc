// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::ingest {
namespace {

// Longer blocks are no front matter but a text that begins with a rule.
constexpr size_t kMaxSize = size_t{1} << 16;

enum class Field { kTitle, kDate, kAuthor, kOutlet, kUri, kLanguage };

struct FieldName {
  std::string_view key;
  Field field;
};
constexpr auto kNames = std::to_array<FieldName>({
    {"title", Field::kTitle},       {"标题", Field::kTitle},        {"date", Field::kDate},
    {"published", Field::kDate},    {"publish_date", Field::kDate}, {"pubdate", Field::kDate},
    {"published_at", Field::kDate}, {"日期", Field::kDate},         {"发布时间", Field::kDate},
    {"author", Field::kAuthor},     {"authors", Field::kAuthor},    {"byline", Field::kAuthor},
    {"作者", Field::kAuthor},       {"记者", Field::kAuthor},       {"source", Field::kOutlet},
    {"outlet", Field::kOutlet},     {"publisher", Field::kOutlet},  {"media", Field::kOutlet},
    {"site", Field::kOutlet},       {"来源", Field::kOutlet},       {"url", Field::kUri},
    {"link", Field::kUri},          {"canonical", Field::kUri},     {"链接", Field::kUri},
    {"lang", Field::kLanguage},     {"language", Field::kLanguage}, {"语言", Field::kLanguage},
});

// Other keys that front matter has, by which it is known.
constexpr auto kOtherKeys = std::to_array<std::string_view>(
    {"aliases",  "categories", "category", "cover",     "description", "draft",   "id",   "image",
     "keywords", "lastmod",    "layout",   "permalink", "slug",        "summary", "tag",  "tags",
     "template", "type",       "updated",  "weight",    "分类",        "关键词",  "摘要", "标签"});

// One line of `text` from `at` on, without its end; `next` is where the next begins.
std::string_view LineAt(std::string_view text, size_t at, size_t& next) {
  const size_t end = text.find('\n', at);
  next = end == std::string_view::npos ? text.size() : end + 1;
  std::string_view line = text.substr(at, next - at);
  while (!line.empty() && absl::ascii_isspace(static_cast<unsigned char>(line.back()))) {
    line.remove_suffix(1);
  }
  return line;
}

// The key, in lower case, of a line `key: value` that is not indented; empty if it is none.
std::string KeyOf(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return "";
  if (colon + 1 < line.size() &&
      !absl::ascii_isspace(static_cast<unsigned char>(line[colon + 1]))) {
    return "";
  }
  const std::string_view key = line.substr(0, colon);
  // Signs that open other things: lists, comments, headings, quotes.
  if (key.find_first_of(" \t#-*>|[{!&%@`") == 0) return "";
  return absl::AsciiStrToLower(base::AbslView(key));
}

bool IsKnownKey(std::string_view key) {
  const auto has_key = [key](const FieldName& name) { return name.key == key; };
  return std::any_of(kNames.begin(), kNames.end(), has_key) ||
         std::find(kOtherKeys.begin(), kOtherKeys.end(), key) != kOtherKeys.end();
}

// Keys that name the day of publication; date: may be that of a draft or an export.
bool IsDayOfPublication(std::string_view key) {
  return key.starts_with("pub") || key == "发布时间";
}

void Add(Field field, std::string value, PageFields& fields) {
  const bool address = value.starts_with("http://") || value.starts_with("https://");
  StoryFields& page = fields.page;
  // source: often holds the address.
  if (field == Field::kOutlet && address) field = Field::kUri;
  switch (field) {
    case Field::kTitle:
      if (page.title.empty()) page.title = std::move(value);
      break;
    case Field::kDate:
      if (page.published.empty()) page.published = std::move(value);
      break;
    case Field::kAuthor:
      page.authors.push_back(std::move(value));
      break;
    case Field::kOutlet:
      if (page.outlet.empty()) page.outlet = std::move(value);
      break;
    case Field::kUri:
      if (page.uri.empty() && address) page.uri = std::move(value);
      break;
    case Field::kLanguage:
      if (fields.language.empty()) fields.language = std::move(value);
      break;
  }
}

void AddByKey(const std::string& key, std::string_view value, PageFields& fields) {
  for (const FieldName& name : kNames) {
    if (name.key != key) continue;
    if (name.field == Field::kDate && fields.page.published.empty()) {
      fields.page.sure = IsDayOfPublication(key);
    }
    Add(name.field, std::string(value), fields);
  }
}

// Titles with colons are no YAML, but plain all the same.
PageFields ReadLines(std::string_view block) {
  PageFields fields;
  for (size_t at = 0, next = 0; at < block.size(); at = next) {
    const std::string_view line = LineAt(block, at, next);
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const absl::string_view value =
        absl::StripAsciiWhitespace(base::AbslView(line.substr(colon + 1)));
    if (value.empty()) continue;
    AddByKey(absl::AsciiStrToLower(base::AbslView(line.substr(0, colon))), base::StdView(value),
             fields);
  }
  return fields;
}

// Follows the events of a document whose top is a mapping.
class MappingReader {
 public:
  // False if it is no YAML.
  bool Read(std::string_view yaml) {
    yaml_parser_t parser;
    if (yaml_parser_initialize(&parser) == 0) return false;
    yaml_parser_set_input_string(&parser, reinterpret_cast<const unsigned char*>(yaml.data()),
                                 yaml.size());
    bool more = true;
    bool sound = true;
    while (more) {
      yaml_event_t event;
      sound = yaml_parser_parse(&parser, &event) != 0;
      if (!sound) break;
      more = event.type != YAML_STREAM_END_EVENT && event.type != YAML_DOCUMENT_END_EVENT;
      Take(event);
      yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return sound;
  }

  PageFields Finish() { return std::move(fields_); }

 private:
  void Take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        is_list_.push_back(event.type == YAML_SEQUENCE_START_EVENT);
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        is_list_.pop_back();
        if (is_list_.size() == 1) key_.reset();
        break;
      case YAML_ALIAS_EVENT:
        if (is_list_.size() == 1) key_.reset();
        break;
      case YAML_SCALAR_EVENT:
        TakeScalar(
            {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length});
        break;
      default:
        break;
    }
  }

  void TakeScalar(std::string_view value) {
    if (is_list_.empty() || is_list_.front()) return;
    const bool top = is_list_.size() == 1;
    if (top && !key_) {
      key_ = absl::AsciiStrToLower(base::AbslView(value));
      return;
    }
    // What lies deeper than a list below a key belongs to other things.
    const bool in_list = is_list_.size() == 2 && is_list_.back();
    if ((top || in_list) && key_ && !value.empty()) AddByKey(*key_, value, fields_);
    if (top) key_.reset();
  }

  PageFields fields_;
  std::optional<std::string> key_;
  std::vector<bool> is_list_;  // Of the structures that are open, the outermost first.
};

}  // namespace

size_t FrontMatterSize(std::string_view markdown) {
  size_t next = 0;
  if (LineAt(markdown, 0, next) != "---") return 0;
  bool opens_with_key = false;
  bool has_line = false;
  bool has_key = false;
  for (size_t at = next; at < markdown.size() && at < kMaxSize; at = next) {
    const std::string_view line = LineAt(markdown, at, next);
    if (line == "---" || line == "...") return opens_with_key && has_key ? next : 0;
    if (line.empty()) continue;
    const std::string key = KeyOf(line);
    if (!std::exchange(has_line, true)) opens_with_key = !key.empty();
    has_key |= IsKnownKey(key);
  }
  return 0;
}

PageFields ReadFrontMatter(std::string_view block) {
  size_t begin = 0;
  LineAt(block, 0, begin);
  std::string_view yaml = block.substr(begin);
  // The closing line opens another document.
  const size_t end = yaml.rfind("\n---");
  if (end != std::string_view::npos) yaml = yaml.substr(0, end + 1);
  MappingReader reader;
  return reader.Read(yaml) ? reader.Finish() : ReadLines(yaml);
}

}  // namespace yinzheng::ingest
