// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/json_record.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/ingest/metadata.h"
#include "indexer/ingest/timestamp.h"
#include "nlohmann/json.hpp"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

using Json = nlohmann::json;

// Reads optional fields, each with a warning if it is not what it should be.
class FieldReader {
 public:
  FieldReader(const Json& json, std::vector<std::string>& warnings)
      : json_(json), warnings_(warnings) {}

  std::string String(const std::string& key) {
    const auto found = json_.find(key);
    if (found == json_.end() || found->is_null()) return "";
    if (found->is_string()) return found->get<std::string>();
    // Numbers serve as ids in many a corpus.
    if (key == "id" && found->is_number_integer()) return found->dump();
    WarnOfType(key, *found);
    return "";
  }

  std::vector<std::string> Names(const std::string& key) {
    const auto found = json_.find(key);
    if (found == json_.end() || found->is_null()) return {};
    if (!found->is_array()) {
      std::string name = String(key);
      return name.empty() ? std::vector<std::string>{} : std::vector{std::move(name)};
    }
    std::vector<std::string> names;
    for (const Json& element : *found) {
      if (element.is_string()) {
        names.push_back(element.get<std::string>());
      } else {
        WarnOfType(key, element);
      }
    }
    return names;
  }

 private:
  void WarnOfType(const std::string& key, const Json& value) {
    warnings_.push_back(absl::StrCat("\"", key, "\" is left out: ", value.type_name(),
                                     " where a string should be"));
  }

  const Json& json_;
  std::vector<std::string>& warnings_;
};

std::string WithoutTime(const std::string& date) {
  static const RE2* const kDateAndTime = new RE2(R"(\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}.*)");
  return RE2::FullMatch(date, *kDateAndTime) ? DayOfTimestamp(date).value_or(date) : date;
}

void SetPublished(const std::string& text, v1::Article& article,
                  std::vector<std::string>& warnings) {
  if (text.empty()) return;
  absl::StatusOr<v1::DateValue> date = MetadataDate(WithoutTime(text));
  if (date.ok()) {
    *article.mutable_published() = *std::move(date);
  } else {
    warnings.push_back(
        absl::StrCat("\"published\" is left out: ", std::string(date.status().message())));
  }
}

}  // namespace

absl::Status ReadJsonRecord(const std::string& json, v1::Article& article,
                            std::vector<std::string>& warnings) {
  const Json record = Json::parse(json, /*cb=*/nullptr, /*allow_exceptions=*/false);
  if (record.is_discarded()) return absl::InvalidArgumentError("not well-formed JSON");
  if (!record.is_object()) {
    return absl::InvalidArgumentError(
        absl::StrCat("a JSON ", record.type_name(), ", not an object"));
  }
  const auto body = record.find("text");
  if (body == record.end() || !body->is_string()) {
    return absl::InvalidArgumentError("\"text\" is missing or no string");
  }
  FieldReader fields(record, warnings);
  article.set_external_id(fields.String("id"));
  article.set_title(fields.String("title"));
  article.set_outlet(fields.String("outlet"));
  article.set_uri(fields.String("url"));
  article.set_language(fields.String("language"));
  for (const std::string& name : fields.Names("authors")) article.add_authors(name);
  SetPublished(fields.String("published"), article, warnings);
  return absl::OkStatus();
}

}  // namespace yinzheng::ingest
