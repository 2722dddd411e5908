// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/mask_finder.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "indexer/ingest/letters.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// A repeated line of fewer letters is a coincidence, of more a paragraph.
constexpr size_t kMinPullQuote = 10;
constexpr size_t kMaxPullQuote = 200;
// Longer records are no articles; comparing all their lines with each other would take too long.
constexpr size_t kMaxComparedLines = 2000;
// How much of a cut headline must remain to know its whole.
constexpr size_t kMinCutHeadline = 6;

std::u32string LettersOf(const PageLine& line) { return Letters(line.keyed->code_points()); }

bool EndsCut(const PageLine& line) {
  const std::string& key = line.keyed->key();
  return key.ends_with("...") || key.ends_with("…");
}

bool IsQuotedOrClosed(std::u32string_view words) {
  return text::IsOpeningQuote(words.front()) || text::IsSentenceEnd(words.back()) ||
         text::IsClosingQuote(words.back());
}

class MaskFinder {
 public:
  MaskFinder(const Page& page, const StoryLines& story)
      : page_(page), lines_(page.lines()), story_(story) {}

  std::vector<FoundMask> Find() {
    CollectLetters();
    for (size_t i = story_.first; i < story_.last; ++i) {
      if (lines_[i].role != LineRole::kBlank) Add(KindOf(i), lines_[i].span);
    }
    return std::move(masks_);
  }

 private:
  void CollectLetters() {
    letters_.resize(story_.last - story_.first);
    if (letters_.size() > kMaxComparedLines) return;
    for (size_t i = story_.first; i < story_.last; ++i) {
      begin_of_.push_back(all_letters_.size());
      if (lines_[i].role == LineRole::kProse) letters_[i - story_.first] = LettersOf(lines_[i]);
      all_letters_ += letters_[i - story_.first];
    }
  }

  v1::MaskKind KindOf(size_t i) const {
    switch (lines_[i].role) {
      case LineRole::kCaption:
        return v1::MASK_KIND_CAPTION;
      case LineRole::kLabel:
        return v1::MASK_KIND_LABEL;
      case LineRole::kFurniture:
        return v1::MASK_KIND_PAGE_FURNITURE;
      case LineRole::kNote:
        return v1::MASK_KIND_EDITORS_NOTE;
      case LineRole::kTail:
      case LineRole::kLinks:
        return v1::MASK_KIND_RELATED_LINKS;
      case LineRole::kProse:
        if (IsPullQuote(i)) return v1::MASK_KIND_PULL_QUOTE;
        return IsCutHeadline(i) ? v1::MASK_KIND_PAGE_FURNITURE : v1::MASK_KIND_UNSPECIFIED;
      case LineRole::kHeading:
        return IsCutHeadline(i) ? v1::MASK_KIND_PAGE_FURNITURE : v1::MASK_KIND_UNSPECIFIED;
      default:
        return v1::MASK_KIND_UNSPECIFIED;
    }
  }

  // A short paragraph whose words all stand in the rest of the story, in one line or over the
  // break between two; of two equal ones the later.
  bool IsPullQuote(size_t i) const {
    const size_t index = i - story_.first;
    const std::u32string& own = letters_[index];
    if (own.size() < kMinPullQuote || own.size() > kMaxPullQuote) return false;
    if (!IsQuotedOrClosed(page_.Text(lines_[i].span))) return false;
    const size_t begin = begin_of_[index];
    for (size_t at = all_letters_.find(own); at != std::u32string::npos;
         at = all_letters_.find(own, at + 1)) {
      if (at + own.size() <= begin) return true;
      if (at >= begin + own.size() && !IsWholeLine(at, own.size())) return true;
    }
    return false;
  }

  // Lines without letters begin where the next one with letters does: the last of them counts.
  bool IsWholeLine(size_t begin, size_t size) const {
    const auto line = std::prev(std::upper_bound(begin_of_.begin(), begin_of_.end(), begin));
    return *line == begin && letters_[static_cast<size_t>(line - begin_of_.begin())].size() == size;
  }

  bool IsCutHeadline(size_t i) const {
    if (i >= story_.text) return false;
    for (size_t other = i + 1; other < story_.text; ++other) {
      if (lines_[other].role == LineRole::kHeading && IsCutCopy(lines_[i], lines_[other])) {
        return true;
      }
    }
    return false;
  }

  // Only white space between two masks of a kind: one mask.
  void Add(v1::MaskKind kind, Span span) {
    if (kind == v1::MASK_KIND_UNSPECIFIED) {
      joins_ = false;
      return;
    }
    if (joins_ && masks_.back().kind == kind) {
      masks_.back().span.end = span.end;
    } else {
      masks_.push_back({kind, span});
    }
    joins_ = true;
  }

  const Page& page_;
  const std::vector<PageLine>& lines_;
  const StoryLines& story_;
  std::vector<std::u32string> letters_;
  std::u32string all_letters_;    // letters_ one after the other.
  std::vector<size_t> begin_of_;  // Where in all_letters_ each line begins.
  std::vector<FoundMask> masks_;
  bool joins_ = false;
};

}  // namespace

bool IsCutCopy(const PageLine& line, const PageLine& whole) {
  const std::u32string own = LettersOf(line);
  const std::u32string other = LettersOf(whole);
  if (own == other) return true;
  return EndsCut(line) && own.size() >= kMinCutHeadline && other.starts_with(own);
}

std::vector<FoundMask> FindMasks(const Page& page, const StoryLines& story) {
  return MaskFinder(page, story).Find();
}

}  // namespace yinzheng::ingest
