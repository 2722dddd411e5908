// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace yinzheng::text {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Calls `visit` with each code point, negative where the bytes are ill-formed.
template <typename Visitor>
void ForEachCodePoint(std::string_view bytes, Visitor visit) {
  const auto* const data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  int64_t i = 0;
  while (i < size) {
    UChar32 c = 0;
    U8_NEXT(data, i, size, c);
    visit(c);
  }
}

constexpr bool IsAnyOf(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}

}  // namespace

std::u32string DecodeUtf8(std::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size() / 3 + 8);
  ForEachCodePoint(bytes, [&text](UChar32 c) {
    text.push_back(c < 0 ? kReplacement : static_cast<char32_t>(c));
  });
  return text;
}

size_t CountInvalidUtf8(std::string_view bytes) {
  size_t invalid = 0;
  ForEachCodePoint(bytes, [&invalid](UChar32 c) { invalid += c < 0 ? 1 : 0; });
  return invalid;
}

void AppendUtf8(char32_t c, std::string& out) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  char bytes[4];
  size_t size = 0;
  const auto byte = [&](char32_t value) { bytes[size++] = static_cast<char>(value); };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
  out.append(bytes, size);
}

std::string EncodeUtf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3);
  for (const char32_t c : text) AppendUtf8(c, bytes);
  return bytes;
}

bool IsHan(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return true;  // Nearly all: spare ICU's lookup.
  if (c < 0x2E80) return false;
  // U_IDEOGRAPHIC knows every extension block of ICU's Unicode version and 〇; the iteration mark,
  // the radicals and planes 2 and 3 beyond that version are counted in.
  return c == U'々' || u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC) ||
         (c >= 0x2E80 && c <= 0x2FD5) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool IsLatinLetter(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  if (c >= 0x4E00 && c <= 0x9FFF) return false;
  return u_isalpha(static_cast<UChar32>(c)) &&
         uscript_hasScript(static_cast<UChar32>(c), USCRIPT_LATIN) != 0;
}

bool IsDigit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }

bool IsSpace(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  if (c > 0x3000) return false;  // The ideographic space is the last one: spare ICU's lookup.
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool IsLineBreak(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsInvisible(char32_t c) {
  return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x202A && c <= 0x202E);
}

bool IsSentenceEnd(char32_t c) { return IsAnyOf(c, U"。！？!?…｡‼⁇⁈⁉︒︕︖﹗﹖"); }

bool IsClauseEnd(char32_t c) { return IsAnyOf(c, U"，,；;：:﹐﹔﹕︐︓︔"); }

bool IsClosingQuote(char32_t c) { return IsAnyOf(c, U"”’」』﹂﹄｣〞〟"); }

bool IsOpeningQuote(char32_t c) { return IsAnyOf(c, U"“‘「『﹁﹃｢〝"); }

bool IsClosingBracket(char32_t c) { return IsAnyOf(c, U"）)】〕》〉］]〗｝}﹞﹚﹜〙〛≫"); }

bool IsOpeningBracket(char32_t c) { return IsAnyOf(c, U"（(【〔《〈［[〖｛{﹝﹙﹛〘〚≪"); }

bool IsPunctuation(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return false;
  const uint32_t category = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (category & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

}  // namespace yinzheng::text
