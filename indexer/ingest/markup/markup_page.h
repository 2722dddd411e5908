// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// HTML and Markdown files as pages of lines, like text files, with what the markup adds: where each
// character stands in the file, what lines are, where stories are, and fields.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_MARKUP_PAGE_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_MARKUP_PAGE_H_

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/ingest/markup/marked_text.h"
#include "indexer/ingest/markup/page_fields.h"
#include "indexer/ingest/markup/story_region.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/pattern_rules.h"

namespace yinzheng::ingest {

// One file that was read.
struct MarkupPage {
  std::unique_ptr<const MarkedText> text;
  Page page;  // Of text->text.
  std::vector<StoryRegion> regions;
  PageFields fields;
  std::string extractor;  // Without the encoding: "html/1".
  std::vector<std::string> warnings;
};

// Immutable and safe for concurrent use.
class MarkupReader {
 public:
  // Loads ingest/html_rules.tsv; `pages` is borrowed.
  static absl::StatusOr<std::unique_ptr<MarkupReader>> Create(const PageReader& pages);

  MarkupReader(PatternRules rules, const PageReader& pages)
      : rules_(std::move(rules)), pages_(pages) {}

  MarkupPage ReadHtml(std::u32string_view html) const;
  MarkupPage ReadMarkdown(std::u32string_view markdown) const;

 private:
  PatternRules rules_;
  const PageReader& pages_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_MARKUP_PAGE_H_
