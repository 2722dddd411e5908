// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Makes articles from the contents of input files: .txt (a page with one or more stories) and
// .jsonl (one record, one article). Pure: bytes in, articles out; which files to read is
// input_files' business, what to do with metadata and reports the ingester's.

#ifndef YINZHENG_INDEXER_INGEST_ARTICLE_FACTORY_H_
#define YINZHENG_INDEXER_INGEST_ARTICLE_FACTORY_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/ingest/credits.h"
#include "indexer/ingest/ingested_article.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/story_splitter.h"
#include "indexer/text/decoding.h"

namespace yinzheng::ingest {

// The file that articles are made from.
struct SourceFile {
  std::string relative;  // Path below the input root.
  std::string sha256;    // Of the decompressed bytes.
};

// One line of a JSONL file.
struct RecordLine {
  std::string_view text;  // Without its line end.
  int32_t number = 0;     // From 1, blank lines counted: what an editor shows.
  uint64_t offset = 0;    // First byte in the decompressed file.
};

// What one record of a JSONL file gave.
struct JsonlRecord {
  IngestedArticle ingested;
  size_t repaired = 0;                // Ill-formed places that became U+FFFD.
  std::vector<std::string> warnings;  // Fields that were left out, and why.
};

// Immutable and safe for concurrent use.
class ArticleFactory {
 public:
  // Loads the rules of the data directory.
  static absl::StatusOr<std::unique_ptr<ArticleFactory>> Create();

  // The stories of a text file, in order; none for a blank one.
  std::vector<IngestedArticle> FromText(const SourceFile& file,
                                        const text::DecodedText& decoded) const;

  // The article of one record. kInvalidArgument, saying what is wrong, if the line is no JSON
  // object with a string `text`.
  absl::StatusOr<JsonlRecord> FromJsonl(const SourceFile& file, const RecordLine& line) const;

 private:
  ArticleFactory() = default;

  IngestedArticle FromStory(const SourceFile& file, const text::DecodedText& decoded,
                            const Page& page, const StoryLines& story) const;
  void FillFromRecord(const std::u32string& body, JsonlRecord& record) const;

  std::unique_ptr<CreditReader> credits_;
  std::unique_ptr<PageReader> pages_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_ARTICLE_FACTORY_H_
