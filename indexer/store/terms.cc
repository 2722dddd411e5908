// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/terms.h"

#include <algorithm>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/store/name_key.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using base::AbslView;

constexpr size_t kDigestDigits = 16;

constexpr char kLargestPair = 99;

// The digits of a day, two in each byte. What is no day comes before all days.
std::string DayKey(std::string_view day) {
  std::string digits;
  std::copy_if(day.begin(), day.end(), std::back_inserter(digits), absl::ascii_isdigit);
  if (day.size() != 10 || digits.size() != 8) {
    return absl::StrCat(std::string(1, '\0'), AbslView(day));
  }
  std::string key(4, '\0');
  for (size_t i = 0; i < key.size(); ++i) {
    key[i] = static_cast<char>(10 * (digits[2 * i] - '0') + (digits[2 * i + 1] - '0'));
  }
  return key;
}

// A byte above those of every day stands for none.
std::string DatedKey(bool undated, std::string_view day_key, std::string_view tie_break) {
  return absl::StrCat(undated ? "\xFF" : AbslView(day_key), AbslView(tie_break));
}

absl::Status BadName(std::string_view collection, std::string_view name) {
  return absl::InvalidArgumentError(absl::StrCat("\"", AbslView(name),
                                                 "\" is no resource name; expected ",
                                                 AbslView(collection), "/ and an id"));
}

// The longest beginning of at most `bytes` that cuts no character.
std::string_view CutUtf8(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::string Term(std::string_view prefix, std::string_view value) {
  // Xapian counts a zero byte twice; values with one are rare enough to be hashed.
  if (value.size() <= kMaxValueBytes && value.find('\0') == std::string_view::npos) {
    return absl::StrCat(AbslView(prefix), AbslView(value));
  }
  std::string head(CutUtf8(value, kMaxValueBytes - kDigestDigits - 1));
  std::replace(head.begin(), head.end(), '\0', ' ');
  return absl::StrCat(AbslView(prefix), head, "#", base::Sha256Hex(value).substr(0, kDigestDigits));
}

absl::StatusOr<std::string> IdOf(std::string_view collection, std::string_view name) {
  if (name.size() <= collection.size() + 1 || name.substr(0, collection.size()) != collection ||
      name[collection.size()] != '/' ||
      name.find('/', collection.size() + 1) != std::string_view::npos) {
    return BadName(collection, name);
  }
  return std::string(name.substr(collection.size() + 1));
}

std::string_view IdPart(std::string_view name) {
  const size_t slash = name.find('/');
  return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

absl::StatusOr<PassagePlace> PlaceOfPassage(std::string_view name) {
  constexpr std::string_view kMiddle = "/passages/";
  const size_t middle = name.find(kMiddle);
  if (middle == std::string_view::npos) return BadName("articles/{article}/passages", name);
  const absl::StatusOr<std::string> article = IdOf("articles", name.substr(0, middle));
  const std::string_view number = name.substr(middle + kMiddle.size());
  if (!article.ok() || number.empty() || number.find('/') != std::string_view::npos) {
    return BadName("articles/{article}/passages", name);
  }
  PassagePlace place = {*article, 0};
  // Only the way it is printed: 3 is a passage's name, 03 is not.
  if (!absl::SimpleAtoi(AbslView(number), &place.number) || absl::StrCat(place.number) != number) {
    place.number = 0;
  }
  return place;
}

std::string PassageName(std::string_view article, size_t number) {
  return absl::StrCat(AbslView(article), "/passages/", number);
}

std::string ReferenceTerm(std::string_view prefix, std::string_view reference) {
  const absl::StatusOr<std::string> id = IdOf("entities", reference);
  return id.ok() ? Term(prefix, *id) : Term(prefix, absl::StrCat("/", NameKey(reference)));
}

std::string BigEndian(uint32_t number) {
  std::string bytes(4, '\0');
  for (size_t i = 4; i-- > 0; number >>= 8) bytes[i] = static_cast<char>(number & 0xFF);
  return bytes;
}

uint32_t FromBigEndian(std::string_view bytes) {
  uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::string NewestFirstKey(std::string_view day, std::string_view tie_break) {
  std::string key = DayKey(day);
  for (char& c : key) c = static_cast<char>(kLargestPair - c);
  return DatedKey(day.empty(), key, tie_break);
}

std::string OldestFirstKey(std::string_view day, std::string_view tie_break) {
  return DatedKey(day.empty(), DayKey(day), tie_break);
}

std::vector<std::string> KeyPrefixes(std::string_view key, size_t limit) {
  const std::u32string characters = text::DecodeUtf8(key);
  std::vector<std::string> prefixes;
  for (size_t size = 1; size <= std::min(limit, characters.size()); ++size) {
    prefixes.push_back(text::EncodeUtf8(std::u32string_view(characters).substr(0, size)));
  }
  return prefixes;
}

std::vector<std::string> KeyGrams(std::string_view key) {
  const std::u32string characters = text::DecodeUtf8(key);
  const std::u32string_view view = characters;
  std::vector<std::string> grams;
  for (size_t i = 0; i < view.size(); ++i) {
    grams.push_back(text::EncodeUtf8(view.substr(i, 1)));
    if (i + 1 < view.size()) grams.push_back(text::EncodeUtf8(view.substr(i, 2)));
  }
  std::sort(grams.begin(), grams.end());
  grams.erase(std::unique(grams.begin(), grams.end()), grams.end());
  return grams;
}

}  // namespace yinzheng::store
