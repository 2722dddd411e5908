// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which parts of an HTML page are a story and which surround it. Judges by the nesting of elements,
// their names (rules/html_rules.tsv), the density of links and where the prose is; how stories run
// inside such a part, and what their lines say, is told by the words (story_splitter, page).

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_LAYOUT_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_LAYOUT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/ingest/markup/html_tree.h"
#include "indexer/ingest/markup/marked_text.h"
#include "indexer/ingest/markup/story_region.h"
#include "indexer/ingest/page.h"
#include "indexer/ingest/pattern_rules.h"

namespace yinzheng::ingest {

// Reads one page; borrows all its arguments. Not safe for concurrent use.
class HtmlLayout {
 public:
  HtmlLayout(const PatternRules& rules, const HtmlTree& tree, const MarkedText& text);

  // Sets the roles of lines that elements tell about.
  void MarkLines(Page& page);

  // The stories of the page in order, not overlapping. `titles` are what the page's head calls it:
  // they help to tell the headline from other headings.
  std::vector<StoryRegion> FindStories(const Page& page, const std::vector<std::string>& titles);

  // What a person should know of the prose that stands in none of `regions`; empty if that is
  // little. Parts that names or links tell apart (MarkLines) are no prose.
  std::string DescribeLoss(const Page& page, const std::vector<StoryRegion>& regions) const;

 private:
  void CollectPlaces();
  void CollectChildren();
  void WeighProse(const Page& page);
  void MarkKinds(Page& page, bool comments);
  std::optional<BlockKind> KindOf(const HtmlElement& element) const;
  std::optional<BlockKind> NamedKind(const HtmlElement& element) const;
  bool IsListOfLinks(const HtmlElement& element, text::Span place) const;
  bool HasLinks(text::Span place, uint32_t min_percent) const;
  bool LeavesText(text::Span place, BlockKind kind) const;

  uint32_t Prose(text::Span place) const { return prose_[place.end] - prose_[place.begin]; }
  uint32_t Linked(text::Span place) const { return linked_[place.end] - linked_[place.begin]; }
  uint32_t Printed(text::Span place) const { return printed_[place.end] - printed_[place.begin]; }

  struct Child {
    int element = kNoElement;
    uint32_t prose = 0;
    uint32_t left_out = 0;
  };

  std::vector<int> MarkedArticles() const;
  Child BestChild(int parent) const;
  int DensestElement() const;
  StoryRegion LinesOf(text::Span place, const Page& page) const;
  void TakeHeadline(const Page& page, size_t not_before, StoryRegion& region) const;
  void TakeCredits(const Page& page, size_t not_after, StoryRegion& region) const;
  bool IsHeadline(const PageLine& line, const Page& page) const;

  const PatternRules& rules_;
  const HtmlTree& tree_;
  const MarkedText& text_;
  std::vector<text::Span> places_;  // Of elements, in the text.
  std::vector<int> first_child_;    // Of element i at i + 1; of the page at 0.
  std::vector<int> next_sibling_;
  // Counts of characters before each place of the text: of prose, inside links, of any print.
  std::vector<uint32_t> prose_;
  std::vector<uint32_t> linked_;
  std::vector<uint32_t> link_begins_;
  std::vector<uint32_t> printed_;
  std::vector<std::u32string> titles_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_LAYOUT_H_
