// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/fuzz/news_records.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>

#include "indexer/ingest/gzip.h"
#include "indexer/store/testing/temp_index.h"
#include "nlohmann/json.hpp"
#include "tests/support/shared_corpus.h"

namespace yinzheng::fuzz {

std::vector<store::v1::ArticleRecord> NewsRecords(size_t limit) {
  std::vector<store::v1::ArticleRecord> records;
  const std::optional<std::filesystem::path> path = testing::SharedPath(kNewsFile);
  if (!path) return records;
  std::ifstream file(*path, std::ios::binary);
  const std::string compressed{std::istreambuf_iterator<char>(file),
                               std::istreambuf_iterator<char>()};
  constexpr size_t kLimitBytes = size_t{1} << 30;
  const absl::StatusOr<std::string> text = ingest::Gunzip(compressed, kLimitBytes);
  if (!text.ok()) return records;
  std::istringstream lines(*text);
  for (std::string line; records.size() < limit && std::getline(lines, line);) {
    const nlohmann::json fields = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (!fields.is_object()) continue;
    store::v1::ArticleRecord& record = records.emplace_back(
        store::testing::MakeArticle("articles/" + std::to_string(records.size()),
                                    fields.value("title", ""), fields.value("text", "")));
    record.mutable_article()->set_outlet(fields.value("outlet", ""));
    record.mutable_article()->mutable_published()->set_earliest(fields.value("published", ""));
    record.mutable_article()->mutable_published()->set_latest(fields.value("published", ""));
  }
  return records;
}

}  // namespace yinzheng::fuzz
