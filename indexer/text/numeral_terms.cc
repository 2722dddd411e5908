// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/numeral_terms.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/text/decimal.h"
#include "indexer/text/numeral.h"

namespace yinzheng::text::internal {
namespace {

// What numeral.h needs to see beside a number to tell it from a word.
constexpr uint32_t kContext = 6;

bool IsHanNumeral(char32_t c) {
  constexpr std::u32string_view kNumerals =
      U"一二三四五六七八九十零〇两百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟";
  return c >= 0x3007 && kNumerals.find(c) != std::u32string_view::npos;
}

constexpr std::u32string_view kPercentWord = U"百分之";

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool IsCalendarUnit(char32_t c) { return c == U'月' || c == U'日' || c == U'号'; }

class Finder {
 public:
  explicit Finder(std::u32string_view key) : key_(key), size_(static_cast<uint32_t>(key.size())) {}

  std::vector<NumeralTerm> Find() {
    uint32_t i = 0;
    while (i < size_) {
      if (IsHanNumeral(key_[i])) {
        i = ReadRun(i);
      } else {
        if (i > 0 && IsAsciiDigit(key_[i - 1])) AddDigits(i);
        ++i;
      }
    }
    return std::move(terms_);
  }

 private:
  bool IsNumberPart(uint32_t i) const {
    if (IsHanNumeral(key_[i]) || IsAsciiDigit(key_[i])) return true;
    return (key_[i] == U'.' || key_[i] == U',') && i > 0 && i + 1 < size_ &&
           IsAsciiDigit(key_[i - 1]) && IsAsciiDigit(key_[i + 1]);
  }

  // Looks at the number characters around the Chinese numeral at `i`; returns their end.
  uint32_t ReadRun(uint32_t i) {
    if (key_.substr(i, kPercentWord.size()) == kPercentWord) return ReadPercentage(i);
    uint32_t begin = i;
    while (begin > 0 && IsNumberPart(begin - 1)) --begin;
    uint32_t end = i + 1;
    while (end < size_ && IsNumberPart(end)) ++end;
    const bool tenths = end < size_ && key_[end] == U'成';
    if (end - begin >= 2 || tenths) {
      AddTerms({begin, tenths ? end + 1 : end});
    } else if (end < size_ && IsCalendarUnit(key_[end])) {
      AddCalendarNumber(i);
    }
    return end;
  }

  // 60% and 6成, whose digits end before `i`; 2.50, which is 2.5.
  void AddDigits(uint32_t i) {
    uint32_t begin = i;
    while (begin > 0 && IsNumberPart(begin - 1)) --begin;
    if (key_[i] == U'成') return AddTerms({begin, i + 1});
    if (key_[i] == U'%') {
      if (const auto value = ValueOf({begin, i})) {
        terms_.push_back({{begin, i + 1}, value->ToString() + "%"});
      }
    } else if (key_[i - 1] == U'0' && HasPoint({begin, i})) {
      if (const auto value = ValueOf({begin, i})) terms_.push_back({{begin, i}, value->ToString()});
    }
  }

  bool HasPoint(Span digits) const {
    return Slice(key_, digits).find(U'.') != std::u32string_view::npos;
  }

  // The value of digits with their separators, nullopt for 1.2.3 and the like.
  std::optional<Decimal> ValueOf(Span digits) const {
    std::string plain;
    for (const char32_t c : Slice(key_, digits)) {
      if (c >= 0x80) return std::nullopt;
      if (c != U',') plain.push_back(static_cast<char>(c));
    }
    return Decimal::Parse(plain);
  }

  // 百分之六十五点五 at `i`; returns its end, or that of 百 where no number follows.
  uint32_t ReadPercentage(uint32_t i) {
    constexpr uint32_t kLongest = 24;
    const uint32_t to = std::min(size_, i + kLongest);
    for (const Numeral& numeral : FindNumerals(Slice(key_, {i, to}))) {
      if (numeral.span.begin != 0 || numeral.kind != NumeralKind::kPercent) break;
      const Span span = {i, i + numeral.span.end};
      if (IsWorthATerm(numeral, span)) terms_.push_back({span, numeral.amount.ToString() + "%"});
      return span.end;
    }
    return i + 1;
  }

  // The month of 三月: one character, which numeral.h leaves to dates.
  void AddCalendarNumber(uint32_t i) {
    constexpr std::u32string_view kDigits = U"零一二三四五六七八九十";
    const size_t value = kDigits.find(key_[i]);
    if (value == std::u32string_view::npos || value == 0) return;
    terms_.push_back({{i, i + 1}, std::to_string(value)});
  }

  void AddTerms(Span run) {
    const uint32_t from = run.begin > kContext ? run.begin - kContext : 0;
    const uint32_t to = std::min(size_, run.end + kContext);
    for (const Numeral& numeral : FindNumerals(Slice(key_, {from, to}))) {
      const Span span = {numeral.span.begin + from, numeral.span.end + from};
      if (run.contains(span) && IsWorthATerm(numeral, span)) {
        const bool percent = numeral.kind == NumeralKind::kPercent;
        terms_.push_back({span, numeral.amount.ToString() + (percent ? "%" : "")});
      }
    }
  }

  bool IsWorthATerm(const Numeral& numeral, Span span) const {
    if (numeral.vagueness != NumeralVagueness::kNone || numeral.upper.has_value()) return false;
    if (numeral.kind == NumeralKind::kPercent) return true;
    if (numeral.kind != NumeralKind::kCardinal) return false;
    const std::u32string_view printed = Slice(key_, span);
    if (!std::any_of(printed.begin(), printed.end(), &IsHanNumeral)) return false;
    static const Decimal kTen = Decimal::FromInt(10);
    return numeral.amount >= kTen;
  }

  std::u32string_view key_;
  uint32_t size_;
  std::vector<NumeralTerm> terms_;
};

}  // namespace

std::vector<NumeralTerm> FindNumeralTerms(std::u32string_view key) { return Finder(key).Find(); }

std::string NumeralRulesFingerprint() {
  base::Sha256 digest;
  for (const std::string_view file :
       {"text/number_variants.tsv", "text/numeral_words.tsv", "text/units.tsv"}) {
    // Without its rules nothing would get as far as here; an empty field is as good as any.
    digest.UpdateField(base::ReadDataFile(file).value_or(""));
  }
  return digest.FinishHex();
}

}  // namespace yinzheng::text::internal
