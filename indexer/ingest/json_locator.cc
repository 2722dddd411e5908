// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/json_locator.h"

#include <optional>
#include <utility>

#include "indexer/base/status_macros.h"

namespace yinzheng::ingest {
namespace {

using text::Span;

constexpr char32_t kReplacement = 0xFFFD;

bool IsHighSurrogate(char32_t c) { return c >= 0xD800 && c <= 0xDBFF; }
bool IsLowSurrogate(char32_t c) { return c >= 0xDC00 && c <= 0xDFFF; }

absl::Status Malformed() { return absl::InvalidArgumentError("locate a JSON string: not JSON"); }

int HexDigit(char32_t c) {
  if (c >= U'0' && c <= U'9') return static_cast<int>(c - U'0');
  if (c >= U'a' && c <= U'f') return static_cast<int>(c - U'a') + 10;
  if (c >= U'A' && c <= U'F') return static_cast<int>(c - U'A') + 10;
  return -1;
}

// The code unit of \uXXXX at `at`.
std::optional<char32_t> UnicodeEscape(std::u32string_view json, size_t at) {
  if (at + 6 > json.size() || json[at] != U'\\' || json[at + 1] != U'u') return std::nullopt;
  char32_t unit = 0;
  for (size_t i = at + 2; i < at + 6; ++i) {
    const int digit = HexDigit(json[i]);
    if (digit < 0) return std::nullopt;
    unit = unit * 16 + static_cast<char32_t>(digit);
  }
  return unit;
}

struct Character {
  char32_t value = 0;
  size_t length = 0;  // Code points of the JSON text that spell it.
};

std::optional<Character> ReadUnicodeEscape(std::u32string_view json, size_t at) {
  const std::optional<char32_t> unit = UnicodeEscape(json, at);
  if (!unit) return std::nullopt;
  if (!IsHighSurrogate(*unit)) {
    return Character{IsLowSurrogate(*unit) ? kReplacement : *unit, 6};
  }
  const std::optional<char32_t> low = UnicodeEscape(json, at + 6);
  if (!low || !IsLowSurrogate(*low)) return Character{kReplacement, 6};
  return Character{0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 12};
}

std::optional<Character> ReadCharacter(std::u32string_view json, size_t at) {
  if (json[at] != U'\\') return Character{json[at], 1};
  if (at + 1 >= json.size()) return std::nullopt;
  switch (json[at + 1]) {
    case U'"':
    case U'\\':
    case U'/':
      return Character{json[at + 1], 2};
    case U'b':
      return Character{U'\b', 2};
    case U'f':
      return Character{U'\f', 2};
    case U'n':
      return Character{U'\n', 2};
    case U'r':
      return Character{U'\r', 2};
    case U't':
      return Character{U'\t', 2};
    case U'u':
      return ReadUnicodeEscape(json, at);
    default:
      return std::nullopt;
  }
}

// Reads the string whose opening quote is at `at`; moves `at` past its closing quote.
absl::StatusOr<LocatedString> ReadString(std::u32string_view json, size_t& at) {
  LocatedString out;
  ++at;
  while (at < json.size() && json[at] != U'"') {
    const std::optional<Character> character = ReadCharacter(json, at);
    if (!character) return Malformed();
    out.text.push_back(character->value);
    out.spelled.push_back(
        {static_cast<uint32_t>(at), static_cast<uint32_t>(at + character->length)});
    at += character->length;
  }
  if (at >= json.size()) return Malformed();
  ++at;
  return out;
}

void SkipSpace(std::u32string_view json, size_t& at) {
  while (at < json.size() &&
         (json[at] == U' ' || json[at] == U'\t' || json[at] == U'\r' || json[at] == U'\n')) {
    ++at;
  }
}

absl::Status SkipString(std::u32string_view json, size_t& at) {
  for (++at; at < json.size(); ++at) {
    if (json[at] == U'\\') {
      ++at;
    } else if (json[at] == U'"') {
      ++at;
      return absl::OkStatus();
    }
  }
  return Malformed();
}

// Moves past one value of any type: to the comma or brace after it.
absl::Status SkipValue(std::u32string_view json, size_t& at) {
  int depth = 0;
  while (at < json.size()) {
    const char32_t c = json[at];
    if (c == U'"') {
      YZ_RETURN_IF_ERROR(SkipString(json, at));
      continue;
    }
    if (depth == 0 && (c == U',' || c == U'}')) return absl::OkStatus();
    if (c == U'{' || c == U'[') ++depth;
    if (c == U'}' || c == U']') --depth;
    ++at;
  }
  return Malformed();
}

}  // namespace

absl::StatusOr<LocatedString> LocateString(std::u32string_view json, std::u32string_view key) {
  std::optional<LocatedString> found;
  size_t at = 0;
  SkipSpace(json, at);
  if (at >= json.size() || json[at] != U'{') return Malformed();
  ++at;
  while (true) {
    SkipSpace(json, at);
    if (at >= json.size() || json[at] != U'"') break;
    YZ_ASSIGN_OR_RETURN(const LocatedString name, ReadString(json, at));
    SkipSpace(json, at);
    if (at >= json.size() || json[at] != U':') return Malformed();
    ++at;
    SkipSpace(json, at);
    if (name.text == key) {
      found.reset();
      if (at < json.size() && json[at] == U'"') {
        YZ_ASSIGN_OR_RETURN(found, ReadString(json, at));
      }
    }
    YZ_RETURN_IF_ERROR(SkipValue(json, at));
    if (json[at] != U',') break;
    ++at;
  }
  if (!found) return absl::NotFoundError("locate a JSON string: no string has that key");
  return *std::move(found);
}

absl::StatusOr<std::u32string> DecodeJsonString(std::u32string_view inside) {
  std::u32string out;
  for (size_t at = 0; at < inside.size();) {
    const std::optional<Character> character = ReadCharacter(inside, at);
    if (!character || inside[at] == U'"') {
      return absl::InvalidArgumentError("decode JSON string: cut inside an escape");
    }
    out.push_back(character->value);
    at += character->length;
  }
  return out;
}

size_t RepairLoneSurrogates(std::u32string& json) {
  size_t repaired = 0;
  for (size_t at = 0; at + 1 < json.size();) {
    if (json[at] != U'\\') {
      ++at;
      continue;
    }
    const std::optional<Character> character = ReadCharacter(json, at);
    if (character && character->value == kReplacement && character->length == 6 &&
        *UnicodeEscape(json, at) != kReplacement) {
      json.replace(at, 6, U"\\ufffd");
      ++repaired;
    }
    at += character ? character->length : 2;
  }
  return repaired;
}

}  // namespace yinzheng::ingest
