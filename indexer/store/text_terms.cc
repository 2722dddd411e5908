// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/text_terms.h"

#include <cstddef>
#include <optional>

#include "indexer/store/terms.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

// The characters that have a short form.
constexpr char32_t kFirst = 0x4E00;
constexpr char32_t kEnd = 0xA000;

// Characters with the same first byte. The second one is never zero, which Xapian writes twice.
constexpr unsigned kCharactersEach = 255;

// First bytes: from kHighByte on as many as begin nothing in UTF-8, then from kLowByte on.
constexpr unsigned kHighByte = 0x80;
constexpr unsigned kHighBytes = 0xC2 - kHighByte;
constexpr unsigned kLowByte = 0x01;
constexpr unsigned kLowBytes = (kEnd - kFirst - 1) / kCharactersEach + 1 - kHighBytes;
static_assert(kLowByte + kLowBytes <= ' ');

unsigned FirstByte(unsigned row) {
  return row < kHighBytes ? kHighByte + row : kLowByte + row - kHighBytes;
}

// What FirstByte was given; nullopt for a byte that begins no short form.
std::optional<unsigned> RowOf(unsigned byte) {
  if (byte >= kHighByte && byte < kHighByte + kHighBytes) return byte - kHighByte;
  if (byte >= kLowByte && byte < kLowByte + kLowBytes) return byte - kLowByte + kHighBytes;
  return std::nullopt;
}

unsigned Byte(std::string_view bytes, size_t at) { return static_cast<unsigned char>(bytes[at]); }

// The character of three bytes at `at`; 0 where there is none.
char32_t CharacterAt(std::string_view utf8, size_t at) {
  if (at + 2 >= utf8.size() || Byte(utf8, at) >> 4U != 0xEU) return 0;
  return (Byte(utf8, at) & 0xFU) << 12U | (Byte(utf8, at + 1) & 0x3FU) << 6U |
         (Byte(utf8, at + 2) & 0x3FU);
}

}  // namespace

std::string TextTerm(std::string_view prefix, std::string_view token) {
  std::string shortened;
  shortened.reserve(token.size());
  for (size_t at = 0; at < token.size();) {
    const char32_t c = CharacterAt(token, at);
    if (c < kFirst || c >= kEnd) {
      shortened += token[at++];
      continue;
    }
    shortened += static_cast<char>(FirstByte((c - kFirst) / kCharactersEach));
    shortened += static_cast<char>(1 + (c - kFirst) % kCharactersEach);
    at += 3;
  }
  return Term(prefix, shortened);
}

std::string TokenOf(std::string_view term) {
  std::string token;
  token.reserve(term.size() + term.size() / 2);
  for (size_t at = 0; at < term.size();) {
    const unsigned byte = Byte(term, at);
    if (const auto row = RowOf(byte); row && at + 1 < term.size()) {
      text::AppendUtf8(kFirst + *row * kCharactersEach + (Byte(term, at + 1) - 1), token);
      at += 2;
      continue;
    }
    // A character in UTF-8 whole, since its later bytes look like first bytes of the short form.
    const size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    token.append(term.substr(at, size));
    at += size;
  }
  return token;
}

}  // namespace yinzheng::store
