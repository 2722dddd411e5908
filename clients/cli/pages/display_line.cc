// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/display_line.h"

#include "absl/strings/ascii.h"

namespace yinzheng::cli::pages {

std::string DisplayLine(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  bool broken = false;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      broken = true;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (broken && !line.empty() && absl::ascii_isalnum(byte) &&
        absl::ascii_isalnum(static_cast<unsigned char>(line.back()))) {
      line += ' ';
    }
    broken = false;
    line += c;
  }
  return line;
}

}  // namespace yinzheng::cli::pages
