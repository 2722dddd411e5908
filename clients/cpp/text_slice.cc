// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/text_slice.h"

namespace yinzheng::client {
namespace {

// Byte offset of the code point `count` places after byte `from`.
size_t SkipCodePoints(std::string_view text, size_t from, int count) {
  size_t at = from;
  for (int i = 0; i < count && at < text.size(); ++i) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  }
  return at;
}

}  // namespace

std::string_view Slice(std::string_view text, const v1::TextSpan& span) {
  const size_t begin = SkipCodePoints(text, 0, span.start());
  const size_t end = SkipCodePoints(text, begin, span.end() - span.start());
  return text.substr(begin, end - begin);
}

}  // namespace yinzheng::client
