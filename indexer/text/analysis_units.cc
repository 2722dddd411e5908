// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/analysis_units.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "indexer/text/analyzer.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace internal {
namespace {

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsGramCharacter(char32_t c) {
  return IsHan(c) || (c >= 0x3041 && c <= 0x30FF && c != U'・') || (c >= 0xAC00 && c <= 0xD7A3);
}

bool IsWordCharacter(char32_t c) {
  if (c < 0x80) return IsLatinLetter(c);
  return (u_isalnum(static_cast<UChar32>(c)) ||
          (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0) &&
         !IsGramCharacter(c);
}

// Marks between the parts of a code, a number range or an address.
bool IsConnector(char32_t c) {
  constexpr std::u32string_view kConnectors = U"-_./&+'@";
  return kConnectors.find(c) != std::u32string_view::npos;
}

// What separates words without ending a phrase.
bool IsLooseSeparator(char32_t c) {
  if (IsLineBreak(c)) return false;
  if (IsSpace(c) || c == U'·' || c == U'・' || c == U'‧' || c == U'%' || c == U'‰') return true;
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_S_MASK) != 0;
}

class UnitFinder {
 public:
  explicit UnitFinder(std::u32string_view key)
      : key_(key), size_(static_cast<uint32_t>(key.size())) {}

  std::vector<AnalysisUnit> Find() {
    units_.reserve(key_.size());
    uint32_t i = 0;
    while (i < size_) i = Step(i);
    return std::move(units_);
  }

 private:
  uint32_t Step(uint32_t i) {
    const char32_t c = key_[i];
    if (IsGramCharacter(c)) return Add(i, i + 1, UnitKind::kHan);
    if (IsAsciiDigit(c)) return Add(i, EndOfNumber(i), UnitKind::kDigits);
    if (IsWordCharacter(c)) return Add(i, EndOfWord(i), UnitKind::kLetters);
    if (IsConnection(i)) {
      Weaken(UnitLink::kConnected);
    } else if (IsLooseSeparator(c)) {
      Weaken(UnitLink::kSpaced);
    } else if (!IsTransparentMark(c)) {
      Weaken(UnitLink::kBroken);
    }
    return i + 1;
  }

  void Weaken(UnitLink link) { link_ = std::max(link_, link); }

  uint32_t Add(uint32_t begin, uint32_t end, UnitKind kind) {
    if (link_ == UnitLink::kBroken && !units_.empty()) next_position_ += kBreakGap;
    units_.push_back({{begin, end}, next_position_, kind, link_});
    ++next_position_;
    link_ = UnitLink::kAdjacent;
    return end;
  }

  // A lone connector between letters or digits.
  bool IsConnection(uint32_t i) const {
    const auto is_code = [this](uint32_t at) {
      return IsAsciiDigit(key_[at]) || IsWordCharacter(key_[at]);
    };
    return IsConnector(key_[i]) && i > 0 && i + 1 < size_ && is_code(i - 1) && is_code(i + 1);
  }

  uint32_t EndOfDigits(uint32_t i) const {
    while (i < size_ && IsAsciiDigit(key_[i])) ++i;
    return i;
  }

  // 7947.5, 1,200 and 1,200.5; not 1.2.3, which is a version, nor 12,34, which is a list.
  uint32_t EndOfNumber(uint32_t i) const {
    uint32_t end = EndOfDigits(i);
    if (end - i <= 3) {
      while (end < size_ && key_[end] == U',' && EndOfDigits(end + 1) == end + 4) end += 4;
    }
    if (end + 1 < size_ && key_[end] == U'.' && IsAsciiDigit(key_[end + 1])) {
      const uint32_t decimal_end = EndOfDigits(end + 1);
      const bool is_version = (decimal_end + 1 < size_ && key_[decimal_end] == U'.' &&
                               IsAsciiDigit(key_[decimal_end + 1])) ||
                              (i >= 2 && key_[i - 1] == U'.' && IsAsciiDigit(key_[i - 2]));
      if (!is_version) end = decimal_end;
    }
    return end;
  }

  uint32_t EndOfWord(uint32_t i) const {
    while (i < size_ && IsWordCharacter(key_[i])) ++i;
    return i;
  }

  std::u32string_view key_;
  uint32_t size_;
  std::vector<AnalysisUnit> units_;
  uint32_t next_position_ = 0;
  UnitLink link_ = UnitLink::kBroken;
};

}  // namespace

std::vector<AnalysisUnit> FindUnits(std::u32string_view key) { return UnitFinder(key).Find(); }

}  // namespace internal

bool IsTransparentMark(char32_t c) {
  if (c >= 0x4E00) return false;  // Nearly all.
  constexpr std::u32string_view kMarks = U"“”‘’「」『』《》〈〉\"";
  return kMarks.find(c) != std::u32string_view::npos;
}

}  // namespace yinzheng::text
