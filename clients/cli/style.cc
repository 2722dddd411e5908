// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/style.h"

#include <unistd.h>

#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::cli {

Style Style::ForStandardOutput() {
  return Style(isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr);
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
