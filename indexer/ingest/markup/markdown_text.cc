// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/markdown_text.h"

#include <md4c.h>

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/ingest/markup/front_matter.h"
#include "indexer/ingest/markup/html_references.h"
#include "indexer/ingest/markup/html_text.h"
#include "indexer/ingest/markup/utf8_places.h"
#include "indexer/ingest/page.h"
#include "indexer/text/unicode.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

// Writers of Chinese indent paragraphs and leave out the space behind #.
constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS |
                            MD_FLAG_PERMISSIVEATXHEADERS;

// A list is one of links if it has so many, and little besides.
constexpr uint32_t kMinLinks = 3;
constexpr uint32_t kMinLinkPercent = 80;

// Characters in which a block of front matter is looked for.
constexpr size_t kMaxFrontMatter = size_t{1} << 15;

bool IsBreakTag(std::u32string_view tag) {
  return tag.starts_with(U"<br") || tag.starts_with(U"<BR");
}

// Takes md4c's events for the part of a file behind its front matter.
class MarkdownReader {
 public:
  MarkdownReader(std::u32string_view markdown, uint32_t begin)
      : markdown_(markdown), begin_(begin), places_(markdown.substr(begin)) {}

  MarkdownText Read() {
    MD_PARSER parser = {};
    parser.flags = kFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<MarkdownReader*>(self)->EnterBlock(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->LeaveBlock(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->CountSpan(type, +1);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<MarkdownReader*>(self)->CountSpan(type, -1);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<MarkdownReader*>(self)->ReadText(type, text, size);
      return 0;
    };
    const std::string& utf8 = places_.utf8();
    // It fails for want of memory alone.
    if (md_parse(utf8.data(), static_cast<MD_SIZE>(utf8.size()), &parser, this) != 0) ReadPlain();
    return std::move(out_);
  }

 private:
  struct List {
    uint32_t begin = 0;
    uint32_t linked = 0;
    uint32_t links = 0;
  };

  uint32_t size() const { return static_cast<uint32_t>(out_.text.text.size()); }

  // The file as it is written.
  void ReadPlain() {
    out_ = {};
    for (auto at = begin_; at < markdown_.size(); ++at) {
      if (markdown_[at] != U'\r') out_.text.Append(markdown_[at], {at, at + 1});
    }
  }

  void EnterBlock(MD_BLOCKTYPE type, void* detail) {
    break_ = true;
    if (type == MD_BLOCK_H) {
      heading_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
      block_begin_ = size();
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.push_back({size(), linked_, links_});
    if (type == MD_BLOCK_HTML) in_html_ = true;
  }

  void LeaveBlock(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML) {
      in_html_ = false;
      ReadHtmlBlock();
    }
    break_ = true;
    if (type == MD_BLOCK_H && !IsSentence(block_begin_)) {
      AddBlock(block_begin_, heading_ == 1 ? BlockKind::kHeadline : BlockKind::kHeading);
    }
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) LeaveList();
  }

  // True for text that only looks like a heading: #话题# with a sentence behind it, or a paragraph
  // above a rule.
  bool IsSentence(uint32_t begin) const {
    // A line end divides it from the block above.
    if (begin < size() && out_.text.text[begin] == U'\n') ++begin;
    if (begin == size()) return false;
    const uint32_t first = out_.text.source[begin].begin;
    const size_t line_end =
        first == 0 ? std::u32string_view::npos : markdown_.rfind(U'\n', first - 1);
    const size_t line = line_end == std::u32string_view::npos ? 0 : line_end + 1;
    const std::u32string_view marks = markdown_.substr(line, first - line);
    const size_t mark = std::min(marks.find(U'#'), marks.size());
    const size_t behind = marks.find_first_not_of(U'#', mark);
    const bool marked = behind != std::u32string_view::npos && text::IsSpace(marks[behind]);
    return !marked && IsProse(std::u32string_view(out_.text.text).substr(begin));
  }

  void LeaveList() {
    const List list = lists_.back();
    lists_.pop_back();
    if (!lists_.empty()) return;
    const uint32_t printed = size() - list.begin;
    const bool links = links_ - list.links >= kMinLinks &&
                       (linked_ - list.linked) * 100 >= printed * kMinLinkPercent;
    if (links) AddBlock(list.begin, BlockKind::kLinks);
  }

  void AddBlock(uint32_t begin, BlockKind kind) {
    if (begin < size()) out_.blocks.push_back({{begin, size()}, kind});
  }

  void CountSpan(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_IMG) images_ += step;
    if (type != MD_SPAN_A) return;
    anchors_ += step;
    links_ += step > 0 ? 1 : 0;
  }

  void ReadText(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size) {
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      break_ = true;
      return;
    }
    const size_t byte = places_.ByteOf(text);
    // md4c gives line ends inside of code from memory of its own.
    if (byte == std::string::npos) {
      break_ = true;
      return;
    }
    const Span span{begin_ + places_.Of(byte), begin_ + places_.Of(byte + size)};
    if (images_ > 0 || span.empty()) return;
    switch (type) {
      case MD_TEXT_HTML:
        ReadHtmlPiece(span);
        break;
      case MD_TEXT_ENTITY:
        ReadEntity(span);
        break;
      default:
        for (uint32_t at = span.begin; at < span.end; ++at) Append(markdown_[at], {at, at + 1});
    }
  }

  void ReadEntity(Span span) {
    const auto read = references_.Read(text::Slice(markdown_, span));
    if (read.size == span.size()) {
      Append(read.code_point, span);
    } else {
      for (uint32_t at = span.begin; at < span.end; ++at) Append(markdown_[at], {at, at + 1});
    }
  }

  // Tags inside of paragraphs come one by one, blocks of HTML line by line.
  void ReadHtmlPiece(Span span) {
    if (in_html_) {
      TakeHtmlLine(span);
    } else if (IsBreakTag(text::Slice(markdown_, span))) {
      break_ = true;
    }
  }

  // What stands between two lines of a block is a line end and perhaps the marks of a quote.
  void TakeHtmlLine(Span span) {
    if (!html_.source.empty() && html_.source.back().end < span.begin) {
      html_.Append(U'\n', {html_.source.back().end, span.begin});
    }
    for (uint32_t at = span.begin; at < span.end; ++at) {
      html_.Append(markdown_[at], {at, at + 1});
    }
  }

  void ReadHtmlBlock() {
    const MarkedText html = std::exchange(html_, {});
    const MarkedText inner = ReadHtmlText(html.text, HtmlSpace::kCollapsed);
    for (size_t i = 0; i < inner.text.size(); ++i) {
      if (inner.text[i] == U'\n') {
        break_ = true;
        continue;
      }
      const Span from = inner.source[i];
      Append(inner.text[i], {html.source[from.begin].begin, html.source[from.end - 1].end});
    }
  }

  void Append(char32_t c, Span from) {
    const uint32_t last = out_.text.source.empty() ? begin_ : out_.text.source.back().end;
    if (from.begin < last) return;
    // Between two blocks stands at least a line end or a mark.
    if (break_ && size() > 0 && last < from.begin) out_.text.Append(U'\n', {last, from.begin});
    break_ = false;
    out_.text.Append(c, from);
    if (anchors_ > 0) ++linked_;
  }

  std::u32string_view markdown_;
  uint32_t begin_;
  Utf8Places places_;
  HtmlReferences references_;
  MarkdownText out_;
  bool break_ = false;
  unsigned heading_ = 0;
  uint32_t block_begin_ = 0;
  std::vector<List> lists_;
  uint32_t linked_ = 0;
  uint32_t links_ = 0;
  int images_ = 0;
  int anchors_ = 0;
  MarkedText html_;  // Of the block that is open, markup and all.
  bool in_html_ = false;
};

}  // namespace

MarkdownText ReadMarkdown(std::u32string_view markdown) {
  // Only a head of limited size is looked at.
  const std::string head = text::EncodeUtf8(markdown.substr(0, kMaxFrontMatter));
  const std::string_view block = std::string_view(head).substr(0, FrontMatterSize(head));
  const auto begin = static_cast<uint32_t>(text::DecodeUtf8(block).size());
  MarkdownText read = MarkdownReader(markdown, begin).Read();
  if (!block.empty()) read.fields = ReadFrontMatter(block);
  return read;
}

}  // namespace yinzheng::ingest
