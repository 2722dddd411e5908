// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/markup/html_limits.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/markup/html_scanner.h"
#include "indexer/text/span.h"

namespace yinzheng::ingest {
namespace {

// Elements without content, or that the next of their kind ends: in HTML they do not nest into each
// other, in <svg> and <math> they do.
constexpr auto kShallow = std::to_array<std::string_view>(
    {"area",  "base", "basefont", "bgsound", "body",  "br",     "col",   "embed",
     "frame", "head", "hr",       "html",    "image", "img",    "input", "keygen",
     "link",  "meta", "option",   "p",       "param", "source", "tbody", "td",
     "tfoot", "th",   "thead",    "tr",      "track", "wbr"});

// Elements inside of a line: the end of what holds them ends them too.
constexpr auto kInline = std::to_array<std::string_view>(
    {"a",    "abbr",   "b",      "bdi", "bdo",   "big",  "cite", "code", "del", "dfn",  "em",
     "font", "i",      "ins",    "kbd", "label", "mark", "nobr", "q",    "s",   "samp", "small",
     "span", "strike", "strong", "sub", "sup",   "time", "tt",   "u",    "var"});

constexpr auto kItems = std::to_array<std::string_view>({"dd", "dt", "li"});
// The end tags of these end open items.
constexpr auto kLists =
    std::to_array<std::string_view>({"dir", "div", "dl", "menu", "ol", "table", "ul"});
// Elements of <svg> and <math> that hold HTML again: their end does not end what it holds.
constexpr auto kIslands = std::to_array<std::string_view>(
    {"annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title"});
// Start tags that end <svg> and <math> around them.
constexpr auto kBreakouts = std::to_array<std::string_view>(
    {"b",      "big",    "blockquote", "body",  "br",    "center", "code", "dd",      "div",
     "dl",     "dt",     "em",         "embed", "font",  "h1",     "h2",   "h3",      "h4",
     "h5",     "h6",     "head",       "hr",    "i",     "img",    "li",   "listing", "menu",
     "meta",   "nobr",   "ol",         "p",     "pre",   "ruby",   "s",    "small",   "span",
     "strike", "strong", "sub",        "sup",   "table", "tt",     "u",    "ul",      "var"});
// What a new item looks through for the one before it.
constexpr auto kThrough = std::to_array<std::string_view>({"address", "div"});

template <size_t N>
bool Contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The elements that are open, as far as their tags tell. Where a parser might leave an element open
// that its end tag misses, so does this.
class OpenElements {
 public:
  size_t depth() const { return names_.size(); }
  bool InForeign() const { return foreign_ > 0; }

  void Open(const std::string& name, bool self_closing) {
    if (self_closing && (InForeign() || IsForeign(name))) return;
    if (InForeign() && !(Contains(kBreakouts, name) && LeaveForeign())) return Push(name);
    if (Contains(kShallow, name)) return;
    if (Contains(kItems, name)) EndItem(name);
    // Links do not nest either.
    if (name == "a") Close(name);
    Push(name);
  }

  // Ends the element of that name if nothing stands between that might shield it.
  void Close(const std::string& name) {
    const bool ends_items = Contains(kLists, name);
    for (size_t i = names_.size(); i > 0; --i) {
      const std::string& open = names_[i - 1];
      if (open == name) return CutTo(i - 1);
      const bool passed = IsForeign(name)
                              ? !Contains(kIslands, open)
                              : Contains(kInline, open) || (ends_items && Contains(kItems, open));
      if (!passed) return;
    }
  }

 private:
  static bool IsForeign(std::string_view name) { return name == "svg" || name == "math"; }

  static bool AreSameItems(std::string_view a, std::string_view b) {
    return a == b || (a != "li" && b != "li" && Contains(kItems, a) && Contains(kItems, b));
  }

  void EndItem(const std::string& name) {
    for (size_t i = names_.size(); i > 0; --i) {
      const std::string& open = names_[i - 1];
      if (AreSameItems(open, name)) return CutTo(i - 1);
      if (!Contains(kInline, open) && !Contains(kThrough, open)) return;
    }
  }

  // False if HTML goes on inside of it.
  bool LeaveForeign() {
    while (InForeign()) {
      size_t root = names_.size();
      for (; root > 0 && !IsForeign(names_[root - 1]); --root) {
        if (Contains(kIslands, names_[root - 1])) return false;
      }
      CutTo(root - 1);
    }
    return true;
  }

  void Push(const std::string& name) {
    foreign_ += IsForeign(name) ? 1 : 0;
    names_.push_back(name);
  }

  void CutTo(size_t size) {
    for (; names_.size() > size; names_.pop_back()) foreign_ -= IsForeign(names_.back()) ? 1 : 0;
  }

  std::vector<std::string> names_;
  size_t foreign_ = 0;  // How many of them hold no HTML.
};

class LimitChecker {
 public:
  LimitChecker(std::u32string_view html, const HtmlLimits& limits) : html_(html), limits_(limits) {}

  absl::Status Check() {
    HtmlScanner scanner(html_);
    HtmlToken token;
    bool markup_inside = false;
    while (scanner.Next(token)) {
      if (token.kind == HtmlTokenKind::kSkipped && markup_inside) {
        YZ_RETURN_IF_ERROR(CheckInside(token.span));
      }
      // Gumbo, which runs no scripts, reads what <noscript> holds, and foreign elements of any
      // name.
      markup_inside =
          token.kind == HtmlTokenKind::kStartTag && (token.name == "noscript" || open_.InForeign());
      YZ_RETURN_IF_ERROR(Take(token));
    }
    return absl::OkStatus();
  }

 private:
  absl::Status CheckInside(text::Span span) {
    HtmlScanner scanner(text::Slice(html_, span), HtmlRaw::kScanned);
    HtmlToken token;
    while (scanner.Next(token)) {
      YZ_RETURN_IF_ERROR(Take(token));
    }
    return absl::OkStatus();
  }

  absl::Status Take(const HtmlToken& token) {
    if (token.attributes > limits_.attributes) {
      return TooMuchHtml("a tag has attributes", limits_.attributes);
    }
    if (token.kind == HtmlTokenKind::kStartTag) open_.Open(token.name, token.self_closing);
    if (token.kind == HtmlTokenKind::kEndTag) open_.Close(token.name);
    if (open_.depth() > limits_.depth) return TooMuchHtml("elements are nested", limits_.depth);
    return absl::OkStatus();
  }

  std::u32string_view html_;
  const HtmlLimits& limits_;
  OpenElements open_;
};

}  // namespace

absl::Status TooMuchHtml(std::string_view what, size_t limit) {
  return absl::ResourceExhaustedError(absl::StrCat(base::AbslView(what), " more than ", limit,
                                                   "; it is read without its structure"));
}

absl::Status CheckHtmlLimits(std::u32string_view html, const HtmlLimits& limits) {
  if (html.size() > limits.characters) {
    return TooMuchHtml("the page has characters", limits.characters);
  }
  return LimitChecker(html, limits).Check();
}

}  // namespace yinzheng::ingest
