// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/reading.h"

#include <algorithm>
#include <utility>

#include "indexer/text/line_joiner.h"
#include "indexer/text/script.h"
#include "indexer/text/sentence_splitter.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

// Text under construction, each code point with the body code points it stands for.
struct MappedText {
  std::u32string text;
  std::vector<uint32_t> begin;
  std::vector<uint32_t> end;

  void Add(char32_t c, Span body) {
    text.push_back(c);
    begin.push_back(body.begin);
    end.push_back(body.end);
  }
  Span BodyOf(size_t i) const { return {begin[i], end[i]}; }
};

// Full-width ASCII becomes narrow, brackets of Traditional print become curly quotes, compatibility
// ideographs and radicals the character that they stand for. One for one.
char32_t Narrow(char32_t c) {
  if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) return c;
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFF01 + U'!';
  switch (c) {
    case U'「':
    case U'﹁':
    case U'｢':
    case U'〝':
      return U'“';
    case U'」':
    case U'﹂':
    case U'｣':
    case U'〞':
    case U'〟':
      return U'”';
    case U'『':
    case U'﹃':
      return U'‘';
    case U'』':
    case U'﹄':
      return U'’';
    case U'｡':
      return U'。';
    case U'､':
      return U'、';
    case U'￥':
      return U'¥';
    default:
      return c;
  }
}

std::vector<Span> Normalised(absl::Span<const Span> masks, uint32_t body_size) {
  std::vector<Span> sorted;
  for (const Span mask : masks) {
    const Span inside = Intersect(mask, {0, body_size});
    if (!inside.empty()) sorted.push_back(inside);
  }
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

// Cuts the body into trimmed lines of mapped characters.
class LineReader {
 public:
  LineReader(std::u32string_view body, std::vector<Span> masks)
      : body_(body), masks_(std::move(masks)) {
    for (uint32_t i = 0; i < body_.size(); ++i) Read(i);
    EndLine();
  }

  const MappedText& text() const { return text_; }
  const std::vector<internal::PrintedLine>& lines() const { return lines_; }

 private:
  bool IsMasked(uint32_t i) {
    while (mask_ < masks_.size() && masks_[mask_].end <= i) ++mask_;
    return mask_ < masks_.size() && masks_[mask_].begin <= i;
  }

  void Read(uint32_t i) {
    const char32_t c = body_[i];
    if (IsLineBreak(c)) {
      EndLine();
    } else if (IsMasked(i) || IsInvisible(c)) {
      return;
    } else if (IsSpace(c) || c < 0x20 || c == 0x7F) {
      AddSpace(c, i);
    } else {
      text_.Add(Narrow(c), {i, i + 1});
    }
  }

  // A run of spaces is one space, and none at the beginning of a line.
  void AddSpace(char32_t c, uint32_t i) {
    if (text_.text.size() == line_begin_) {
      indent_ += c == 0x3000 ? 2 : 1;
    } else if (text_.text.back() == U' ') {
      text_.end.back() = i + 1;
    } else {
      text_.Add(U' ', {i, i + 1});
    }
  }

  void EndLine() {
    const Span line =
        internal::TrimSpaces(text_.text, {line_begin_, static_cast<uint32_t>(text_.text.size())});
    if (line.empty()) {
      blank_ = true;
    } else {
      lines_.push_back({line, blank_, indent_ >= 2});
      blank_ = false;
    }
    line_begin_ = static_cast<uint32_t>(text_.text.size());
    indent_ = 0;
  }

  std::u32string_view body_;
  std::vector<Span> masks_;
  size_t mask_ = 0;
  MappedText text_;
  std::vector<internal::PrintedLine> lines_;
  uint32_t line_begin_ = 0;
  uint32_t indent_ = 0;
  bool blank_ = false;
};

// Straight double quotes alternate between opening and closing; an odd number says nothing, and
// they stay.
void CurlQuotes(MappedText& text, uint32_t paragraph_begin) {
  const auto begin = text.text.begin() + paragraph_begin;
  if (std::count(begin, text.text.end(), U'"') % 2 != 0) return;
  bool opening = true;
  for (auto c = begin; c != text.text.end(); ++c) {
    if (*c != U'"') continue;
    *c = opening ? U'“' : U'”';
    opening = !opening;
  }
}

bool NeedsSpaceBetween(char32_t before, char32_t after) {
  const auto is_word = [](char32_t c) { return IsLatinLetter(c) || IsDigit(c); };
  return is_word(before) && is_word(after) && (IsLatinLetter(before) || IsLatinLetter(after));
}

// Puts joined lines into paragraphs, separated by line feeds.
class ParagraphWriter {
 public:
  explicit ParagraphWriter(const MappedText& lines) : lines_(lines) {}

  void AddParagraph(absl::Span<const internal::PrintedLine> lines) {
    if (!out_.text.empty()) out_.Add(U'\n', Between(out_, lines_, lines[0].span.begin));
    const auto begin = static_cast<uint32_t>(out_.text.size());
    for (const internal::PrintedLine& line : lines) AddLine(line.span, begin);
    CurlQuotes(out_, begin);
    const std::u32string_view written = std::u32string_view(out_.text).substr(begin);
    const bool heading = internal::IsHeading(written, opens_article_);
    opens_article_ = opens_article_ && heading;
    paragraphs_.push_back({{begin, static_cast<uint32_t>(out_.text.size())},
                           heading ? ParagraphKind::kHeading : ParagraphKind::kProse,
                           0,
                           0});
  }

  MappedText TakeText() { return std::move(out_); }
  std::vector<Paragraph> TakeParagraphs() { return std::move(paragraphs_); }

 private:
  // The body from the end of what was written to the beginning of line character `next`.
  static Span Between(const MappedText& written, const MappedText& lines, uint32_t next) {
    return {written.end.back(), lines.begin[next]};
  }

  void AddLine(Span line, uint32_t paragraph_begin) {
    if (out_.text.size() > paragraph_begin &&
        NeedsSpaceBetween(out_.text.back(), lines_.text[line.begin])) {
      out_.Add(U' ', Between(out_, lines_, line.begin));
    }
    for (uint32_t i = line.begin; i < line.end; ++i) out_.Add(lines_.text[i], lines_.BodyOf(i));
  }

  const MappedText& lines_;
  MappedText out_;
  std::vector<Paragraph> paragraphs_;
  bool opens_article_ = true;
};

}  // namespace

Reading::Reading(std::u32string_view body, absl::Span<const Span> masks)
    : body_size_(static_cast<uint32_t>(body.size())) {
  const LineReader reader(body, Normalised(masks, body_size_));
  ParagraphWriter writer(reader.text());
  size_t line = 0;
  for (const uint32_t count : internal::JoinLines(reader.text().text, reader.lines())) {
    writer.AddParagraph(absl::MakeConstSpan(reader.lines()).subspan(line, count));
    line += count;
  }
  MappedText written = writer.TakeText();
  paragraphs_ = writer.TakeParagraphs();
  Simplify(written.text, std::move(written.begin), std::move(written.end));
  for (uint32_t i = 0; i < paragraphs_.size(); ++i) {
    Paragraph& paragraph = paragraphs_[i];
    paragraph.first_sentence = static_cast<uint32_t>(sentences_.size());
    for (const Span sentence : internal::SplitSentences(text_, paragraph.span)) {
      sentences_.push_back({sentence, i});
    }
    paragraph.sentence_count = static_cast<uint32_t>(sentences_.size()) - paragraph.first_sentence;
  }
}

// Converts the printed text; where a conversion changed lengths, moves the map and the paragraphs
// along.
void Reading::Simplify(std::u32string_view printed, std::vector<uint32_t> begin,
                       std::vector<uint32_t> end) {
  SimplifiedText simplified = SimplifiedConverter::Default().Convert(printed);
  text_ = std::move(simplified.text);
  if (simplified.begin.empty()) {
    body_begin_ = std::move(begin);
    body_end_ = std::move(end);
    return;
  }
  for (size_t i = 0; i < text_.size(); ++i) {
    body_begin_.push_back(begin[simplified.begin[i]]);
    body_end_.push_back(end[simplified.end[i] - 1]);
  }
  const auto moved = [&simplified](uint32_t position) {
    return static_cast<uint32_t>(
        std::lower_bound(simplified.begin.begin(), simplified.begin.end(), position) -
        simplified.begin.begin());
  };
  for (Paragraph& paragraph : paragraphs_) {
    paragraph.span = {moved(paragraph.span.begin), moved(paragraph.span.end)};
  }
}

std::vector<Span> Reading::Parts(Span span) const { return internal::SplitParts(text_, span); }

std::vector<Span> Reading::Clauses(Span span) const { return internal::SplitClauses(text_, span); }

const Sentence* Reading::SentenceAt(uint32_t position) const {
  if (sentences_.empty()) return nullptr;
  const auto after =
      std::upper_bound(sentences_.begin(), sentences_.end(), position,
                       [](uint32_t value, const Sentence& s) { return value < s.span.begin; });
  return after == sentences_.begin() ? &sentences_.front() : &*std::prev(after);
}

Span Reading::ToBody(Span span) const {
  const auto size = static_cast<uint32_t>(text_.size());
  const uint32_t first = std::min(span.begin, size);
  const uint32_t last = std::min(span.end, size);
  if (first >= last) {
    const uint32_t place = first < size ? body_begin_[first] : body_size_;
    return {place, place};
  }
  return {body_begin_[first], body_end_[last - 1]};
}

Span Reading::FromBody(Span body) const {
  const auto first =
      std::upper_bound(body_end_.begin(), body_end_.end(), body.begin) - body_end_.begin();
  const auto last =
      std::lower_bound(body_begin_.begin(), body_begin_.end(), body.end) - body_begin_.begin();
  return {static_cast<uint32_t>(first), static_cast<uint32_t>(std::max(first, last))};
}

}  // namespace yinzheng::text
