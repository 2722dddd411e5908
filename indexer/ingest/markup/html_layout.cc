// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_layout.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/ingest/letters.h"
#include "indexer/ingest/markup/block_marks.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Where the first child of `parent` is kept; kNoElement, the page itself, comes first.
size_t SlotOf(int parent) {
  const int slot = parent - kNoElement;
  return static_cast<size_t>(slot);
}

// An element with less prose is no story: a teaser or a comment.
constexpr uint32_t kMinStory = 60;
// Of several articles of a page those count that are not much shorter than the longest.
constexpr uint32_t kMaxLengthRatio = 8;
// A list of links has at least so many, and little besides.
constexpr uint32_t kMinLinks = 3;
constexpr uint32_t kMinLinkPercent = 70;
// Teasers of other stories hold at least kMinLinks links and this much linked text.
constexpr uint32_t kMinTeaserPercent = 15;
// What readers wrote may be this many times longer than the story.
constexpr uint32_t kMaxCommentRatio = 4;
// Articles that the page marks hold at least this much of its prose, or they are its teasers.
constexpr uint32_t kMinMarkedPercent = 75;
// Prose that is left out is reported from this share of the page's on.
constexpr uint32_t kMinReportedPercent = 10;
// How far the headline may stand above the text, and credits below it.
constexpr size_t kMaxHeadLines = 40;
constexpr size_t kMaxHeadProse = 200;
constexpr size_t kMaxCreditLines = 6;
// Shorter titles are words that occur anywhere.
constexpr size_t kMinTitle = 4;

bool IsPrinted(char32_t c) { return !text::IsSpace(c) && !text::IsInvisible(c); }

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

// Elements that lay a page out; others (paragraphs, quotes, lists, rows) are parts of a text.
bool IsContainer(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
      return true;
    default:
      return false;
  }
}

// What the page itself says is the story.
bool IsMarkedArticle(const HtmlElement& element) {
  const std::string_view type = HtmlTree::Attribute(element, "itemtype");
  return element.tag == GUMBO_TAG_ARTICLE || type.ends_with("Article");
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
  CollectChildren();
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
  std::vector<bool> begins(linked.size(), false);
  for (size_t i = 0; i < linked.size(); ++i) begins[i] = linked[i] && (i == 0 || !linked[i - 1]);
  linked_ = Sums(linked);
  link_begins_ = Sums(begins);
  printed_ = Sums(printed);
}

// Children by their parents, so that walking down a deep page stays linear.
void HtmlLayout::CollectChildren() {
  const std::vector<HtmlElement>& elements = tree_.elements();
  first_child_.assign(elements.size() + 1, kNoElement);
  next_sibling_.assign(elements.size(), kNoElement);
  for (size_t i = elements.size(); i > 0; --i) {
    int& first = first_child_[SlotOf(elements[i - 1].parent)];
    next_sibling_[i - 1] = first;
    first = static_cast<int>(i - 1);
  }
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
      if (rules_.Match("content", key) != nullptr) continue;
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
  return HasLinks(place, kMinLinkPercent);
}

// Links are counted by where they begin: runs of linked characters that a break divides.
bool HtmlLayout::HasLinks(Span place, uint32_t min_percent) const {
  const uint32_t printed = Printed(place);
  const uint32_t links = link_begins_[place.end] - link_begins_[place.begin];
  return printed > 0 && links >= kMinLinks &&
         uint64_t{Linked(place)} * 100 >= uint64_t{printed} * min_percent;
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
  // Content systems write sections and key words of a story into the names of its element.
  const bool story = element.tag == GUMBO_TAG_MAIN || IsMarkedArticle(element) ||
                     HtmlTree::Attribute(element, "itemprop") == "articleBody";
  return story ? std::nullopt : NamedKind(element);
}

// True if the story can be outside of `place`: most text is, or enough for a story with many
// comments (a reply to a letter may be the story itself).
bool HtmlLayout::LeavesText(Span place, BlockKind kind) const {
  const uint32_t inside = Prose(place);
  const uint32_t outside = prose_.back() - inside;
  const bool many_comments = outside >= kMinStory && outside >= inside / kMaxCommentRatio;
  if (kind == BlockKind::kComments && many_comments) return true;
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
    if (!IsMarkedArticle(element)) continue;
    articles.push_back(static_cast<int>(i));
    longest = std::max(longest, Prose(places_[i]));
    taken_until = places_[i].end;
  }
  std::erase_if(articles, [&](int i) {
    return Prose(places_[static_cast<size_t>(i)]) * kMaxLengthRatio < longest;
  });
  // A story beside the elements that the page calls articles: they are its teasers.
  uint64_t inside = 0;
  for (const int i : articles) inside += Prose(places_[static_cast<size_t>(i)]);
  if (inside * 100 < uint64_t{prose_.back()} * kMinMarkedPercent) articles.clear();
  return articles;
}

// The child of `parent` with most of the prose, and how much its siblings take away from the story:
// all prose of `parent` outside of it, but for teasers.
HtmlLayout::Child HtmlLayout::BestChild(int parent) const {
  Child best;
  uint32_t teasers = 0;
  for (int i = first_child_[SlotOf(parent)]; i != kNoElement;
       i = next_sibling_[static_cast<size_t>(i)]) {
    const Span place = places_[static_cast<size_t>(i)];
    if (HasLinks(place, kMinTeaserPercent)) teasers += Prose(place);
    if (best.element != kNoElement && Prose(place) <= best.prose) continue;
    best.element = i;
    best.prose = Prose(place);
  }
  if (best.element == kNoElement) return best;
  const uint32_t all =
      parent == kNoElement ? prose_.back() : Prose(places_[static_cast<size_t>(parent)]);
  const bool is_teaser = HasLinks(places_[static_cast<size_t>(best.element)], kMinTeaserPercent);
  const uint32_t rest = all - std::min(all, best.prose);
  best.left_out = rest - std::min(rest, teasers - (is_teaser ? best.prose : 0));
  return best;
}

// The innermost element that holds the prose: on the whole way down to it less than a story's is
// left out, and little of a short page. kNoElement if there is no prose.
int HtmlLayout::DensestElement() const {
  if (prose_.back() == 0) return kNoElement;
  int core = kNoElement;
  uint32_t left_out = 0;
  while (true) {
    const Child best = BestChild(core);
    if (best.element == kNoElement || best.prose == 0) return core;
    if (!IsContainer(tree_.elements()[static_cast<size_t>(best.element)].tag)) return core;
    left_out += best.left_out;
    const bool much = uint64_t{left_out} * 100 >= uint64_t{prose_.back()} * kMinReportedPercent;
    if (left_out >= kMinStory || (left_out > 0 && much)) return core;
    core = best.element;
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

std::string HtmlLayout::DescribeLoss(const Page& page,
                                     const std::vector<StoryRegion>& regions) const {
  uint32_t taken = 0;
  for (const StoryRegion& region : regions) {
    for (size_t i = region.first; i < region.last; ++i) taken += Prose(page.lines()[i].span);
  }
  const uint64_t all = prose_.back();
  const uint64_t lost = all - std::min<uint64_t>(all, taken);
  if (lost < kMinStory || lost * 100 < all * kMinReportedPercent) return "";
  return absl::StrCat(
      lost, " of the ", all,
      " characters of the page's prose stand outside of its story and are left out");
}

}  // namespace yinzheng::ingest
