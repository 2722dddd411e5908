// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/style.h"

#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_replace.h"
#include "clients/cli/terminal_size.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::cli {
namespace {

constexpr size_t kMaxUriBytes = 2083;  // of terminals built on VTE

// `uri` in printable ASCII, as OSC 8 wants it: what an article says can then not end the link or
// give orders to the terminal. Empty if it is no address of the web.
std::string LinkTarget(const std::string& uri) {
  if (!absl::StartsWithIgnoreCase(uri, "http://") && !absl::StartsWithIgnoreCase(uri, "https://")) {
    return "";
  }
  std::string target;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (absl::ascii_isgraph(byte)) {
      target += c;
    } else {
      absl::StrAppendFormat(&target, "%%%02X", byte);
    }
  }
  return target.size() <= kMaxUriBytes ? target : "";
}

}  // namespace

Style Style::ForStandardOutput(bool links) {
  const bool capable = IsCapableTerminal();
  return Style(capable && std::getenv("NO_COLOR") == nullptr, capable && links);
}

std::string Style::Link(const std::string& text, const std::string& uri) const {
  const std::string target = links_ ? LinkTarget(uri) : "";
  if (target.empty()) return text;
  return absl::StrCat("\033]8;;", target, "\033\\", text, "\033]8;;\033\\");
}

std::string Style::Wrap(const std::string& code, const std::string& text) const {
  return colours_ ? absl::StrCat("\033[", code, "m", text, "\033[0m") : std::string(text);
}

std::string Style::Heading(const std::string& text) const { return Wrap("1", text); }
std::string Style::Dim(const std::string& text) const { return Wrap("2", text); }
std::string Style::Warn(const std::string& text) const { return Wrap("31", text); }

std::string Style::Match(const std::string& text) const {
  return colours_ ? Wrap("1;33", text) : absl::StrCat("*", text, "*");
}

std::string Style::Highlight(const std::string& text, int offset,
                             const google::protobuf::RepeatedPtrField<v1::TextSpan>& spans) const {
  std::string out;
  v1::TextSpan part;
  for (const v1::TextSpan& span : spans) {
    part.set_end(span.start() - offset);
    absl::StrAppend(&out, Unwrap(std::string(client::Slice(text, part))));
    part.set_start(span.start() - offset);
    part.set_end(span.end() - offset);
    absl::StrAppend(&out, Match(Unwrap(std::string(client::Slice(text, part)))));
    part.set_start(span.end() - offset);
  }
  part.set_end(static_cast<int>(text.size()));  // at least the number of code points
  return absl::StrCat(out, Unwrap(std::string(client::Slice(text, part))));
}

std::string Unwrap(const std::string& text) {
  return absl::StrReplaceAll(text, {{"\r", ""}, {"\n", ""}});
}

}  // namespace yinzheng::cli
