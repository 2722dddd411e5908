// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/body_blocks.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace yinzheng::cli::pages {
namespace {

constexpr int kHeadingLength = 30;  // code points; longer lines are paragraphs
constexpr int kBylineLength = 80;   // a byline may name several offices
constexpr int kLongestWrappedLine = 100;
constexpr int kWrapSlack = 3;  // a line breaks early before a word or a bracket
constexpr int kFewestWrappedLines = 4;

constexpr std::array<std::string_view, 6> kBlanks = {" ", "\t", "\n", "\r", "　", "\u00A0"};
constexpr std::array<std::string_view, 16> kStops = {"。", "！", "？", "；", "，", "：", "…", "”",
                                                     "」", "』", ".",  "!",  "?",  ";",  ",", ":"};
constexpr std::array<std::string_view, 7> kBylineWords = {
    "记者", "記者", "责任编辑", "責任編輯", "来源：", "來源：", "通讯员"};

constexpr std::array<std::string_view, 3> kSentenceEnds = {"。", "！", "？"};
// What may stand last in a paragraph besides kStops, apart from a comma.
constexpr std::array<std::string_view, 5> kClosers = {"）", ")", "】", "》", "’"};

struct Line {
  int start = 0;
  int end = 0;
};

template <size_t kSize>
bool OneOf(std::string_view text, const std::array<std::string_view, kSize>& list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::vector<Line> Lines(const BodyText& body, int start, int end) {
  std::vector<Line> lines;
  int from = start;
  for (int i = start; i <= end; ++i) {
    if (i < end && body.At(i) != "\n") continue;
    lines.push_back({from, i});
    from = i + 1;
  }
  return lines;
}

Line Trimmed(const BodyText& body, Line line) {
  while (line.start < line.end && OneOf(body.At(line.start), kBlanks)) ++line.start;
  while (line.end > line.start && OneOf(body.At(line.end - 1), kBlanks)) --line.end;
  return line;
}

// Length of the lines of a text that was wrapped by hand; 0 where it was not.
int WrapLength(const BodyText& body) {
  int longest = 0;
  std::vector<int> lengths;
  for (const Line& line : Lines(body, 0, body.size())) {
    const int length = line.end - line.start;
    if (length == 0) continue;
    lengths.push_back(length);
    longest = std::max(longest, length);
  }
  if (longest > kLongestWrappedLine) return 0;
  const auto full = std::count_if(lengths.begin(), lengths.end(),
                                  [&](int length) { return length >= longest - kWrapSlack; });
  const bool wrapped =
      full >= kFewestWrappedLines && 2 * full >= static_cast<std::ptrdiff_t>(lengths.size());
  return wrapped ? longest : 0;
}

bool HoldsSentence(std::string_view text) {
  return std::any_of(kSentenceEnds.begin(), kSentenceEnds.end(), [&](std::string_view end) {
    return text.find(end) != std::string_view::npos;
  });
}

// Whether a paragraph breaks off inside a sentence, as where a page or a picture came in between.
bool BreaksOff(const BodyText& body, const Block& block) {
  const std::string_view last = body.At(block.end - 1);
  const bool ends = (OneOf(last, kStops) && last != "，" && last != ",") || OneOf(last, kClosers);
  return block.kind == BlockKind::kParagraph && !ends &&
         HoldsSentence(body.Slice(block.start, block.end));
}

BlockKind KindOf(const BodyText& body, const Line& line) {
  const std::string text(body.Slice(line.start, line.end));
  const int length = line.end - line.start;
  const bool stops = OneOf(body.At(line.end - 1), kStops);
  if (length <= kBylineLength && !absl::StrContains(text, "。")) {
    for (const std::string_view word : kBylineWords) {
      if (absl::StrContains(text, absl::string_view(word.data(), word.size())) && !stops) {
        return BlockKind::kByline;
      }
    }
  }
  const bool heading = length <= kHeadingLength && !stops && !HoldsSentence(text);
  return heading ? BlockKind::kHeading : BlockKind::kParagraph;
}

// Where the headline ends if the text from `start` on is the headline, else `start`. A headline may
// be printed on several lines.
int TitleEnd(const BodyText& body, int start, int end, std::string_view title) {
  const BodyText wanted(title);
  int place = start;
  for (int i = 0; i < wanted.size(); ++i) {
    if (OneOf(wanted.At(i), kBlanks)) continue;
    while (place < end && OneOf(body.At(place), kBlanks)) ++place;
    if (place >= end || body.At(place) != wanted.At(i)) return start;
    ++place;
  }
  const bool whole = place >= end || body.At(place) == "\n" || body.At(place) == "\r";
  return whole ? place : start;
}

class Blocks {
 public:
  Blocks(const BodyText& body, std::string_view title)
      : body_(body), title_(title), wrap_(WrapLength(body)) {}

  void AddText(int start, int end) {
    start = AddTitle(start, end);
    Line open;
    for (const Line& printed : Lines(body_, start, end)) {
      const Line line = Trimmed(body_, printed);
      const bool empty = line.start == line.end;
      const bool indented = line.start > printed.start;
      if (open.end > open.start && (empty || indented || !continues_)) Flush(open);
      if (empty) continue;
      if (open.end == open.start) open.start = line.start;
      open.end = line.end;
      continues_ = wrap_ > 0 && printed.end - printed.start >= wrap_ - kWrapSlack;
    }
    if (open.end > open.start) Flush(open);
  }

  void AddMasked(const v1::Mask& mask) {
    const Line line = Trimmed(body_, {mask.span().start(), mask.span().end()});
    if (line.start == line.end) return;
    blocks_.push_back({line.start, line.end, BlockKind::kMasked, mask.kind()});
  }

  std::vector<Block> Take() { return std::move(blocks_); }

 private:
  // The headline can stand only where the text begins. Returns where the rest does.
  int AddTitle(int start, int end) {
    const Line text = Trimmed(body_, {start, end});
    if (title_.empty() || text.start == text.end) return start;
    const int title_end = TitleEnd(body_, text.start, text.end, title_);
    title_ = {};
    if (title_end == text.start) return start;
    blocks_.push_back({text.start, title_end, BlockKind::kTitle});
    return title_end;
  }

  void Flush(Line& line) {
    const BlockKind kind = KindOf(body_, line);
    const bool indented = line.start > 0 && body_.At(line.start - 1) != "\n";
    if (kind == BlockKind::kParagraph && !indented && !blocks_.empty() &&
        BreaksOff(body_, blocks_.back())) {
      blocks_.back().end = line.end;
    } else {
      blocks_.push_back({line.start, line.end, kind});
    }
    line = {};
    continues_ = false;
  }

  const BodyText& body_;
  std::string_view title_;  // empty once it was looked for
  const int wrap_;
  bool continues_ = false;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> BodyBlocks(const BodyText& body,
                              const google::protobuf::RepeatedPtrField<v1::Mask>& masks,
                              std::string_view title) {
  Blocks blocks(body, title);
  int place = 0;
  for (const v1::Mask& mask : masks) {
    blocks.AddText(place, mask.span().start());
    blocks.AddMasked(mask);
    place = mask.span().end();
  }
  blocks.AddText(place, body.size());
  return blocks.Take();
}

}  // namespace yinzheng::cli::pages
