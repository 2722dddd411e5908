// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_HTML_WRITER_H_
#define YINZHENG_CLIENTS_CLI_PAGES_HTML_WRITER_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yinzheng::cli::pages {

// Where a link leads. There are two ways to make one, so that no text of an article becomes an
// address by accident.
class Href {
 public:
  // A file of the same site or an anchor of the same page, relative. Characters that such names do
  // not have are percent-encoded, so a scheme cannot be smuggled in.
  static Href Local(std::string_view reference);

  // An address of the web: http or https, without spaces and control characters. Nothing else
  // (javascript:, data:, file:) becomes a link.
  static std::optional<Href> Web(std::string_view uri);

  const std::string& text() const { return text_; }
  bool leaves_site() const { return leaves_site_; }

 private:
  Href(std::string text, bool leaves_site) : text_(std::move(text)), leaves_site_(leaves_site) {}

  std::string text_;
  bool leaves_site_;
};

// Writes HTML (and SVG inside of it) in which every text and every attribute is escaped, by
// construction: tags and names of attributes are literals of the program, everything else goes
// through here. Elements are closed in the order they were opened; Take() closes what is left.
// Attributes with an empty value are left out. href is set by Link() and OpenLink() only.
// Not thread-safe.
class HtmlWriter {
 public:
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  HtmlWriter& Open(std::string_view tag, Attributes attributes = {});
  HtmlWriter& Close();
  // <meta>, <input>: an element that has no end.
  HtmlWriter& Void(std::string_view tag, Attributes attributes = {});
  // `text` with its line breaks.
  HtmlWriter& Text(std::string_view text);
  // `text` in one line; see DisplayLine.
  HtmlWriter& Line(std::string_view text);
  // An element that holds `text` in one line.
  HtmlWriter& Leaf(std::string_view tag, Attributes attributes, std::string_view text);
  // A link. Those that leave the site tell no referrer. Without an address a <span> of the same
  // look.
  HtmlWriter& OpenLink(const std::optional<Href>& href, Attributes attributes = {});
  HtmlWriter& Link(const std::optional<Href>& href, Attributes attributes, std::string_view text);

  // <!DOCTYPE>, <style> and <script> as they are: for the files of pages/data only.
  HtmlWriter& Doctype();
  HtmlWriter& Style(std::string_view css);
  HtmlWriter& Script(std::string_view javascript);

  // The page; the writer is then empty.
  std::string Take();

 private:
  void WriteAttributes(Attributes attributes);

  std::string out_;
  std::vector<std::string> open_;
};

// `text` with &, <, >, " and ' as references, and control characters (which HTML does not have) as
// U+FFFD. Safe in text and in quoted attributes.
std::string EscapeHtml(std::string_view text);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_HTML_WRITER_H_
