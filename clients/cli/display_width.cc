// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/display_width.h"

#include <utf8proc.h>

namespace yinzheng::cli {
namespace {

// Calls `visit(bytes, columns)` for each code point until it returns false.
template <typename Visit>
void ForEachCodePoint(std::string_view text, Visit visit) {
  size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t code_point = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
    utf8proc_ssize_t length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    const int columns = length > 0 ? utf8proc_charwidth(code_point) : 1;
    if (length <= 0) length = 1;
    if (!visit(text.substr(at, static_cast<size_t>(length)), columns)) return;
    at += static_cast<size_t>(length);
  }
}

}  // namespace

int DisplayWidth(std::string_view text) {
  int width = 0;
  ForEachCodePoint(text, [&width](std::string_view, int columns) {
    width += columns;
    return true;
  });
  return width;
}

std::string Truncate(std::string_view text, int width) {
  if (DisplayWidth(text) <= width) return std::string(text);
  std::string cut;
  int used = 0;
  ForEachCodePoint(text, [&](std::string_view bytes, int columns) {
    if (used + columns > width - 1) return false;
    used += columns;
    cut.append(bytes);
    return true;
  });
  return cut + "…";
}

std::string PadRight(std::string_view text, int width) {
  std::string padded(text);
  for (int i = DisplayWidth(text); i < width; ++i) padded.push_back(' ');
  return padded;
}

}  // namespace yinzheng::cli
