// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Makes articles from the contents of input files: text, HTML and Markdown (a page with one or more
// stories) and .jsonl (one record, one article). Pure: text in, articles out; which files to read
// is input_files' business, what to do with metadata and reports the ingester's.

#ifndef YINZHENG_INDEXER_INGEST_ARTICLE_FACTORY_H_
#define YINZHENG_INDEXER_INGEST_ARTICLE_FACTORY_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "indexer/ingest/article_parts.h"
#include "indexer/ingest/credits.h"
#include "indexer/ingest/date_evidence.h"
#include "indexer/ingest/ingested_article.h"
#include "indexer/ingest/jsonl_lines.h"
#include "indexer/ingest/markup/markup_page.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/story_splitter.h"
#include "indexer/text/decoding.h"

namespace yinzheng::ingest {

// What one page gave.
struct PageStories {
  std::vector<IngestedArticle> articles;
  std::vector<std::string> warnings;  // What could not be read as it should.
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

  // The stories of an HTML or Markdown file.
  PageStories FromHtml(const SourceFile& file, const text::DecodedText& decoded) const;
  PageStories FromMarkdown(const SourceFile& file, const text::DecodedText& decoded) const;

  // The article of one record. kInvalidArgument, saying what is wrong, if the line is no JSON
  // object with a string `text`.
  absl::StatusOr<JsonlRecord> FromJsonl(const SourceFile& file, const RecordLine& line) const;

 private:
  ArticleFactory() = default;

  IngestedArticle FromStory(const Page& page, const StoryLines& story) const;
  PageStories FromMarkup(const SourceFile& file, const text::DecodedText& decoded,
                         MarkupPage page) const;
  IngestedArticle FromMarkedStory(const Page& page, const StoryLines& story,
                                  const PageFields& fields, bool only) const;
  std::string MarkupTitle(const Page& page, const StoryLines& story, const StoryFields& fields,
                          const std::string& document_title) const;
  std::string WithoutSite(const std::string& title, std::string* site) const;
  void CleanPageFields(PageFields& fields) const;
  void CleanFields(StoryFields& fields) const;
  void InferDates(const Page& page, absl::Span<IngestedArticle> articles) const;
  void FillFromRecord(const std::u32string& body, JsonlRecord& record) const;

  std::unique_ptr<CreditReader> credits_;
  std::unique_ptr<PageReader> pages_;
  std::unique_ptr<DateInference> dates_;
  std::unique_ptr<MarkupReader> markup_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_ARTICLE_FACTORY_H_
