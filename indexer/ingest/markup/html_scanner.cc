// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_scanner.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"

namespace yinzheng::ingest {
namespace {

// Elements whose content is no markup, and no text of the page either.
constexpr auto kRawElements = std::to_array<std::string_view>(
    {"script", "style", "textarea", "title", "noscript", "iframe", "noembed", "noframes", "xmp"});

bool IsSpace(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\f' || c == U'\r';
}

bool EndsName(char32_t c) { return IsSpace(c) || c == U'/' || c == U'>'; }

char Lower(char32_t c) {
  return c < 0x80 ? absl::ascii_tolower(static_cast<unsigned char>(c)) : '?';
}

bool IsRaw(std::string_view name) {
  return std::find(kRawElements.begin(), kRawElements.end(), name) != kRawElements.end();
}

}  // namespace

bool HtmlScanner::IsAt(uint32_t position, std::u32string_view word) const {
  return html_.substr(std::min<size_t>(position, html_.size())).starts_with(word);
}

bool HtmlScanner::IsLetterAt(uint32_t position) const {
  return position < html_.size() && html_[position] < 0x80 &&
         absl::ascii_isalpha(static_cast<unsigned char>(html_[position]));
}

// Behind the next `word`, or the end of the text.
uint32_t HtmlScanner::Find(std::u32string_view word, uint32_t from) const {
  const size_t found = html_.find(word, from);
  return static_cast<uint32_t>(found == std::u32string_view::npos ? html_.size()
                                                                  : found + word.size());
}

uint32_t HtmlScanner::SkipSpace(uint32_t at) const {
  while (at < html_.size() && (IsSpace(html_[at]) || html_[at] == U'/')) ++at;
  return at;
}

// Behind one attribute that begins at `at`.
uint32_t HtmlScanner::ScanAttribute(uint32_t at) const {
  const auto size = static_cast<uint32_t>(html_.size());
  // A name may begin with a stray =.
  ++at;
  while (at < size && !EndsName(html_[at]) && html_[at] != U'=') ++at;
  uint32_t equals = at;
  while (equals < size && IsSpace(html_[equals])) ++equals;
  if (equals >= size || html_[equals] != U'=') return at;
  at = equals + 1;
  while (at < size && IsSpace(html_[at])) ++at;
  if (at >= size || html_[at] == U'>') return at;
  if (html_[at] == U'"' || html_[at] == U'\'') return Find(html_.substr(at, 1), at + 1);
  while (at < size && !IsSpace(html_[at]) && html_[at] != U'>') ++at;
  return at;
}

uint32_t HtmlScanner::ScanTag(uint32_t name_begin, HtmlToken& token) {
  const auto size = static_cast<uint32_t>(html_.size());
  uint32_t at = name_begin;
  for (; at < size && !EndsName(html_[at]); ++at) token.name.push_back(Lower(html_[at]));
  for (at = SkipSpace(at); at < size && html_[at] != U'>'; at = SkipSpace(at)) {
    at = ScanAttribute(at);
    ++token.attributes;
  }
  if (at >= size) {
    // A tag cut off by the end of the file is dropped, as browsers do it.
    token.kind = HtmlTokenKind::kSkipped;
    return size;
  }
  token.self_closing = html_[at - 1] == U'/';
  const bool raw = raw_ == HtmlRaw::kSkipped && IsRaw(token.name);
  if (token.kind == HtmlTokenKind::kStartTag && raw) {
    raw_element_ = token.name;
    at_ = at + 1;
    // XHTML closes empty scripts this way.
    if (token.self_closing && IsNeverClosed()) raw_element_.clear();
  }
  return at + 1;
}

// Markup begins at at_.
uint32_t HtmlScanner::ScanMarkup(HtmlToken& token) {
  if (IsLetterAt(at_ + 1)) {
    token.kind = HtmlTokenKind::kStartTag;
    return ScanTag(at_ + 1, token);
  }
  if (IsAt(at_, U"</") && IsLetterAt(at_ + 2)) {
    token.kind = HtmlTokenKind::kEndTag;
    return ScanTag(at_ + 2, token);
  }
  token.kind = HtmlTokenKind::kSkipped;
  if (IsAt(at_, U"<!-->") || IsAt(at_, U"<!--->")) return Find(U">", at_);
  if (IsAt(at_, U"<!--")) return Find(U"-->", at_ + 4);
  return Find(U">", at_ + 2);
}

uint32_t HtmlScanner::ScanText() const {
  const auto size = static_cast<uint32_t>(html_.size());
  for (uint32_t at = at_; at < size; ++at) {
    if (html_[at] != U'<') continue;
    const bool markup = IsLetterAt(at + 1) || IsAt(at, U"<!") || IsAt(at, U"<?") ||
                        (IsAt(at, U"</") && at + 2 < size);
    if (markup) return at;
  }
  return size;
}

// Where the end tag of raw_element_ begins.
uint32_t HtmlScanner::EndOfRawText() const {
  const auto size = static_cast<uint32_t>(html_.size());
  for (uint32_t at = at_; at < size; ++at) {
    if (!IsAt(at, U"</")) continue;
    const uint32_t name = at + 2;
    uint32_t matched = 0;
    while (matched < raw_element_.size() && name + matched < size &&
           Lower(html_[name + matched]) == raw_element_[matched]) {
      ++matched;
    }
    const uint32_t after = name + matched;
    if (matched == raw_element_.size() && after < size && EndsName(html_[after])) return at;
  }
  return size;
}

// Whether no end tag of raw_element_ follows; asked once for each name, or many would take
// quadratic time.
bool HtmlScanner::IsNeverClosed() {
  if (never_closed_.count(raw_element_) > 0) return true;
  if (EndOfRawText() < html_.size()) return false;
  never_closed_.insert(raw_element_);
  return true;
}

bool HtmlScanner::Next(HtmlToken& token) {
  if (at_ >= html_.size()) return false;
  token = {};
  const uint32_t begin = at_;
  if (!raw_element_.empty()) {
    at_ = EndOfRawText();
    raw_element_.clear();
    token.kind = HtmlTokenKind::kSkipped;
    // Nothing between the tags: the end tag is next.
    if (at_ == begin) return Next(token);
  } else {
    at_ = ScanText();
    if (at_ == begin) at_ = ScanMarkup(token);
  }
  token.span = {begin, at_};
  return true;
}

}  // namespace yinzheng::ingest
