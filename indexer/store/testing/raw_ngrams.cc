// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/testing/raw_ngrams.h"

#include <xapian.h>

#include <filesystem>

#include "indexer/store/xapian_status.h"

namespace yinzheng::store::testing {

absl::StatusOr<RawSizes> WriteRawNgrams(const std::vector<std::string>& texts,
                                        const std::string& directory) {
  return CatchXapian("write raw n-grams", [&]() -> absl::StatusOr<RawSizes> {
    const std::filesystem::path written = std::filesystem::path(directory) / "written";
    const std::filesystem::path compacted = std::filesystem::path(directory) / "compacted";
    {
      Xapian::WritableDatabase database(written.string(),
                                        Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST);
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
      database.compact(compacted.string(), Xapian::Compactor::FULL);
    }
    const auto size = [&](const char* table) {
      return static_cast<int64_t>(std::filesystem::file_size(compacted / table));
    };
    return RawSizes{size("postlist.glass"), size("position.glass"), size("docdata.glass")};
  });
}

}  // namespace yinzheng::store::testing
