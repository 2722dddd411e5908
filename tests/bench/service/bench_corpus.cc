// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/bench_corpus.h"

#include <algorithm>
#include <random>
#include <sstream>
#include <string_view>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/gzip.h"
#include "nlohmann/json.hpp"

namespace yinzheng::bench {
namespace {

using Json = nlohmann::ordered_json;

constexpr uint32_t kSeed = 20261130;
constexpr size_t kLimitBytes = size_t{1} << 30;

// What an added sentence says; it has a figure, so that facts change too.
constexpr char kAddedSentence[] = "据统计，本次新增观测站点37个。";

Json Parse(const std::string& record) {
  return Json::parse(record, nullptr, /*allow_exceptions=*/false);
}

std::string TextOf(const Json& record) { return record.value("text", ""); }

// A sentence's end: the mark, and closing quotation marks behind it.
size_t EndOfSentence(std::string_view text, size_t from) {
  constexpr std::string_view kEnds[] = {"。", "！", "？", "\n"};
  size_t end = std::string_view::npos;
  for (const std::string_view mark : kEnds) {
    const size_t found = text.find(mark, from);
    if (found != std::string_view::npos) end = std::min(end, found + mark.size());
  }
  if (end == std::string_view::npos) return text.size();
  for (const std::string_view closing : {"”", "’", "）", "」", "\n"}) {
    while (text.substr(end, closing.size()) == closing) end += closing.size();
  }
  return end;
}

}  // namespace

std::vector<std::string> CutSentences(const std::string& text) {
  std::vector<std::string> sentences;
  for (size_t from = 0; from < text.size();) {
    const size_t end = EndOfSentence(text, from);
    sentences.push_back(text.substr(from, end - from));
    from = end;
  }
  return sentences;
}

absl::StatusOr<std::vector<std::string>> ReadRecords(const std::string& path) {
  YZ_ASSIGN_OR_RETURN(std::string contents, base::FileSystem::Real().ReadFile(path));
  if (absl::EndsWith(path, ".gz")) {
    YZ_ASSIGN_OR_RETURN(contents, ingest::Gunzip(contents, kLimitBytes));
  }
  std::vector<std::string> records;
  std::istringstream lines(contents);
  for (std::string line; std::getline(lines, line);) {
    const Json record = Parse(line);
    if (record.is_object() && record.contains("text")) records.push_back(std::move(line));
  }
  if (!records.empty()) return records;
  return absl::InvalidArgumentError(
      absl::StrCat("read ", path, ": it holds no JSON object with a field text"));
}

absl::Status WriteRecords(const std::string& path, const std::vector<std::string>& records) {
  return base::FileSystem::Real().WriteFile(path, absl::StrCat(absl::StrJoin(records, "\n"), "\n"));
}

std::vector<std::string> GrowRecords(std::vector<std::string> records, size_t count) {
  const size_t given = records.size();
  if (count <= given) {
    records.resize(count);
    return records;
  }
  std::vector<std::string> sentences;
  for (const std::string& record : records) {
    for (std::string& sentence : CutSentences(TextOf(Parse(record)))) {
      sentences.push_back(std::move(sentence));
    }
  }
  std::mt19937 random(kSeed);
  while (records.size() < count) {
    Json record = Parse(records[records.size() % given]);
    const std::string before = TextOf(record);
    std::string text;
    while (text.size() < before.size()) text += sentences[random() % sentences.size()];
    record["id"] = absl::StrCat("grown-", records.size());
    record["text"] = std::move(text);
    records.push_back(record.dump());
  }
  return records;
}

size_t ChangeRecords(size_t each, std::vector<std::string>& records) {
  size_t changed = 0;
  for (size_t i = 0; i < records.size(); i += each) {
    Json record = Parse(records[i]);
    record["text"] = absl::StrCat(TextOf(record), kAddedSentence);
    records[i] = record.dump();
    ++changed;
  }
  return changed;
}

}  // namespace yinzheng::bench
