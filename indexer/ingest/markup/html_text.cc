// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/ingest/markup/html_references.h"
#include "indexer/ingest/markup/html_scanner.h"

namespace yinzheng::ingest {
namespace {

// A line begins and ends with these.
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address",    "article", "aside",   "blockquote", "body",     "br",     "caption",  "center",
     "dd",         "details", "dialog",  "dir",        "div",      "dl",     "dt",       "fieldset",
     "figcaption", "figure",  "footer",  "form",       "frameset", "h1",     "h2",       "h3",
     "h4",         "h5",      "h6",      "head",       "header",   "hgroup", "hr",       "html",
     "legend",     "li",      "main",    "menu",       "nav",      "ol",     "optgroup", "option",
     "p",          "pre",     "section", "summary",    "table",    "tbody",  "td",       "tfoot",
     "th",         "thead",   "tr",      "ul"});

// What these hold is no text of the page if they are closed; an open one may hold everything.
constexpr auto kSilent = std::to_array<std::string_view>(
    {"aside", "audio", "button", "canvas", "datalist", "map", "math", "nav", "object", "rp", "rt",
     "select", "svg", "template", "video", "dialog"});

template <size_t N>
bool Contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool IsHtmlSpace(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\f' || c == U'\r';
}

bool IsLineEnd(char32_t c) { return c == U'\n' || c == U'\r'; }

// Chinese, Japanese, full-width forms and the quotation marks, dashes and dots between them.
bool IsWide(char32_t c) { return c >= 0x2E80 || (c >= 0x2010 && c <= 0x2027); }

class TextReader {
 public:
  TextReader(std::u32string_view html, HtmlSpace space) : html_(html), space_(space) {}

  MarkedText Read() {
    HtmlScanner scanner(html_);
    HtmlToken token;
    while (scanner.Next(token)) tokens_.push_back(token);
    FindSilence();
    for (size_t i = 0; i<tokens_.size(); i = silent_until_[i]> i ? silent_until_[i] : i + 1) {
      if (tokens_[i].kind == HtmlTokenKind::kText) {
        ReadCharacters(tokens_[i].span);
      } else if (Contains(kBlocks, tokens_[i].name)) {
        gap_.block = true;
      }
    }
    CloseGap(static_cast<uint32_t>(html_.size()), /*next=*/0);
    return std::move(out_);
  }

 private:
  // White space and markup since the last character.
  struct Gap {
    bool block = false;
    bool space = false;
    bool line_end = false;
  };

  // For the start tag of each silent element that is closed, the token behind its end tag.
  void FindSilence() {
    silent_until_.assign(tokens_.size(), 0);
    std::map<std::string, std::vector<size_t>> open;
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const HtmlToken& token = tokens_[i];
      if (token.name.empty() || !Contains(kSilent, token.name)) continue;
      std::vector<size_t>& starts = open[token.name];
      if (token.kind == HtmlTokenKind::kStartTag) {
        starts.push_back(i);
      } else if (token.kind == HtmlTokenKind::kEndTag && !starts.empty()) {
        silent_until_[starts.back()] = i + 1;
        starts.pop_back();
      }
    }
  }

  void ReadCharacters(text::Span span) {
    for (uint32_t at = span.begin; at < span.end;) {
      HtmlReferences::Reference read{html_[at], 0};
      if (html_[at] == U'&') read = references_.Read(text::Slice(html_, {at, span.end}));
      if (read.size == 0) read = {html_[at], 1};
      ReadCharacter(read.code_point, {at, at + read.size});
      at += read.size;
    }
  }

  void ReadCharacter(char32_t c, text::Span from) {
    if (IsHtmlSpace(c)) {
      gap_.space = true;
      gap_.line_end |= IsLineEnd(c);
      return;
    }
    CloseGap(from.begin, c);
    out_.Append(c, from);
  }

  // A break or space in the place of what stands before `end`, where `next` follows.
  void CloseGap(uint32_t end, char32_t next) {
    const uint32_t begin = out_.source.empty() ? 0 : out_.source.back().end;
    const bool kept_line = gap_.line_end && space_ == HtmlSpace::kLines;
    if (gap_.block || kept_line) {
      out_.Append(U'\n', {begin, end});
    } else if (gap_.space && !IsFoldedLine(next)) {
      out_.Append(U' ', {begin, end});
    }
    gap_ = {};
  }

  // The editor of the page broke a line between two Chinese characters.
  bool IsFoldedLine(char32_t next) const {
    return gap_.line_end && IsWide(next) && !out_.text.empty() && IsWide(out_.text.back());
  }

  std::u32string_view html_;
  HtmlSpace space_;
  HtmlReferences references_;
  std::vector<HtmlToken> tokens_;
  std::vector<size_t> silent_until_;
  Gap gap_;
  MarkedText out_;
};

}  // namespace

MarkedText ReadHtmlText(std::u32string_view html, HtmlSpace space) {
  return TextReader(html, space).Read();
}

}  // namespace yinzheng::ingest
