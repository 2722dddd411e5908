// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/line_joiner.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>

#include "indexer/text/unicode.h"

namespace yinzheng::text::internal {
namespace {

// Characters. Before the first prose everything without an end mark is a headline; further down a
// long line with a comma is more often a sentence that the page broke.
constexpr size_t kLongestHeadline = 120;
constexpr size_t kLongestHeading = 60;
constexpr size_t kShortestProse = 25;  // Shorter lines are more often labels than broken sentences.

constexpr size_t kLongestTail = 400;

// Columns of a line of hard-wrapped text, a Chinese character counting two.
constexpr uint32_t kNarrowestWrap = 30;
constexpr uint32_t kWidestWrap = 120;
constexpr uint32_t kWrapSlack =
    6;  // Words, numbers and marks that may not begin a line shorten one by this.

bool IsEndOrCloser(char32_t c) {
  return IsSentenceEnd(c) || IsClosingQuote(c) || IsClosingBracket(c) || IsClauseEnd(c);
}

bool Contains(std::u32string_view text, bool (*is)(char32_t)) {
  return std::any_of(text.begin(), text.end(), is);
}

bool IsComma(char32_t c) { return c == U',' || c == U'，' || c == U'、'; }

// A comma or an enumeration comma: the sentence goes on, whatever the line looks like.
bool EndsInComma(std::u32string_view text) { return IsComma(text.back()); }

bool IsBullet(char32_t c) {
  constexpr std::u32string_view kBullets = U"•●■◆▲★◎○□◇△☆·※▶►➤-*#|>【[";
  return kBullets.find(c) != std::u32string_view::npos;
}

// 一、 (二) 3. and the like.
bool IsNumbered(std::u32string_view line) {
  constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
  size_t i = IsOpeningBracket(line.front()) || line.front() == U'第' ? 1 : 0;
  const size_t begin = i;
  while (i < line.size() && (IsDigit(line[i]) || kNumerals.find(line[i]) != kNumerals.npos)) ++i;
  return i > begin && i < line.size() &&
         (line[i] == U'、' || line[i] == U'.' || IsClosingBracket(line[i]));
}

// True if a line can be the rest of a sentence.
bool MayContinue(std::u32string_view line, bool indented) {
  return !indented && !IsBullet(line.front());
}

bool BeginsInsideSentence(std::u32string_view line) {
  const char32_t first = line.front();
  return first == U'、' || first == U'。' || IsClauseEnd(first) || IsClosingBracket(first) ||
         IsClosingQuote(first);
}

// True if `paragraph` is prose that stops in the middle of a sentence.
bool IsBrokenOff(std::u32string_view paragraph, bool opens_article) {
  if (IsEndOrCloser(paragraph.back()) && !EndsInComma(paragraph)) return false;
  if (EndsInComma(paragraph)) return true;
  if (paragraph.size() <= kShortestProse || IsHeading(paragraph, opens_article)) return false;
  return Contains(paragraph,
                  [](char32_t c) { return IsSentenceEnd(c) || IsClauseEnd(c) || c == U'、'; });
}

uint32_t Columns(std::u32string_view line) {
  return std::accumulate(line.begin(), line.end(), uint32_t{0},
                         [](uint32_t sum, char32_t c) { return sum + (c < 0x2E80 ? 1 : 2); });
}

class Joiner {
 public:
  Joiner(std::u32string_view text, absl::Span<const PrintedLine> lines)
      : text_(text), lines_(lines), wraps_(lines.size()) {
    size_t begin = 0;
    for (size_t i = 1; i <= lines.size(); ++i) {
      if (i < lines.size() && !lines[i].after_blank_line) continue;
      MarkWraps(begin, i);
      begin = i;
    }
  }

  std::vector<uint32_t> Join() const {
    std::vector<uint32_t> counts;
    bool opens_article = true;
    size_t begin = 0;
    while (begin < lines_.size()) {
      std::u32string paragraph(Slice(text_, lines_[begin].span));
      size_t end = begin + 1;
      while (end < lines_.size() && Continues(paragraph, end, opens_article)) {
        paragraph.append(Slice(text_, lines_[end].span));
        // Its end decides from here on; without a bound, endless prose would take quadratic time.
        if (paragraph.size() > kLongestTail) paragraph.erase(0, paragraph.size() - kLongestTail);
        ++end;
      }
      opens_article = opens_article && IsHeading(paragraph, true);
      counts.push_back(static_cast<uint32_t>(end - begin));
      begin = end;
    }
    return counts;
  }

 private:
  // Marks the lines begin..end-1, which no blank line parts, that a fixed page width broke.
  void MarkWraps(size_t begin, size_t end) {
    if (end - begin < 3) return;
    uint32_t width = 0;
    for (size_t i = begin; i < end; ++i) width = std::max(width, ColumnsOf(i));
    if (width < kNarrowestWrap || width > kWidestWrap) return;
    const auto is_full = [&](size_t i) { return ColumnsOf(i) + kWrapSlack >= width; };
    size_t full = 0;
    size_t full_and_open = 0;
    for (size_t i = begin; i + 1 < end; ++i) {
      if (!is_full(i)) continue;
      ++full;
      if (!IsEndOrCloser(Slice(text_, lines_[i].span).back())) ++full_and_open;
    }
    if (full * 5 < (end - begin - 1) * 3 || full_and_open < 2) return;
    for (size_t i = begin; i + 1 < end; ++i) wraps_[i] = is_full(i) && !lines_[i + 1].indented;
  }

  uint32_t ColumnsOf(size_t i) const { return Columns(Slice(text_, lines_[i].span)); }

  // True if line `next` goes on with `paragraph`, which ends with the line before it.
  bool Continues(std::u32string_view paragraph, size_t next, bool opens_article) const {
    if (wraps_[next - 1]) return true;
    const std::u32string_view line = Slice(text_, lines_[next].span);
    if (!MayContinue(line, lines_[next].indented)) return false;
    if (!IsBrokenOff(paragraph, opens_article)) return false;
    return BeginsInsideSentence(line) || !IsHeading(line, false);
  }

  std::u32string_view text_;
  absl::Span<const PrintedLine> lines_;
  std::vector<bool> wraps_;  // wraps_[i]: the break after line i is the page's.
};

}  // namespace

bool IsHeading(std::u32string_view paragraph, bool opens_article) {
  if (Contains(paragraph, &IsSentenceEnd) || EndsInComma(paragraph)) return false;
  if (opens_article) return paragraph.size() <= kLongestHeadline;
  if (paragraph.size() <= kShortestProse) return true;
  const bool has_clauses = Contains(paragraph, [](char32_t c) { return c == U',' || c == U'，'; });
  return paragraph.size() <= kLongestHeading && (!has_clauses || IsNumbered(paragraph));
}

std::vector<uint32_t> JoinLines(std::u32string_view text, absl::Span<const PrintedLine> lines) {
  return Joiner(text, lines).Join();
}

}  // namespace yinzheng::text::internal
