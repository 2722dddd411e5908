// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A text file as a page of printed lines, each with what it is: headline, byline, prose, caption,
// furniture … Judged by the line's own words and length; what depends on the lines around it (which
// headings are labels, which lines repeat the text) is the splitter's and the mask finder's
// business.

#ifndef YINZHENG_INDEXER_INGEST_PAGE_H_
#define YINZHENG_INDEXER_INGEST_PAGE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/ingest/credits.h"
#include "indexer/ingest/keyed_text.h"
#include "indexer/ingest/pattern_rules.h"
#include "indexer/text/span.h"

namespace yinzheng::ingest {

enum class LineRole {
  kBlank,
  kProse,      // Text of a story.
  kHeading,    // Short, without the end of a sentence: headline or section heading.
  kByline,     // Who wrote the story.
  kCredit,     // Source, date, editors.
  kNote,       // Editors' note.
  kCaption,    // Caption or credit of a picture.
  kLabel,      // Section or series.
  kFurniture,  // Buttons, crumbs, page numbers, table bars.
  kTail,       // The story ended above: links, notices.
  kSoftTail,   // The story ended above if only links follow.
  kLinks,      // Links to other stories, as the markup shows them; the story may go on below.
};

// One printed line.
struct PageLine {
  text::Span span;  // Code points of the page, outer spaces left out.
  LineRole role = LineRole::kBlank;
  bool indented = false;             // Begins with white space, as lists under a heading do.
  bool bulleted = false;             // Begins with a mark of a list.
  bool headline = false;             // The markup calls it a headline.
  Credits credits;                   // Of bylines and credit lines.
  std::unique_ptr<KeyedText> keyed;  // Null for blank lines.
};

// Holds the lines of one text; borrows the text, which must outlive it.
class Page {
 public:
  explicit Page(std::u32string_view text) : text_(text) {}

  std::u32string_view text() const { return text_; }
  const std::vector<PageLine>& lines() const { return lines_; }
  std::vector<PageLine>& lines() { return lines_; }
  std::u32string_view Text(text::Span span) const { return text::Slice(text_, span); }

 private:
  std::u32string_view text_;
  std::vector<PageLine> lines_;
};

// Cuts texts into lines and judges each. Immutable and safe for concurrent use.
class PageReader {
 public:
  // Loads ingest/line_rules.tsv; `credits` is borrowed.
  static absl::StatusOr<std::unique_ptr<PageReader>> Create(const CreditReader& credits);

  PageReader(PatternRules rules, const CreditReader& credits);

  // Linear in the text, apart from matching the rules.
  Page Read(std::u32string_view text) const;

 private:
  LineRole Judge(std::u32string_view text, PageLine& line) const;

  PatternRules rules_;
  const CreditReader& credits_;
};

// True for a line that begins a paragraph of a story: long, or closed by the end of a sentence.
bool IsProse(std::u32string_view line);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_PAGE_H_
