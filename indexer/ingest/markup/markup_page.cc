// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/markup_page.h"

#include <algorithm>

#include "indexer/base/status_macros.h"
#include "indexer/ingest/markup/block_marks.h"
#include "indexer/ingest/markup/html_fields.h"
#include "indexer/ingest/markup/html_layout.h"
#include "indexer/ingest/markup/html_text.h"
#include "indexer/ingest/markup/html_tree.h"
#include "indexer/ingest/markup/markdown_text.h"
#include "indexer/ingest/source_text.h"

namespace yinzheng::ingest {
namespace {

// Elements that keep line ends hold a page's text if they hold this much of the file's text.
constexpr size_t kMinLinesPercent = 40;

bool KeepsLines(const HtmlElement& element) {
  if (element.tag == GUMBO_TAG_PRE) return true;
  return HtmlTree::Attribute(element, "style").find("pre-wrap") != std::string_view::npos ||
         HtmlTree::Attribute(element, "style").find("pre-line") != std::string_view::npos;
}

// Whether most of the text stands where line ends are printed.
bool IsPrintedInLines(const HtmlTree& tree, const MarkedText& text) {
  size_t inside = 0;
  uint32_t counted_until = 0;
  for (const HtmlElement& element : tree.elements()) {
    if (element.span.begin < counted_until || !KeepsLines(element)) continue;
    counted_until = element.span.end;
    const auto begins_before = [](const text::Span& from, uint32_t place) {
      return from.begin < place;
    };
    const auto begin =
        std::lower_bound(text.source.begin(), text.source.end(), element.span.begin, begins_before);
    const auto end = std::lower_bound(begin, text.source.end(), element.span.end, begins_before);
    inside += static_cast<size_t>(end - begin);
  }
  return inside * 100 >= text.text.size() * kMinLinesPercent && inside > 0;
}

std::vector<std::string> Titles(const PageFields& fields) {
  std::vector<std::string> titles = {fields.document_title, fields.page.title};
  for (const StoryFields& story : fields.stories) titles.push_back(story.title);
  return titles;
}

MarkupPage MakePage(MarkedText text, std::string_view extractor, const PageReader& pages) {
  auto kept = std::make_unique<const MarkedText>(std::move(text));
  Page page = pages.Read(kept->text);
  return {std::move(kept), std::move(page), {}, {}, std::string(extractor), {}};
}

}  // namespace

absl::StatusOr<std::unique_ptr<MarkupReader>> MarkupReader::Create(const PageReader& pages) {
  YZ_ASSIGN_OR_RETURN(PatternRules rules, PatternRules::Load("html_rules.tsv"));
  return std::make_unique<MarkupReader>(std::move(rules), pages);
}

MarkupPage MarkupReader::ReadHtml(std::u32string_view html) const {
  MarkedText text = ReadHtmlText(html, HtmlSpace::kCollapsed);
  const absl::StatusOr<std::unique_ptr<HtmlTree>> tree = HtmlTree::Parse(html);
  if (!tree.ok()) {
    MarkupPage read = MakePage(std::move(text), kHtmlExtractor, pages_);
    read.regions.push_back({0, read.page.lines().size(), false});
    read.warnings.emplace_back(tree.status().message());
    return read;
  }
  const bool lines = IsPrintedInLines(**tree, text);
  if (lines) text = ReadHtmlText(html, HtmlSpace::kLines);
  MarkupPage read = MakePage(std::move(text), lines ? kHtmlLinesExtractor : kHtmlExtractor, pages_);
  read.fields = ReadHtmlFields(**tree);
  HtmlLayout layout(rules_, **tree, *read.text);
  layout.MarkLines(read.page);
  read.regions = layout.FindStories(read.page, Titles(read.fields));
  std::string loss = layout.DescribeLoss(read.page, read.regions);
  if (!loss.empty()) read.warnings.push_back(std::move(loss));
  return read;
}

MarkupPage MarkupReader::ReadMarkdown(std::u32string_view markdown) const {
  MarkdownText text = ingest::ReadMarkdown(markdown);
  const auto headlines =
      std::count_if(text.blocks.begin(), text.blocks.end(),
                    [](const MarkedBlock& block) { return block.kind == BlockKind::kHeadline; });
  const bool whole = headlines == 1 || !text.fields.page.title.empty();
  MarkupPage read = MakePage(std::move(text.text), kMarkdownExtractor, pages_);
  for (const MarkedBlock& block : text.blocks) MarkBlock(block, read.page);
  read.regions.push_back({0, read.page.lines().size(), whole});
  read.fields = std::move(text.fields);
  return read;
}

}  // namespace yinzheng::ingest
