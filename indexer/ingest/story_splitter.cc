// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/story_splitter.h"

#include <algorithm>
#include <optional>

namespace yinzheng::ingest {
namespace {

// Less text between two bylines is a lead, not a story.
constexpr size_t kMinStory = 100;
// A heading of at most this length above or below a longer one is the label of a section.
constexpr size_t kMaxLabel = 6;
constexpr size_t kMinHeadlineOverLabel = 8;
// A headline has at most this many lines.
constexpr int kMaxHeadlines = 5;
// So many headings at the end of a page are a list of links, longer ones alone are text cut short.
constexpr size_t kMinLinks = 3;
constexpr size_t kMaxLooseHeading = 20;
// Links are shorter than paragraphs.
constexpr size_t kMinParagraph = 60;

bool IsProse(const PageLine& line) { return line.role == LineRole::kProse; }
// Entries of a list are no headlines.
bool IsHeading(const PageLine& line) { return line.role == LineRole::kHeading && !line.bulleted; }
bool IsTail(const PageLine& line) {
  return line.role == LineRole::kTail || line.role == LineRole::kSoftTail;
}

// Lines that may stand between the parts of a head without meaning anything.
bool IsPassedOver(const PageLine& line) {
  return line.role == LineRole::kBlank || line.role == LineRole::kLabel ||
         line.role == LineRole::kCaption || line.role == LineRole::kFurniture ||
         line.role == LineRole::kLinks;
}

class Splitter {
 public:
  Splitter(const CreditReader& credits, Page& page) : credits_(credits), lines_(page.lines()) {}

  std::vector<StoryLines> Split() {
    first_prose_ = NextProse(0);
    ForgetTailsAboveText();
    std::vector<size_t> starts = FindStarts();
    std::vector<StoryLines> stories;
    for (size_t i = 0; i < starts.size(); ++i) {
      const size_t end = i + 1 < starts.size() ? starts[i + 1] : lines_.size();
      const StoryLines story = Trim(starts[i], end);
      if (story.first < story.last) stories.push_back(story);
    }
    return stories;
  }

 private:
  size_t NextProse(size_t from) const {
    while (from < lines_.size() && !IsProse(lines_[from])) ++from;
    return from;
  }

  size_t ProseSize(size_t from, size_t to) const {
    size_t size = 0;
    for (size_t i = from; i < to; ++i) size += IsProse(lines_[i]) ? lines_[i].span.size() : 0;
    return size;
  }

  // The neighbouring line that means something; nothing past the ends of the page.
  const PageLine* Neighbour(size_t line, bool after) const {
    for (size_t i = line; after ? i + 1 < lines_.size() : i > 0;) {
      i = after ? i + 1 : i - 1;
      if (!IsPassedOver(lines_[i])) return &lines_[i];
    }
    return nullptr;
  }

  // A list of links above nearly all the text is part of the page's top, not the end of a story.
  void ForgetTailsAboveText() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (IsTail(lines_[i]) && ProseSize(0, i) * 3 < PlainParagraphs(i, lines_.size())) {
        lines_[i].role = LineRole::kFurniture;
      }
    }
  }

  // Text of paragraphs that are no entries of a list.
  size_t PlainParagraphs(size_t from, size_t to) const {
    size_t size = 0;
    bool under_bullet = false;
    for (size_t i = from; i < to; ++i) {
      const PageLine& line = lines_[i];
      if (line.role == LineRole::kBlank) continue;
      if (IsTail(line)) break;
      if (line.bulleted) {
        under_bullet = true;
      } else if (!line.indented) {
        under_bullet = false;
      }
      if (!under_bullet && IsProse(line) && line.span.size() >= kMinParagraph) {
        size += line.span.size();
      }
    }
    return size;
  }

  bool OpensReport(size_t line) const { return credits_.ReadLead(lines_[line].keyed->key()).found; }

  // True if the byline at `line` stands above the text that it is for.
  bool IsHeadByline(size_t line) const {
    const PageLine* above = Neighbour(line, /*after=*/false);
    const PageLine* below = Neighbour(line, /*after=*/true);
    if (below == nullptr || IsTail(*below)) return false;
    if (NextProse(line) == lines_.size()) return false;
    if (above == nullptr || IsHeading(*above)) return true;
    const bool page_has_heads = ProseSize(0, first_byline_) == 0;
    return page_has_heads && (IsProse(*below) || IsHeading(*below));
  }

  // True if a story ends with the byline at `line` and another begins below it.
  bool IsTailBylineBeforeStory(size_t line) const {
    const PageLine* above = Neighbour(line, /*after=*/false);
    const PageLine* below = Neighbour(line, /*after=*/true);
    return above != nullptr && below != nullptr && IsProse(*above) && IsHeading(*below) &&
           ProseSize(0, first_byline_) > 0 && ProseSize(line, lines_.size()) >= kMinStory;
  }

  bool IsCreditUnderHeadline(size_t line) const {
    const PageLine* above = Neighbour(line, /*after=*/false);
    const PageLine* below = Neighbour(line, /*after=*/true);
    const Credits& credits = lines_[line].credits;
    return above != nullptr && IsHeading(*above) && below != nullptr && IsProse(*below) &&
           (!credits.dates.empty() || !credits.outlets.empty());
  }

  bool IsReportUnderHeadline(size_t line) const {
    const PageLine* above = Neighbour(line, /*after=*/false);
    return above != nullptr && IsHeading(*above) && OpensReport(line);
  }

  // Where the head that `anchor` belongs to begins: its headlines, without labels above them.
  size_t HeadStart(size_t anchor, size_t not_before) const {
    size_t first = anchor;
    int headings = 0;
    for (size_t i = anchor; i > not_before; --i) {
      const PageLine& line = lines_[i - 1];
      if (IsProse(line) || IsTail(line) || line.role == LineRole::kNote) break;
      if (line.role == LineRole::kByline && headings > 0) break;
      if (!IsHeading(line)) continue;
      if (++headings > kMaxHeadlines) break;
      first = i - 1;
    }
    return SkipLabels(first, anchor);
  }

  // Past short headings that stand alone above a longer one.
  size_t SkipLabels(size_t first, size_t anchor) const {
    while (first < anchor && (!IsHeading(lines_[first]) ||
                              (IsShort(lines_[first]) && HasLongHeading(first + 1, anchor)))) {
      ++first;
    }
    return first;
  }

  static bool IsShort(const PageLine& line) {
    return line.span.size() <= kMaxLabel && !line.headline;
  }

  bool HasLongHeading(size_t from, size_t to) const {
    for (size_t i = from; i < to && i < lines_.size(); ++i) {
      if (IsHeading(lines_[i]) && lines_[i].span.size() >= kMinHeadlineOverLabel) return true;
    }
    return false;
  }

  // The lines that show where a story's text begins, and where the story does.
  std::vector<size_t> FindStarts() {
    first_byline_ = 0;
    while (first_byline_ < lines_.size() && lines_[first_byline_].role != LineRole::kByline) {
      ++first_byline_;
    }
    std::vector<size_t> starts = {FirstStart()};
    for (size_t i = std::max(first_prose_, starts.back()); i < lines_.size(); ++i) {
      if (ProseSize(starts.back(), i) < kMinStory) continue;
      if (const std::optional<size_t> start = StartAt(i, starts.back())) starts.push_back(*start);
    }
    return starts;
  }

  std::optional<size_t> StartAt(size_t line, size_t not_before) const {
    switch (lines_[line].role) {
      case LineRole::kByline:
        if (IsHeadByline(line)) return HeadStart(line, not_before);
        if (IsTailBylineBeforeStory(line)) return NextHeading(line);
        return std::nullopt;
      case LineRole::kCredit:
        if (IsCreditUnderHeadline(line)) return HeadStart(line, not_before);
        return std::nullopt;
      case LineRole::kProse:
        if (IsReportUnderHeadline(line)) return HeadStart(line, not_before);
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  size_t NextHeading(size_t line) const {
    while (line < lines_.size() && !IsHeading(lines_[line])) ++line;
    return line;
  }

  // The first story: its headlines if the page prints them, else its byline or first text.
  size_t FirstStart() const {
    size_t after_note = 0;
    for (size_t i = 0; i < first_prose_; ++i) {
      if (lines_[i].role == LineRole::kNote) after_note = i + 1;
    }
    const bool byline_on_top = first_byline_ < first_prose_;
    const size_t anchor = byline_on_top ? first_byline_ : first_prose_;
    const size_t heading = SkipLabels(FirstHeading(after_note, anchor), anchor);
    return std::min(heading, anchor);
  }

  size_t FirstHeading(size_t from, size_t to) const {
    while (from < to && !IsHeading(lines_[from])) ++from;
    return from;
  }

  // Cuts links, notices and furniture off the end.
  StoryLines Trim(size_t first, size_t end) const {
    StoryLines story{first, std::min(NextProse(first), end), end};
    for (size_t i = story.text; i < end; ++i) {
      if (EndsStory(i, end)) {
        story.last = i;
        break;
      }
    }
    const bool list = TrailingHeadings(story) >= kMinLinks;
    // A page without a sentence is a table or a list: its headings are all it has.
    const bool has_text = first_prose_ < lines_.size();
    while (story.last > story.first && IsLooseEnd(lines_[story.last - 1], list) &&
           (has_text || !IsHeading(lines_[story.last - 1]))) {
      --story.last;
    }
    story.text = std::min(story.text, story.last);
    return story;
  }

  bool EndsStory(size_t line, size_t end) const {
    if (lines_[line].role == LineRole::kTail) return true;
    return lines_[line].role == LineRole::kSoftTail && PlainParagraphs(line + 1, end) == 0;
  }

  size_t TrailingHeadings(const StoryLines& story) const {
    size_t headings = 0;
    for (size_t i = story.last; i > story.text; --i) {
      const PageLine& line = lines_[i - 1];
      if (line.role == LineRole::kHeading) ++headings;
      if (line.role != LineRole::kHeading && !IsPassedOver(line)) break;
    }
    return headings;
  }

  // A last line without a full stop may be text, several are links.
  static bool IsLooseEnd(const PageLine& line, bool list) {
    if (line.role == LineRole::kHeading) return list || line.span.size() <= kMaxLooseHeading;
    return line.role == LineRole::kBlank || line.role == LineRole::kFurniture ||
           line.role == LineRole::kLabel || line.role == LineRole::kNote ||
           line.role == LineRole::kLinks;
  }

  const CreditReader& credits_;
  std::vector<PageLine>& lines_;
  size_t first_prose_ = 0;
  size_t first_byline_ = 0;
};

// Short headings in a head that has a longer one are labels, wherever they stand in it.
void MarkLabels(const StoryLines& story, std::vector<PageLine>& lines) {
  const auto is_long = [](const PageLine& line) {
    return IsHeading(line) && line.span.size() >= kMinHeadlineOverLabel;
  };
  const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(story.first);
  const auto end = lines.begin() + static_cast<std::ptrdiff_t>(story.text);
  if (std::none_of(begin, end, is_long)) return;
  for (auto line = begin; line != end; ++line) {
    if (line->headline) continue;
    if (IsHeading(*line) && line->span.size() <= kMaxLabel) line->role = LineRole::kLabel;
  }
}

}  // namespace

std::vector<StoryLines> SplitStories(const CreditReader& credits, Page& page) {
  std::vector<StoryLines> stories = Splitter(credits, page).Split();
  for (const StoryLines& story : stories) {
    // Without a sentence there is no head: short lines are cells of a table.
    if (story.text < story.last) MarkLabels(story, page.lines());
  }
  return stories;
}

StoryLines WholePage(const Page& page) {
  StoryLines story{0, 0, page.lines().size()};
  while (story.text < story.last && !IsProse(page.lines()[story.text])) ++story.text;
  return story;
}

}  // namespace yinzheng::ingest
