// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/html_writer.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"
#include "clients/cli/pages/absl_view.h"
#include "clients/cli/pages/display_line.h"

namespace yinzheng::cli::pages {
namespace {

bool IsControl(char c) {
  return absl::ascii_iscntrl(static_cast<unsigned char>(c)) && c != '\t' && c != '\n' && c != '\r';
}

}  // namespace

std::string EscapeHtml(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (IsControl(c)) {
          out += "\xEF\xBF\xBD";
        } else {
          out += c;
        }
    }
  }
  return out;
}

Href Href::Local(std::string_view reference) {
  std::string text;
  for (const char c : reference) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isalnum(byte) || absl::StrContains("._-/#", absl::string_view(&c, 1))) {
      text += c;
    } else {
      absl::StrAppendFormat(&text, "%%%02X", byte);
    }
  }
  return {std::move(text), false};
}

std::optional<Href> Href::Web(std::string_view uri) {
  if (!absl::StartsWithIgnoreCase(View(uri), "http://") &&
      !absl::StartsWithIgnoreCase(View(uri), "https://")) {
    return std::nullopt;
  }
  const bool broken = std::any_of(uri.begin(), uri.end(), [](char c) {
    return absl::ascii_iscntrl(static_cast<unsigned char>(c)) || c == ' ';
  });
  if (broken) return std::nullopt;
  return Href(std::string(uri), true);
}

void HtmlWriter::WriteAttributes(Attributes attributes) {
  for (const auto& [name, value] : attributes) {
    if (value.empty()) continue;
    absl::StrAppend(&out_, " ", View(name), "=\"", EscapeHtml(value), "\"");
  }
}

HtmlWriter& HtmlWriter::Open(std::string_view tag, Attributes attributes) {
  absl::StrAppend(&out_, "<", View(tag));
  WriteAttributes(attributes);
  out_ += '>';
  open_.emplace_back(tag);
  return *this;
}

HtmlWriter& HtmlWriter::Close() {
  if (open_.empty()) return *this;
  absl::StrAppend(&out_, "</", open_.back(), ">");
  open_.pop_back();
  return *this;
}

HtmlWriter& HtmlWriter::Void(std::string_view tag, Attributes attributes) {
  absl::StrAppend(&out_, "<", View(tag));
  WriteAttributes(attributes);
  out_ += '>';
  return *this;
}

HtmlWriter& HtmlWriter::Text(std::string_view text) {
  out_ += EscapeHtml(text);
  return *this;
}

HtmlWriter& HtmlWriter::Line(std::string_view text) { return Text(DisplayLine(text)); }

HtmlWriter& HtmlWriter::Leaf(std::string_view tag, Attributes attributes, std::string_view text) {
  return Open(tag, attributes).Line(text).Close();
}

HtmlWriter& HtmlWriter::OpenLink(const std::optional<Href>& href, Attributes attributes) {
  if (!href.has_value()) return Open("span", attributes);
  absl::StrAppend(&out_, "<a href=\"", EscapeHtml(href->text()), "\"");
  if (href->leaves_site()) out_ += " rel=\"noopener noreferrer external\"";
  WriteAttributes(attributes);
  out_ += '>';
  open_.emplace_back("a");
  return *this;
}

HtmlWriter& HtmlWriter::Link(const std::optional<Href>& href, Attributes attributes,
                             std::string_view text) {
  return OpenLink(href, attributes).Line(text).Close();
}

HtmlWriter& HtmlWriter::Doctype() {
  out_ += "<!DOCTYPE html>\n";
  return *this;
}

HtmlWriter& HtmlWriter::Style(std::string_view css) {
  absl::StrAppend(&out_, "<style>\n", View(css), "</style>");
  return *this;
}

HtmlWriter& HtmlWriter::Script(std::string_view javascript) {
  absl::StrAppend(&out_, "<script>\n", View(javascript), "</script>");
  return *this;
}

std::string HtmlWriter::Take() {
  while (!open_.empty()) Close();
  out_ += '\n';
  return std::exchange(out_, {});
}

}  // namespace yinzheng::cli::pages
