// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/numeral_forms.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/text/number_text.h"

namespace yinzheng::text {
namespace {

constexpr int kFractionPlaces = 12;
constexpr int kMaxExponent = 60;

// `words` with blanks allowed between its characters; the end, or nullopt.
std::optional<std::size_t> MatchSpaced(std::u32string_view text, std::size_t position,
                                       std::u32string_view words) {
  for (const char32_t c : words) {
    position = SkipBlanks(text, position);
    if (At(text, position) != c) return std::nullopt;
    ++position;
  }
  return position;
}

NumeralForm Wrap(std::size_t start, ParsedNumber number) {
  NumeralForm form;
  form.numeral.span = MakeSpan(start, number.end);
  form.numeral.amount = number.value;
  form.numeral.upper = number.upper;
  form.numeral.vagueness = number.vagueness;
  form.number = std::move(number);
  return form;
}

void Negate(Numeral& numeral) {
  numeral.amount = -numeral.amount;
  if (numeral.fraction) numeral.fraction->numerator = -numeral.fraction->numerator;
  if (numeral.upper) numeral.upper = -*numeral.upper;
}

bool SetFraction(NumeralForm& form, const Decimal& numerator, const Decimal& denominator) {
  const std::optional<Decimal> value = Decimal::Divide(numerator, denominator, kFractionPlaces);
  if (!value) return false;
  form.numeral.kind = NumeralKind::kFraction;
  form.numeral.amount = *value;
  form.numeral.upper.reset();
  form.numeral.fraction = Fraction{numerator, denominator};
  return true;
}

// A number that may carry its own sign, as after 分之 (负三分之负一).
std::optional<std::pair<Decimal, ParsedNumber>> ReadSigned(std::u32string_view text,
                                                           std::size_t position) {
  position = SkipBlanks(text, position);
  const bool negative = At(text, position) == U'负' || At(text, position) == U'-';
  std::optional<ParsedNumber> number = ParseNumber(text, position + (negative ? 1 : 0));
  if (!number) return std::nullopt;
  const Decimal value = negative ? -number->value : number->value;
  return std::pair(value, *std::move(number));
}

// 40k, 2.5 M: only behind Arabic digits, and not 4K and 8K, which name resolutions.
void ReadKilo(std::u32string_view text, ParsedNumber& number) {
  if (number.has_han) return;
  const std::size_t letter = SkipBlanks(text, number.end);
  const char32_t c = At(text, letter);
  const int power = c == U'k' || c == U'K' ? 3 : c == U'M' ? 6 : 0;
  if (power == 0 || !IsBoundary(text, letter + 1)) {
    if (power == 0 || IsAsciiLetter(At(text, letter + 1)) || IsArabicDigit(At(text, letter + 1))) {
      return;
    }
  }
  if (c == U'K' && number.characters == 1) return;
  number.value = number.value.ScaledByPowerOfTen(power);
  number.end = letter + 1;
}

// 二 of 百分之二: percent; the scale word alone before 分之 says which.
std::optional<NumeralForm> ReadPerScale(std::u32string_view text, std::size_t position) {
  const char32_t scale = At(text, position);
  const int power = scale == U'万' ? 4 : SmallScale(scale).value_or(0);
  if (power < 2) return std::nullopt;
  const std::optional<std::size_t> after = MatchSpaced(text, position + 1, U"分之");
  if (!after) return std::nullopt;
  auto part = ReadSigned(text, *after);
  if (!part) return std::nullopt;
  auto& [value, number] = *part;
  const bool negative = value.IsNegative();
  ReadKilo(text, number);
  NumeralForm form = Wrap(position, number);
  form.numeral.kind = NumeralKind::kPercent;
  form.numeral.amount = (negative ? -number.value : number.value).ScaledByPowerOfTen(2 - power);
  if (number.upper) form.numeral.upper = number.upper->ScaledByPowerOfTen(2 - power);
  return form;
}

// X分之Y after a number X.
std::optional<NumeralForm> ReadOver(std::u32string_view text, const NumeralForm& first) {
  const auto over = MatchSpaced(text, first.numeral.span.end, U"分之");
  if (!over) return std::nullopt;
  const auto part = ReadSigned(text, *over);
  if (!part) return std::nullopt;
  NumeralForm form = first;
  if (!SetFraction(form, part->first, first.numeral.amount)) return std::nullopt;
  form.numeral.span.end = ToPosition(part->second.end);
  return form;
}

// X分之Y after a number X; W又X分之Y after a number W.
std::optional<NumeralForm> ReadHanFraction(std::u32string_view text, const NumeralForm& first) {
  if (auto fraction = ReadOver(text, first)) return fraction;
  const auto plus = MatchSpaced(text, first.numeral.span.end, U"又");
  if (!plus) return std::nullopt;
  const std::size_t next = SkipBlanks(text, *plus);
  const std::optional<ParsedNumber> denominator = ParseNumber(text, next);
  if (!denominator) return std::nullopt;
  const auto part = ReadOver(text, Wrap(next, *denominator));
  if (!part || !part->numeral.fraction) return std::nullopt;
  NumeralForm form = first;
  const Fraction& fraction = *part->numeral.fraction;
  if (!SetFraction(form, first.numeral.amount * fraction.denominator + fraction.numerator,
                   fraction.denominator)) {
    return std::nullopt;
  }
  form.numeral.span.end = ToPosition(part->numeral.span.end);
  return form;
}

bool IsPlainInteger(const ParsedNumber& number) {
  return number.has_arabic && !number.has_han && number.value.IsInteger();
}

// 3/2, 1 3/5: not the middle of a date (2010/01/29), not 4/5G.
std::optional<NumeralForm> ReadSlashFraction(std::u32string_view text, const NumeralForm& first) {
  if (!IsPlainInteger(first.number)) return std::nullopt;
  std::size_t next = first.numeral.span.end;
  std::optional<ParsedNumber> top = first.number;
  Decimal whole;
  if (At(text, next) == U' ') {
    top = ParseArabic(text, next + 1);
    if (!top || !IsPlainInteger(*top)) return std::nullopt;
    whole = first.numeral.amount;
    next = top->end;
  }
  if (At(text, next) != U'/') return std::nullopt;
  const std::optional<ParsedNumber> bottom = ParseArabic(text, next + 1);
  if (!bottom || !IsPlainInteger(*bottom)) return std::nullopt;
  const char32_t after = At(text, bottom->end);
  if (after == U'/' || after == U'-' || IsAsciiLetter(after)) return std::nullopt;
  const std::size_t start = first.numeral.span.begin;
  if (start > 0 && text[start - 1] == U'/') return std::nullopt;
  NumeralForm form = first;
  if (!SetFraction(form, whole * bottom->value + top->value, bottom->value)) return std::nullopt;
  form.numeral.span.end = ToPosition(bottom->end);
  return form;
}

Decimal Power(const Decimal& base, int exponent) {
  Decimal result = Decimal::FromInt(1);
  for (int i = 0; i < exponent; ++i) result = result * base;
  return result;
}

// 2e5 and 2^5, with signs before the exponent.
void ReadExponent(std::u32string_view text, NumeralForm& form) {
  if (form.number.has_han) return;
  const std::size_t end = form.numeral.span.end;
  const char32_t c = At(text, end);
  if (!IsOneOf(c, U"eE^")) return;
  std::size_t next = end + 1;
  bool negative = false;
  for (; IsOneOf(At(text, next), U"+-"); ++next) negative ^= text[next] == U'-';
  int exponent = 0;
  const std::size_t digits = next;
  while (IsArabicDigit(At(text, next)) && next - digits < 3) {
    exponent = exponent * 10 + static_cast<int>(text[next++] - U'0');
  }
  if (next == digits || exponent > kMaxExponent || IsArabicDigit(At(text, next))) return;
  if (IsAsciiLetter(At(text, next))) return;
  Decimal& amount = form.numeral.amount;
  if (c != U'^') {
    amount = amount.ScaledByPowerOfTen(negative ? -exponent : exponent);
  } else {
    const Decimal power = Power(amount, exponent);
    const auto inverse = Decimal::Divide(Decimal::FromInt(1), power, kFractionPlaces);
    if (negative && !inverse) return;
    amount = negative ? *inverse : power;
  }
  form.numeral.span.end = ToPosition(next);
}

// 七成, 七成六, 三成半: tenths. 成 also begins words (成立, 成员).
bool ReadTenths(std::u32string_view text, std::size_t mark, NumeralForm& form) {
  const Decimal ten = Decimal::FromInt(10);
  if (At(text, mark) != U'成' || form.numeral.amount > ten) return false;
  if (IsOneOf(At(text, mark + 1), U"立员果都为本就功长年品人分套型语群形绩品交份效败")) {
    return false;
  }
  form.numeral.amount = form.numeral.amount.ScaledByPowerOfTen(1);
  if (form.numeral.upper) form.numeral.upper = form.numeral.upper->ScaledByPowerOfTen(1);
  form.numeral.span.end = ToPosition(mark + 1);
  const std::size_t next = SkipBlanks(text, mark + 1);
  const char32_t c = At(text, next);
  const int extra = c == U'半' ? 5 : HanDigit(c).value_or(0);
  if (extra > 0 && !IsNumeralCharacter(At(text, next + 1)) && IsBoundary(text, next + 1)) {
    form.numeral.amount = form.numeral.amount + Decimal::FromInt(extra);
    form.numeral.span.end = ToPosition(next + 1);
  }
  return true;
}

// 八折 is 80 %, 75折 75 %. 十折 is no discount and so no percentage.
bool ReadDiscount(std::u32string_view text, std::size_t mark, NumeralForm& form) {
  if (At(text, mark) != U'折' || IsOneOf(At(text, mark + 1), U"叠射腾磨旧中断线子返损算")) {
    return false;
  }
  const Decimal ten = Decimal::FromInt(10);
  if (form.numeral.amount == ten || form.numeral.amount >= Decimal::FromInt(100)) return false;
  if (form.number.upper) {  // 五六折 would be adjacent digits; 三四折, as written, is 34 %
    form.numeral.amount = form.numeral.amount * ten + (*form.number.upper);
    form.numeral.upper.reset();
  }
  if (form.numeral.amount < ten) form.numeral.amount = form.numeral.amount.ScaledByPowerOfTen(1);
  form.numeral.span.end = ToPosition(mark + 1);
  return true;
}

// The percent sign or word behind a number.
bool ReadPercentMark(std::u32string_view text, NumeralForm& form) {
  const std::size_t end = form.numeral.span.end;
  std::size_t mark = SkipBlanks(text, end);
  if (At(text, mark) == U'多' || At(text, mark) == U'余') {  // 60多%
    if (At(text, mark + 1) == U'%') form.numeral.vagueness = NumeralVagueness::kMore;
    if (At(text, mark + 1) == U'%' || At(text, mark + 1) == U'个') ++mark;
  }
  const bool per_mille = At(text, mark) == U'‰';
  if (At(text, mark) == U'%' || per_mille) {
    const int power = per_mille ? -1 : 0;
    form.numeral.amount = form.numeral.amount.ScaledByPowerOfTen(power);
    if (form.numeral.upper) form.numeral.upper = form.numeral.upper->ScaledByPowerOfTen(power);
    form.numeral.span.end = ToPosition(mark + 1);
    return true;
  }
  auto point = MatchSpaced(text, mark, U"个百分点");
  if (!point) point = MatchSpaced(text, mark, U"百分点");
  if (point) {
    form.numeral.span.end = ToPosition(*point);
    return true;
  }
  return ReadTenths(text, mark, form) || ReadDiscount(text, mark, form);
}

// 半成, 半折, 对折 after 打, 半百, and 九 九 折 with its digits apart.
std::optional<NumeralForm> ReadSpecial(std::u32string_view text, std::size_t position) {
  NumeralForm form;
  form.number.has_han = true;
  const auto result = [&](std::size_t size, int amount, NumeralKind kind) {
    form.numeral.span = MakeSpan(position, position + size);
    form.number.end = position + size;
    form.number.characters = 2;
    form.numeral.amount = Decimal::FromInt(amount);
    form.numeral.kind = kind;
    return form;
  };
  if (StartsWithAt(text, position, U"半百")) return result(2, 50, NumeralKind::kCardinal);
  if (StartsWithAt(text, position, U"半成") && IsBoundary(text, position + 2)) {
    return result(2, 5, NumeralKind::kPercent);
  }
  if (StartsWithAt(text, position, U"半折")) return result(2, 50, NumeralKind::kPercent);
  if (StartsWithAt(text, position, U"对折") && EndsWithAt(text, position, U"打")) {
    return result(2, 50, NumeralKind::kPercent);
  }
  const auto digit = [&](std::size_t at) {
    const char32_t c = At(text, at);
    return IsArabicDigit(c) ? std::optional<int>(static_cast<int>(c - U'0')) : HanDigit(c);
  };
  const std::size_t second = position + 2;
  if (digit(position) && At(text, position + 1) == U' ' && digit(second)) {
    const std::size_t mark = SkipBlanks(text, second + 1);
    if (At(text, mark) == U'折') {
      return result(mark + 1 - position, *digit(position) * 10 + *digit(second),
                    NumeralKind::kPercent);
    }
  }
  return std::nullopt;
}

// 廿三, 卅: tens in one character.
std::optional<ParsedNumber> ReadTens(std::u32string_view text, std::size_t position) {
  const char32_t c = At(text, position);
  const int tens = c == U'廿' || c == U'卄' ? 20 : c == U'卅' ? 30 : 0;
  if (tens == 0) return std::nullopt;
  const int units = HanDigit(At(text, position + 1)).value_or(0);
  ParsedNumber number;
  number.end = position + (units > 0 ? 2 : 1);
  number.value = Decimal::FromInt(tens + units);
  number.has_han = true;
  number.characters = number.end - position;
  return number;
}

// 一打, 五十打: dozens; 打 is more often a verb.
void ReadDozen(std::u32string_view text, NumeralForm& form) {
  const std::size_t mark = form.numeral.span.end;
  if (At(text, mark) != U'打' ||
      IsOneOf(At(text, mark + 1), U"击破白败赢造扮算工听扫架仗开印造卡")) {
    return;
  }
  form.numeral.amount = form.numeral.amount * Decimal::FromInt(12);
  form.numeral.span.end = ToPosition(mark + 1);
  form.number.end = mark + 1;
  form.number.characters += 1;
}

std::optional<NumeralForm> ReadUnsigned(std::u32string_view text, std::size_t position) {
  if (auto special = ReadSpecial(text, position)) return special;
  if (auto percent = ReadPerScale(text, position)) return percent;
  std::optional<ParsedNumber> number = ReadTens(text, position);
  if (!number) number = ParseNumber(text, position);
  if (!number) return std::nullopt;
  ReadKilo(text, *number);
  NumeralForm form = Wrap(position, *std::move(number));
  if (auto fraction = ReadHanFraction(text, form)) return fraction;
  if (auto fraction = ReadSlashFraction(text, form)) return fraction;
  ReadExponent(text, form);
  if (ReadPercentMark(text, form)) {
    form.numeral.kind = NumeralKind::kPercent;
  } else {
    ReadDozen(text, form);
  }
  return form;
}

// Where a sign can stand: not behind a number or letter (400-600, HH-003), and for the hyphen not
// behind a Chinese character either (歼-20), unless a percentage or temperature follows.
bool SignMayStand(std::u32string_view text, std::size_t position, const NumeralForm& form) {
  const char32_t before = position == 0 ? U'\0' : text[position - 1];
  if (IsNumeralCharacter(before) || before == U')' || before == U'%') return false;
  if (At(text, position) == U'负') return !IsOneOf(before, U"胜欠不担肩抱辜自平");
  if (IsBoundary(text, position - 1)) return before != U'-' && before != U'—';
  const char32_t after = At(text, form.numeral.span.end);
  return !IsAsciiLetter(before) &&
         (form.numeral.kind == NumeralKind::kPercent || after == U'℃' || after == U'°');
}

}  // namespace

std::optional<NumeralForm> ReadNumeralForm(std::u32string_view text, std::size_t position) {
  const char32_t c = At(text, position);
  if (c == U'负' || c == U'-' || c == U'+') {
    auto form = ReadUnsigned(text, SkipBlanks(text, position + 1));
    if (!form || !SignMayStand(text, position, *form)) return std::nullopt;
    if (c != U'+') Negate(form->numeral);
    form->numeral.span.begin = ToPosition(position);
    form->number.characters += 1;
    return form;
  }
  if (c == U'第') {
    std::optional<ParsedNumber> number = ReadTens(text, position + 1);
    if (!number) number = ParseNumber(text, SkipBlanks(text, position + 1));
    if (!number) return std::nullopt;
    NumeralForm form = Wrap(position, *std::move(number));
    form.numeral.kind = NumeralKind::kOrdinal;
    return form;
  }
  return ReadUnsigned(text, position);
}

bool IsInCode(std::u32string_view text, std::size_t position, std::size_t end) {
  std::size_t start = position;
  const auto is_joint = [&](char32_t c) { return c == U'-' || c == U'.' || c == U'_'; };
  // C919, HH-003, v2.1: letters run up to the digits, over one joint.
  if (start > 0 && is_joint(text[start - 1]) && start > 1 && !IsBoundary(text, start - 2) &&
      !IsArabicDigit(text[start - 2])) {
    if (!IsNumeralCharacter(text[start - 2]) && text[start - 1] != U'.') return true;  // 歼-20
    if (IsAsciiLetter(text[start - 2])) return true;
  }
  if (start > 0 && IsAsciiLetter(text[start - 1])) return true;
  // 192.168.0.1, 13.5.2015: a second decimal point.
  const auto dotted = [&](std::size_t at) {
    return At(text, at) == U'.' && IsArabicDigit(At(text, at + 1));
  };
  if (IsArabicDigit(At(text, end - 1)) && dotted(end)) return true;
  return start > 1 && text[start - 1] == U'.' && IsArabicDigit(text[start - 2]);
}

}  // namespace yinzheng::text
