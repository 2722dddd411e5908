// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/quality/retrieval_set.h"

#include <algorithm>
#include <exception>
#include <fstream>
#include <functional>
#include <opencc/SimpleConverter.hpp>
#include <ostream>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/script.h"
#include "indexer/text/unicode.h"
#include "nlohmann/json.hpp"

namespace yinzheng::quality {
namespace {

using Json = nlohmann::json;

// Calls `take` for each object of a file of JSON lines; false from it means the fields are wrong.
absl::Status ForEachLine(const std::string& path, const std::function<bool(const Json&)>& take) {
  std::ifstream file(path);
  if (!file) return absl::InvalidArgumentError(absl::StrCat("read ", path, ": cannot open it"));
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty()) continue;
    const Json json = Json::parse(line, /*cb=*/nullptr, /*allow_exceptions=*/false);
    if (!json.is_object() || !take(json)) {
      return absl::InvalidArgumentError(
          absl::StrCat("read ", path, ":", number, ": not an object with the fields expected"));
    }
  }
  return absl::OkStatus();
}

bool ReadString(const Json& json, const char* field, std::string& out) {
  const auto found = json.find(field);
  if (found == json.end() || !found->is_string()) return false;
  out = found->get<std::string>();
  return true;
}

bool ReadStrings(const Json& json, const char* field, std::vector<std::string>& out) {
  const auto found = json.find(field);
  if (found == json.end() || !found->is_array()) return false;
  for (const Json& element : *found) {
    if (!element.is_string()) return false;
    out.push_back(element.get<std::string>());
  }
  return true;
}

bool IsTraditional(const text::SimplifiedConverter& converter, const Question& question) {
  const std::u32string text = text::DecodeUtf8(question.text);
  return std::any_of(text.begin(), text.end(),
                     [&](char32_t c) { return converter.IsTraditional(c); });
}

}  // namespace

absl::StatusOr<std::vector<Record>> ReadRecords(const std::string& path) {
  std::vector<Record> records;
  YZ_RETURN_IF_ERROR(ForEachLine(path, [&](const Json& json) {
    Record& record = records.emplace_back();
    std::string body;
    if (!ReadString(json, "id", record.id) || !ReadString(json, "text", body)) return false;
    if (ReadString(json, "title", record.text)) record.text += "\n";
    record.text += body;
    return true;
  }));
  return records;
}

absl::StatusOr<std::vector<Question>> ReadQuestions(const std::string& path) {
  std::vector<Question> questions;
  YZ_RETURN_IF_ERROR(ForEachLine(path, [&](const Json& json) {
    Question& question = questions.emplace_back();
    return ReadString(json, "id", question.id) && ReadString(json, "text", question.text) &&
           ReadStrings(json, "gold", question.gold);
  }));
  return questions;
}

absl::StatusOr<Run> ReadRun(const std::string& path) {
  Run run;
  YZ_RETURN_IF_ERROR(ForEachLine(path, [&](const Json& json) {
    std::string id;
    return ReadString(json, "id", id) && ReadStrings(json, "hits", run[id]);
  }));
  return run;
}

void WriteQuestions(const std::vector<Question>& questions, std::ostream& out) {
  for (const Question& question : questions) {
    out << Json{{"id", question.id}, {"text", question.text}, {"gold", question.gold}}.dump()
        << "\n";
  }
}

bool IsTuned(const std::string& question_id) {
  constexpr std::string_view kEven = "02468ace";
  return kEven.find(base::Sha256Hex(question_id)[1]) != std::string_view::npos;
}

absl::StatusOr<std::vector<Question>> InOtherScript(std::vector<Question> questions) {
  YZ_ASSIGN_OR_RETURN(const text::SimplifiedConverter* converter,
                      text::SimplifiedConverter::Shared());
  const auto traditional =
      std::count_if(questions.begin(), questions.end(),
                    [&](const Question& question) { return IsTraditional(*converter, question); });
  const bool to_simplified = static_cast<size_t>(traditional) * 2 > questions.size();
  try {
    const opencc::SimpleConverter opencc(to_simplified ? "t2s.json" : "s2t.json");
    for (Question& question : questions) question.text = opencc.Convert(question.text);
  } catch (const std::exception& error) {
    return absl::NotFoundError(
        absl::StrCat("convert questions with OpenCC: ", error.what(), "; install libopencc-data"));
  }
  return questions;
}

}  // namespace yinzheng::quality
