// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_layout.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/ingest/markup/block_marks.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// An element with less prose is no story: a teaser or a comment.
constexpr uint32_t kMinStory = 60;
// Of several articles of a page those count that are not much shorter than the longest.
constexpr uint32_t kMaxLengthRatio = 8;
// A list of links has at least so many, and little besides.
constexpr uint32_t kMinLinks = 3;
constexpr uint32_t kMinLinkPercent = 70;
// The text of a page stands in the innermost element that holds this much of it.
constexpr uint32_t kMinCorePercent = 60;
// Where a page has columns, the story's is this many times longer than the next.
constexpr uint32_t kMinColumnRatio = 2;
// How far the headline may stand above the text, and credits below it.
constexpr size_t kMaxHeadLines = 40;
constexpr size_t kMaxHeadProse = 200;
constexpr size_t kMaxCreditLines = 6;
// Shorter titles are words that occur anywhere.
constexpr size_t kMinTitle = 4;

bool IsPrinted(char32_t c) { return !text::IsSpace(c) && !text::IsInvisible(c); }

// Letters and digits alone: headlines and titles differ in spaces and punctuation.
std::u32string Letters(std::u32string_view words) {
  std::u32string letters;
  for (const char32_t c : words) {
    if (IsPrinted(c) && !text::IsPunctuation(c)) letters.push_back(c);
  }
  return letters;
}

// relatedNews_list -> related-news-list
std::string NormalizedName(absl::string_view name) {
  std::string out;
  for (size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool word_begins = absl::ascii_isupper(c) && i > 0 &&
                             absl::ascii_islower(static_cast<unsigned char>(name[i - 1]));
    if (word_begins) out.push_back('-');
    out.push_back(c == '_' ? '-' : absl::ascii_tolower(c));
  }
  return out;
}

bool IsInlineText(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_B:
    case GUMBO_TAG_A:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
      return true;
    default:
      return false;
  }
}

bool MayBeListOfLinks(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TD:
      return true;
    default:
      return false;
  }
}

bool IsHidden(const HtmlElement& element) {
  if (HtmlTree::HasAttribute(element, "hidden")) return true;
  std::string style(HtmlTree::Attribute(element, "style"));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

std::vector<uint32_t> Sums(const std::vector<bool>& flags) {
  std::vector<uint32_t> sums(flags.size() + 1, 0);
  for (size_t i = 0; i < flags.size(); ++i) sums[i + 1] = sums[i] + (flags[i] ? 1 : 0);
  return sums;
}

}  // namespace

HtmlLayout::HtmlLayout(const PatternRules& rules, const HtmlTree& tree, const MarkedText& text)
    : rules_(rules), tree_(tree), text_(text) {
  CollectPlaces();
}

void HtmlLayout::CollectPlaces() {
  const std::vector<Span>& source = text_.source;
  const auto place_of = [&source](uint32_t position) {
    return static_cast<uint32_t>(
        std::lower_bound(source.begin(), source.end(), position,
                         [](const Span& from, uint32_t value) { return from.begin < value; }) -
        source.begin());
  };
  std::vector<bool> linked(source.size(), false);
  std::vector<bool> printed(source.size(), false);
  for (size_t i = 0; i < source.size(); ++i) printed[i] = IsPrinted(text_.text[i]);
  for (const HtmlElement& element : tree_.elements()) {
    const Span place{place_of(element.span.begin), place_of(element.span.end)};
    places_.push_back(place);
    if (element.tag != GUMBO_TAG_A || !HtmlTree::HasAttribute(element, "href")) continue;
    for (uint32_t i = place.begin; i < place.end; ++i) linked[i] = printed[i];
  }
  linked_ = Sums(linked);
  printed_ = Sums(printed);
}

void HtmlLayout::WeighProse(const Page& page) {
  std::vector<bool> prose(text_.text.size(), false);
  for (const PageLine& line : page.lines()) {
    if (line.role != LineRole::kProse) continue;
    for (uint32_t i = line.span.begin; i < line.span.end; ++i) {
      prose[i] = printed_[i + 1] > printed_[i] && linked_[i + 1] == linked_[i];
    }
  }
  prose_ = Sums(prose);
}

std::optional<BlockKind> HtmlLayout::NamedKind(const HtmlElement& element) const {
  for (const char* attribute : {"class", "id", "role"}) {
    const std::string_view names = HtmlTree::Attribute(element, attribute);
    for (const absl::string_view name :
         absl::StrSplit(base::AbslView(names), ' ', absl::SkipEmpty())) {
      const std::string key = NormalizedName(name);
      if (rules_.Match("comments", key) != nullptr) return BlockKind::kComments;
      if (rules_.Match("links", key) != nullptr) return BlockKind::kLinks;
      if (rules_.Match("furniture", key) != nullptr) return BlockKind::kFurniture;
      if (rules_.Match("caption", key) != nullptr) return BlockKind::kCaption;
    }
  }
  return std::nullopt;
}

bool HtmlLayout::IsListOfLinks(const HtmlElement& element, Span place) const {
  if (!MayBeListOfLinks(element.tag)) return false;
  const uint32_t printed = Printed(place);
  if (printed == 0 || Linked(place) * 100 < printed * kMinLinkPercent) return false;
  // Links are counted by where they begin: runs of linked characters that a break divides.
  uint32_t runs = 0;
  for (uint32_t i = place.begin; i < place.end; ++i) {
    const bool begins = linked_[i + 1] > linked_[i] && (i == 0 || linked_[i] == linked_[i - 1]);
    runs += begins ? 1 : 0;
  }
  return runs >= kMinLinks;
}

std::optional<BlockKind> HtmlLayout::KindOf(const HtmlElement& element) const {
  switch (element.tag) {
    case GUMBO_TAG_FIGCAPTION:
      return BlockKind::kCaption;
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
      return std::nullopt;
    case GUMBO_TAG_FOOTER:
      return BlockKind::kFurniture;
    default:
      break;
  }
  if (IsHidden(element)) return BlockKind::kFurniture;
  return NamedKind(element);
}

// True if the story can be outside of `place`: most text is, or enough for a story with many
// comments.
bool HtmlLayout::LeavesText(Span place, BlockKind kind) const {
  const uint32_t inside = Prose(place);
  const uint32_t outside = prose_.back() - inside;
  if (kind == BlockKind::kComments && outside >= kMinStory) return true;
  return inside == 0 || outside > inside;
}

void HtmlLayout::MarkLines(Page& page) {
  WeighProse(page);
  // What readers wrote may be longer than the story: it goes before anything is weighed by length.
  MarkKinds(page, /*comments=*/true);
  WeighProse(page);
  MarkKinds(page, /*comments=*/false);
  WeighProse(page);
}

void HtmlLayout::MarkKinds(Page& page, bool comments) {
  uint32_t marked_until = 0;
  for (size_t i = 0; i < places_.size(); ++i) {
    const HtmlElement& element = tree_.elements()[i];
    const Span place = places_[i];
    if (place.empty() || place.begin < marked_until) continue;
    std::optional<BlockKind> kind = KindOf(element);
    if (!kind && IsListOfLinks(element, place)) kind = BlockKind::kLinks;
    if (comments != (kind == BlockKind::kComments)) continue;
    if (kind && LeavesText(place, *kind)) {
      MarkBlock({place, *kind}, page);
      marked_until = place.end;
    } else if (element.tag == GUMBO_TAG_H1) {
      MarkBlock({place, BlockKind::kHeadline}, page);
    } else if (element.tag >= GUMBO_TAG_H2 && element.tag <= GUMBO_TAG_H6) {
      MarkBlock({place, BlockKind::kHeading}, page);
    }
  }
}

// Outermost elements that the page calls articles and that hold text.
std::vector<int> HtmlLayout::MarkedArticles() const {
  std::vector<int> articles;
  uint32_t longest = 0;
  uint32_t taken_until = 0;
  for (size_t i = 0; i < places_.size(); ++i) {
    const HtmlElement& element = tree_.elements()[i];
    if (places_[i].begin < taken_until || Prose(places_[i]) < kMinStory) continue;
    const std::string_view type = HtmlTree::Attribute(element, "itemtype");
    if (element.tag != GUMBO_TAG_ARTICLE && !type.ends_with("Article")) continue;
    articles.push_back(static_cast<int>(i));
    longest = std::max(longest, Prose(places_[i]));
    taken_until = places_[i].end;
  }
  std::erase_if(articles, [&](int i) {
    return Prose(places_[static_cast<size_t>(i)]) * kMaxLengthRatio < longest;
  });
  // A story beside the elements that the page calls articles: they are its teasers.
  uint32_t inside = 0;
  for (const int i : articles) inside += Prose(places_[static_cast<size_t>(i)]);
  if (inside * 2 < prose_.back()) articles.clear();
  return articles;
}

// The child of `parent` with most of the prose, and how much the next has.
HtmlLayout::Child HtmlLayout::BestChild(int parent) const {
  Child best;
  for (auto i = static_cast<size_t>(parent) + 1; i < places_.size(); ++i) {
    if (tree_.elements()[i].parent < parent) break;  // Elements stand in the order of their tags.
    if (tree_.elements()[i].parent != parent) continue;
    const uint32_t prose = Prose(places_[i]);
    if (prose > best.prose) {
      best = {static_cast<int>(i), prose, best.prose};
    } else {
      best.next_prose = std::max(best.next_prose, prose);
    }
  }
  return best;
}

// The innermost element with most of the prose; kNoElement if there is no prose.
int HtmlLayout::DensestElement() const {
  if (prose_.back() == 0) return kNoElement;
  int core = kNoElement;
  uint32_t core_prose = prose_.back();
  while (true) {
    const Child best = BestChild(core);
    if (best.element == kNoElement) return core;
    if (IsInlineText(tree_.elements()[static_cast<size_t>(best.element)].tag)) return core;
    const bool holds_most = best.prose * 100 >= core_prose * kMinCorePercent;
    const bool main_column = best.prose >= kMinStory &&
                             best.prose * 100 >= core_prose * (kMinCorePercent / 2) &&
                             best.prose >= best.next_prose * kMinColumnRatio;
    if (!holds_most && !main_column) return core;
    core = best.element;
    core_prose = best.prose;
  }
}

StoryRegion HtmlLayout::LinesOf(Span place, const Page& page) const {
  const std::vector<PageLine>& lines = page.lines();
  const auto begins_before = [](const PageLine& line, uint32_t position) {
    return line.span.begin < position;
  };
  const auto first = std::lower_bound(lines.begin(), lines.end(), place.begin, begins_before);
  const auto last = std::lower_bound(first, lines.end(), place.end, begins_before);
  return {static_cast<size_t>(first - lines.begin()), static_cast<size_t>(last - lines.begin()),
          false};
}

bool HtmlLayout::IsHeadline(const PageLine& line, const Page& page) const {
  if (line.role != LineRole::kHeading && line.role != LineRole::kLabel) return false;
  const std::u32string words = Letters(page.Text(line.span));
  return words.size() >= kMinTitle &&
         std::any_of(titles_.begin(), titles_.end(),
                     [&words](const std::u32string& title) { return title.starts_with(words); });
}

// Moves the beginning of a region up or down to the story's headline.
void HtmlLayout::TakeHeadline(const Page& page, size_t not_before, StoryRegion& region) const {
  const std::vector<PageLine>& lines = page.lines();
  size_t prose = 0;
  size_t text = region.first;
  while (text < region.last && lines[text].role != LineRole::kProse) ++text;
  std::optional<size_t> named;
  std::optional<size_t> marked;
  for (size_t i = text; i > not_before && text - i <= kMaxHeadLines; --i) {
    const PageLine& line = lines[i - 1];
    if (line.role == LineRole::kProse) prose += line.span.size();
    if (prose > kMaxHeadProse) break;
    if (!named && IsHeadline(line, page)) named = i - 1;
    if (!marked && line.headline && line.role == LineRole::kHeading) marked = i - 1;
  }
  if (named || marked) region.first = named.value_or(marked.value_or(region.first));
}

// Editors and reporters are often named right below the element of the text.
void HtmlLayout::TakeCredits(const Page& page, size_t not_after, StoryRegion& region) const {
  const size_t end = std::min(not_after, region.last + kMaxCreditLines);
  for (size_t i = region.last; i < end; ++i) {
    const PageLine& line = page.lines()[i];
    if (line.role == LineRole::kProse || line.role == LineRole::kTail) return;
    const bool names = !line.credits.editors.empty() || !line.credits.authors.empty();
    if (names && (line.role == LineRole::kByline || line.role == LineRole::kCredit)) {
      region.last = i + 1;
    }
  }
}

std::vector<StoryRegion> HtmlLayout::FindStories(const Page& page,
                                                 const std::vector<std::string>& titles) {
  for (const std::string& title : titles) titles_.push_back(Letters(text::DecodeUtf8(title)));
  std::vector<StoryRegion> regions;
  for (const int article : MarkedArticles()) {
    regions.push_back(LinesOf(places_[static_cast<size_t>(article)], page));
    regions.back().whole = true;
  }
  if (regions.empty()) {
    const int core = DensestElement();
    regions.push_back(core == kNoElement ? StoryRegion{0, page.lines().size(), false}
                                         : LinesOf(places_[static_cast<size_t>(core)], page));
  }
  for (size_t i = 0; i < regions.size(); ++i) {
    TakeHeadline(page, i == 0 ? 0 : regions[i - 1].last, regions[i]);
    TakeCredits(page, i + 1 < regions.size() ? regions[i + 1].first : page.lines().size(),
                regions[i]);
  }
  return regions;
}

}  // namespace yinzheng::ingest
