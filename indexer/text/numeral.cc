// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/numeral.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/numeral_finder.h"
#include "indexer/text/numeral_forms.h"
#include "indexer/text/unit_matcher.h"

namespace yinzheng::text {
namespace {

bool MayStart(char32_t c) {
  return IsNumeralCharacter(c) || IsOneOf(c, U"第负-+.半对廿卄卅几数好");
}

// Decides whether what parses as a number is one in its place.
class NumeralFinder {
 public:
  explicit NumeralFinder(std::u32string_view text) : text_(text) {}

  std::vector<Numeral> Run() {
    std::vector<Numeral> found;
    std::size_t position = 0;
    while (position < text_.size()) {
      if (!MayStart(text_[position])) {
        ++position;
        continue;
      }
      const std::optional<NumeralForm> form = ReadNumeralForm(text_, position);
      if (!form) {
        // A run of digits too long for a number is skipped whole.
        const bool digit = IsArabicDigit(text_[position]);
        do {
          ++position;
        } while (digit && IsArabicDigit(At(text_, position)));
      } else if (Accept(*form)) {
        found.push_back(form->numeral);
        position = form->numeral.span.end;
      } else {
        position = std::max(position + 1, resume_);
      }
    }
    return found;
  }

 private:
  bool Accept(const NumeralForm& form) {
    const Span span = form.numeral.span;
    resume_ = span.begin + 1U;
    const std::size_t number_end = form.number.end;
    const std::size_t unit_end = UnitEnd(span.end);
    if (IsInWord(span, unit_end)) {
      resume_ = span.end;
      return false;
    }
    if (form.number.has_arabic && !form.number.has_han) return AcceptArabic(form);
    if (form.numeral.kind == NumeralKind::kOrdinal) return true;
    if (form.numeral.kind == NumeralKind::kPercent || form.numeral.kind == NumeralKind::kFraction) {
      return true;
    }
    if (form.numeral.vagueness == NumeralVagueness::kSeveral) {
      return unit_end > 0 || IsFree(span.end);
    }
    if (EndsWithAt(text_, span.end, U"打")) return true;  // a dozen
    const bool short_number = form.number.characters == 1 || form.number.positional ||
                              form.number.scale_led || IsPair(form);
    if (!short_number || number_end - span.begin > 2) {
      if (!form.number.scale_led || form.number.characters > 2) return true;
    }
    return AcceptShort(form, unit_end);
  }

  // The end of the unit behind a number, over 余 and 多 (百余名); 0 if there is none.
  std::size_t UnitEnd(std::size_t position) const {
    position = SkipBlanks(text_, position);
    const std::size_t end = MatchUnit(text_, position).end;
    if (end > 0 || !IsOneOf(At(text_, position), U"余多来")) return end;
    return MatchUnit(text_, position + 1).end;
  }

  // Digits glued to letters are codes unless the letters are a unit or a currency.
  bool AcceptArabic(const NumeralForm& form) {
    const Span span = form.numeral.span;
    std::size_t start = span.begin;
    while (start < span.end && !IsArabicDigit(text_[start]) && text_[start] != U'.') ++start;
    std::size_t run = start;
    while (IsArabicDigit(At(text_, run))) ++run;
    resume_ = std::max<std::size_t>(run, span.begin + 1U);
    const bool behind_currency = MatchPrefixUnit(text_, start).has_value();
    if (!behind_currency && IsInCode(text_, span.begin, form.number.end)) {
      resume_ = SkipCode(run);
      return false;
    }
    if (!IsAsciiLetter(At(text_, span.end))) return true;
    const bool unit = MatchUnit(text_, span.end).end > 0;
    if (!unit) resume_ = SkipCode(run);
    return unit;
  }

  // Past the letters, digits and joints of a code.
  std::size_t SkipCode(std::size_t position) const {
    while (position < text_.size()) {
      const char32_t c = text_[position];
      const bool joint =
          IsOneOf(c, U"-._/") && !IsBoundary(text_, position + 1) && At(text_, position + 1) < 0x80;
      if (!IsArabicDigit(c) && !IsAsciiLetter(c) && !joint) break;
      ++position;
    }
    return position;
  }

  bool IsPair(const NumeralForm& form) const {
    return form.numeral.upper && form.number.characters <= 2;
  }

  // One character, two digits side by side, or a bare scale: only with a unit behind or nothing
  // around.
  bool AcceptShort(const NumeralForm& form, std::size_t unit_end) {
    const Span span = form.numeral.span;
    // 零 begins words (零距离) and is a number of its own only on a scale.
    const bool zero = form.number.characters == 1 && HanDigit(text_[span.begin]) == 0;
    if (zero && unit_end > 0 && At(text_, unit_end - 1) != U'度') return false;
    const bool financial = IsFinancialDigit(text_[span.begin]);
    if (unit_end > 0 && !(financial && form.number.characters == 1)) return true;
    const bool scale = form.number.scale_led && text_[span.begin] != U'十';
    if (scale && form.number.characters == 1) return false;
    const bool open =
        IsBoundary(text_, span.begin - 1) || IsFree(span.begin - 1, U"是前后为至到和与及点");
    const bool closed = IsFree(span.end);
    if (IsOpenQuote(span)) return true;
    if (IsBoundary(text_, span.begin - 1) && StartsWithAt(text_, span.end, U"的")) return true;
    if (financial) return open && IsBoundary(text_, span.end);
    if (IsBoundary(text_, span.begin - 1) && StartsWithAt(text_, span.end, U"分之")) return true;
    return (open && closed) || EndsWithAt(text_, span.begin, U"不是") ||
           (IsFree(span.begin - 1, U"是前") && !IsHanLetter(span.end));
  }

  bool IsOpenQuote(const Span& span) const {
    return IsBoundary(text_, span.begin - 1) && IsBoundary(text_, span.end);
  }

  bool IsHanLetter(std::size_t position) const { return !IsBoundary(text_, position); }

  // Behind the number: an end, or a word that a number may stand before.
  bool IsFree(std::size_t position) const {
    return IsBoundary(text_, position) || IsFree(position, U"的不而却这那和与或及至到是");
  }

  bool IsFree(std::size_t position, std::u32string_view words) const {
    return position < text_.size() && IsOneOf(text_[position], words);
  }

  // A listed word covers the number, and no unit reaches beyond that word: 十分, but not 十分钟.
  bool IsInWord(const Span& span, std::size_t unit_end) const {
    const NumberRules& rules = Rules();
    const std::size_t longest = rules.longest_numeral_word;
    const std::size_t first = span.end > longest ? span.end - longest : 0;
    for (std::size_t start = first; start <= span.begin; ++start) {
      const std::size_t limit = std::min(longest, text_.size() - start);
      for (std::size_t size = span.end - start; size <= limit; ++size) {
        if (start + size < unit_end && start == span.begin) continue;
        if (rules.numeral_words.contains(text_.substr(start, size))) return true;
      }
    }
    return false;
  }

  std::u32string_view text_;
  std::size_t resume_ = 0;  // where to go on after a rejected numeral
};

}  // namespace

std::vector<Numeral> FindNormalizedNumerals(std::u32string_view normalized) {
  return NumeralFinder(normalized).Run();
}

std::vector<Numeral> FindNumerals(std::u32string_view text) {
  return FindNormalizedNumerals(NormalizeNumberText(text));
}

}  // namespace yinzheng::text
