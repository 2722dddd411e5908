// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/testing/raw_ngrams.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <span>
#include <thread>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store::testing {
namespace {

namespace fs = std::filesystem;

absl::Status WritePart(std::span<const std::string> texts, const fs::path& path) {
  return CatchXapian("write raw n-grams", [&]() -> absl::Status {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
    Xapian::TermGenerator generator;
    generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    for (const std::string& text : texts) {
      Xapian::Document document;
      document.set_data(text);
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(text);
      database.add_document(document);
    }
    database.commit();
    return absl::OkStatus();
  });
}

absl::Status Compact(const std::vector<fs::path>& parts, const fs::path& compacted) {
  return CatchXapian("compact raw n-grams", [&]() -> absl::Status {
    Xapian::Database all;
    for (const fs::path& part : parts) all.add_database(Xapian::Database(part.string()));
    all.compact(compacted.string(), Xapian::Compactor::FULL);
    return absl::OkStatus();
  });
}

}  // namespace

absl::StatusOr<RawSizes> WriteRawNgrams(const std::vector<std::string>& texts,
                                        const std::string& directory, size_t threads) {
  const size_t count = std::max<size_t>(1, std::min(threads, texts.size()));
  std::vector<fs::path> parts;
  std::vector<absl::Status> written(count);
  std::vector<std::thread> writers;
  for (size_t i = 0; i < count; ++i) {
    parts.push_back(fs::path(directory) / absl::StrCat("written-", i));
    const size_t begin = texts.size() * i / count;
    const size_t end = texts.size() * (i + 1) / count;
    writers.emplace_back([&, i, begin, end, path = parts.back()] {
      written[i] = WritePart(std::span(texts).subspan(begin, end - begin), path);
    });
  }
  for (std::thread& writer : writers) writer.join();
  for (const absl::Status& status : written) YZ_RETURN_IF_ERROR(status);
  const fs::path compacted = fs::path(directory) / "compacted";
  YZ_RETURN_IF_ERROR(Compact(parts, compacted));
  const auto size = [&](const char* table) {
    return static_cast<int64_t>(fs::file_size(compacted / table));
  };
  return RawSizes{size("postlist.glass"), size("position.glass"), size("docdata.glass")};
}

}  // namespace yinzheng::store::testing
