// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/numeral_parser.h"

#include <algorithm>
#include <string>

#include "indexer/text/number_text.h"

namespace yinzheng::text {
namespace {

// A longer run of digits is an identifier, not an amount.
constexpr std::size_t kMaxDigits = 30;
// More big scales than this (万亿亿 has three) are no number but a play of characters.
constexpr int kMaxBigScales = 8;

// After these 千, 百 and 兆 belong to the unit: 12千米, 六千字节, 五十兆瓦.
bool StartsScaledUnit(std::u32string_view text, std::size_t position) {
  constexpr std::u32string_view kKilo[] = {U"克", U"米", U"瓦", U"卡",   U"字节", U"赫",
                                           U"伏", U"焦", U"帕", U"比特", U"位/"};
  constexpr std::u32string_view kMega[] = {U"字节", U"瓦", U"赫", U"比特",
                                           U"帕",   U"焦", U"伏", U"欧"};
  const char32_t scale = At(text, position);
  const auto follows = [&](std::u32string_view stem) {
    return StartsWithAt(text, position + 1, stem);
  };
  if (scale == U'千') return std::any_of(std::begin(kKilo), std::end(kKilo), follows);
  if (scale == U'兆') return std::any_of(std::begin(kMega), std::end(kMega), follows);
  return scale == U'百' && follows(U"帕");
}

// A number being read. Chinese numbers are sums of sections under big scales (万, 亿, 兆), each a
// sum of digits under small scales; a bigger scale takes all the smaller groups before it
// (一万五千亿).
class NumberReader {
 public:
  NumberReader(std::u32string_view text, std::size_t position) : text_(text), position_(position) {
    number_.end = position;
  }

  std::optional<ParsedNumber> Run() {
    ReadLeadingSeveral();
    while (ReadToken()) {
    }
    if (last_ == Token::kNone || last_ == Token::kSeveral) return std::nullopt;
    Finish();
    return number_;
  }

 private:
  enum class Token {
    kNone,
    kSeveral,
    kDigit,
    kRun,
    kArabic,
    kZero,
    kSmall,
    kBig,
    kFraction,
    kMore
  };

  struct Group {
    Decimal value;
    Decimal spread;
    int scale;
  };

  bool ReadToken() {
    const std::size_t next = SkipBlanks(text_, position_);
    const bool blanks = next > position_ && last_ != Token::kNone;
    if (blanks && !BlanksMayStand(next)) return false;
    const char32_t c = At(text_, next);
    if (IsArabicDigit(c) || (c == U'.' && last_ == Token::kNone)) {
      return ReadArabic(next, blanks);
    }
    if (HanDigit(c)) return ReadDigits(next);
    if (SmallScale(c)) return ReadSmallScale(next);
    if (BigScale(c)) return ReadBigScale(next);
    if (c == U'点') return ReadHanFraction(next);
    return ReadMore(next);
  }

  // Blanks inside a number stand beside a scale word or 点, 余: 一百 五 十 二, 1000 万.
  bool BlanksMayStand(std::size_t next) const {
    if (next - position_ > 8) return false;
    const char32_t c = At(text_, next);
    const bool after_scale = last_ == Token::kSmall || last_ == Token::kBig ||
                             last_ == Token::kMore || last_ == Token::kFraction;
    return after_scale || SmallScale(c) || BigScale(c) || c == U'点' || c == U'余' || c == U'多' ||
           c == U'几';
  }

  // 几百, 数十亿, 好几万: the scale itself is the least that can be meant.
  void ReadLeadingSeveral() {
    const std::size_t start = position_ + (StartsWithAt(text_, position_, U"好几") ? 1 : 0);
    const char32_t c = At(text_, start);
    if (c != U'几' && c != U'数') return;
    const char32_t scale = At(text_, start + 1);
    if (!SmallScale(scale) && !BigScale(scale)) return;
    Consume(start + 1, Token::kSeveral, start + 1 - position_);
    number_.vagueness = NumeralVagueness::kSeveral;
    number_.has_han = true;
  }

  bool ReadArabic(std::size_t next, bool after_blanks) {
    if (last_ != Token::kNone && last_ != Token::kSmall && last_ != Token::kBig &&
        last_ != Token::kZero) {
      return false;
    }
    const std::optional<ParsedNumber> arabic = ParseArabic(text_, next);
    if (!arabic) return false;
    if (after_blanks && !SmallScale(At(text_, arabic->end))) return false;  // 7万 5千, not 7万 500
    single_ = arabic->characters == 1;
    pending_ = arabic->value;
    number_.has_arabic = true;
    after_scale_ = last_ != Token::kZero;
    Consume(arabic->end, Token::kArabic, arabic->characters);
    return true;
  }

  bool ReadDigits(std::size_t next) {
    if (pending_ || last_ == Token::kFraction || last_ == Token::kMore) return false;
    std::size_t end = next;
    while (end - next <= kMaxDigits && HanDigit(At(text_, end)) && !StartsLiang(next, end)) ++end;
    const std::size_t length = end - next;
    const int first = *HanDigit(text_[next]);
    if (first == 0 && last_ != Token::kNone) return ReadZero(next);
    if (length == 1) return TakeDigit(next, first);
    const int second = *HanDigit(text_[next + 1]);
    if (length == 2 && IsAdjacentPair(first, second, end)) {
      upper_digit_ = second;
      TakeDigit(next, first);
      Consume(end, Token::kDigit, 1);
      return true;
    }
    if (last_ == Token::kNone) return TakePositional(next, end);
    return TakeDigit(next, first);
  }

  // 两 behind a digit is the unit (三两), but not in 一两个.
  bool StartsLiang(std::size_t run, std::size_t position) const {
    if (position == run || (text_[position] != U'两' && text_[position] != U'俩')) return false;
    return position != run + 1 || text_[run] != U'一' || IsBoundary(text_, position + 1) ||
           At(text_, position + 1) == U'半';
  }

  bool ReadZero(std::size_t next) {
    const char32_t c = At(text_, SkipBlanks(text_, next + 1));
    const bool goes_on =
        HanDigit(c).value_or(0) > 0 || SmallScale(c) || IsArabicDigit(c) || c == U'几';
    if (!goes_on || last_ == Token::kArabic || last_ == Token::kDigit) return false;
    Consume(next + 1, Token::kZero, 1);
    return true;
  }

  bool TakeDigit(std::size_t next, int digit) {
    single_ = true;
    after_scale_ = last_ == Token::kSmall || last_ == Token::kBig;
    pending_ = Decimal::FromInt(digit);
    number_.has_han = true;
    Consume(next + 1, Token::kDigit, 1);
    return true;
  }

  // 三四(百), 七八, 三五(个): two digits that bound a number rather than spell one.
  bool IsAdjacentPair(int first, int second, std::size_t end) const {
    if (first == 0 || HanDigit(At(text_, end)) || At(text_, end) == U'点') return false;
    if (first == 2 && text_[end - 2] != U'二' && text_[end - 2] != U'两') return false;
    return second == first + 1 || (first == 3 && second == 5);
  }

  bool TakePositional(std::size_t next, std::size_t end) {
    if (end - next > kMaxDigits) return false;
    std::string digits;
    for (std::size_t i = next; i < end; ++i) {
      digits += static_cast<char>('0' + *HanDigit(text_[i]));
    }
    pending_ = Decimal::Parse(digits);
    single_ = false;
    number_.positional = true;
    number_.has_han = true;
    Consume(end, Token::kRun, end - next);
    return true;
  }

  bool ReadSmallScale(std::size_t next) {
    const int power = *SmallScale(text_[next]);
    const bool leads = last_ == Token::kNone || last_ == Token::kSeveral || last_ == Token::kZero;
    if (StartsScaledUnit(text_, next) && last_ != Token::kSeveral && last_ != Token::kZero) {
      return false;
    }
    if (number_.positional || last_ == Token::kFraction) return false;
    if (!pending_ && !leads && last_ != Token::kMore) return false;
    if (power >= smallest_) return false;
    const Decimal digit = pending_ && !pending_->IsZero() ? *pending_ : Decimal::FromInt(1);
    if (!pending_ && last_ != Token::kZero) number_.scale_led = groups_.empty();
    section_ = section_ + digit.ScaledByPowerOfTen(power);
    if (upper_digit_) AddSpread(digit, power);
    pending_.reset();
    smallest_ = power;
    last_power_ = power;
    number_.has_han = true;
    Consume(next + 1, Token::kSmall, 1);
    return true;
  }

  bool ReadBigScale(std::size_t next) {
    const int power = *BigScale(text_[next]);
    const bool leads = last_ == Token::kNone || last_ == Token::kSeveral;
    if (StartsScaledUnit(text_, next) || last_ == Token::kZero) return false;
    if (big_scales_ == kMaxBigScales) return false;
    // A bare 万 or 亿 is a number only where it is hedged: 过亿, 近万.
    const bool hedged = next > 0 && std::u32string_view(U"过上近逾超破").find(text_[next - 1]) !=
                                        std::u32string_view::npos;
    if (last_ == Token::kNone && !BigScale(At(text_, next + 1)) && !hedged) return false;
    const bool multiplies = !pending_ && section_.IsZero() && !leads;
    ClosePending(0);
    Group group{section_, spread_, power};
    if (leads) group.value = Decimal::FromInt(1);
    while (!groups_.empty() &&
           (groups_.back().scale < power || (multiplies && groups_.back().scale == power))) {
      group.value = group.value + groups_.back().value;
      group.spread = group.spread + groups_.back().spread;
      groups_.pop_back();
    }
    if (group.value.IsZero()) return false;
    if (last_ == Token::kNone) number_.scale_led = true;
    group.value = group.value.ScaledByPowerOfTen(power);
    group.spread = group.spread.ScaledByPowerOfTen(power);
    groups_.push_back(group);
    ++big_scales_;
    section_ = Decimal();
    spread_ = Decimal();
    smallest_ = 4;
    last_power_ = power;
    number_.has_han = true;
    number_.positional = false;
    Consume(next + 1, Token::kBig, 1);
    return true;
  }

  // 十点二三: decimals are single Han digits; 八点五十(分) is a time of day.
  bool ReadHanFraction(std::size_t next) {
    if (last_ == Token::kNone || last_ == Token::kArabic || last_ == Token::kFraction ||
        last_ == Token::kMore || last_ == Token::kSeveral || last_ == Token::kZero) {
      return false;
    }
    const std::size_t start = SkipBlanks(text_, next + 1);
    std::string digits = "0.";
    std::size_t end = start;
    for (; end - start <= kMaxDigits && HanDigit(At(text_, end)); ++end) {
      if (At(text_, end) == U'两' || At(text_, end) == U'俩') break;
      digits += static_cast<char>('0' + *HanDigit(text_[end]));
    }
    const char32_t after = At(text_, end);
    if (end == start || end - start > kMaxDigits) return false;
    if (SmallScale(after) || after == U'刻') return false;
    ClosePending(last_power_ > 1 && after_scale_ && single_ ? last_power_ - 1 : 0);
    section_ = section_ + *Decimal::Parse(digits);
    Consume(end, Token::kFraction, end - start + 1);
    return true;
  }

  // 十余万, 300多亿, 二十几: blur inside the number.
  bool ReadMore(std::size_t next) {
    const char32_t c = At(text_, next);
    const char32_t after = At(text_, SkipBlanks(text_, next + 1));
    const bool several = c == U'几' && (last_ == Token::kSmall || last_ == Token::kZero);
    const bool more = (c == U'余' || c == U'多' || c == U'来') && last_ != Token::kNone &&
                      last_ != Token::kSeveral && last_ != Token::kMore && BigScale(after) &&
                      !StartsScaledUnit(text_, SkipBlanks(text_, next + 1));
    if (!several && !more) return false;
    if (several && (after == U'乎' || after == U'何')) return false;
    number_.vagueness = NumeralVagueness::kMore;
    ClosePending(0);
    Consume(next + 1, Token::kMore, 1);
    return true;
  }

  void Consume(std::size_t end, Token token, std::size_t characters) {
    position_ = end;
    last_ = token;
    number_.end = end;
    number_.characters += characters;
  }

  // Moves the digit read last into the section, `power` places up.
  void ClosePending(int power) {
    if (!pending_) return;
    section_ = section_ + pending_->ScaledByPowerOfTen(power);
    if (upper_digit_) AddSpread(*pending_, power);
    pending_.reset();
  }

  void AddSpread(const Decimal& digit, int power) {
    spread_ = spread_ + (Decimal::FromInt(*upper_digit_) - digit).ScaledByPowerOfTen(power);
    upper_digit_.reset();
  }

  // A last digit straight after a scale counts the next smaller one: 一万三 is 13000, 一百五 150.
  void Finish() {
    const bool carries = single_ && after_scale_ && last_power_ > 1;
    ClosePending(carries ? last_power_ - 1 : 0);
    Decimal spread = spread_;
    number_.value = section_;
    for (const Group& group : groups_) {
      number_.value = number_.value + group.value;
      spread = spread + group.spread;
    }
    if (!spread.IsZero()) number_.upper = number_.value + spread;
  }

  std::u32string_view text_;
  std::size_t position_;
  ParsedNumber number_;
  std::vector<Group> groups_;
  Decimal section_;                 // under the big scale to come
  Decimal spread_;                  // upper minus lower of the section
  std::optional<Decimal> pending_;  // a digit or number whose scale is still to come
  std::optional<int> upper_digit_;  // the second digit of 五六
  bool single_ = false;             // pending_ is one digit
  bool after_scale_ = false;        // … that follows a scale without 零 between
  int smallest_ = 4;                // power of the last small scale of the section
  int last_power_ = 0;
  int big_scales_ = 0;
  Token last_ = Token::kNone;
};

// The digits of a grouped or plain integer part from `position` on; commas are grouping only
// between full groups of three (1,100 but not 2021,300).
std::size_t ReadIntegerPart(std::u32string_view text, std::size_t position, std::string& digits) {
  std::size_t end = position;
  while (IsArabicDigit(At(text, end))) digits += static_cast<char>(text[end++]);
  if (digits.empty() || digits.size() > 3 || digits[0] == '0') return end;
  const auto is_group = [&](std::size_t comma) {
    return At(text, comma) == U',' && IsArabicDigit(At(text, comma + 1)) &&
           IsArabicDigit(At(text, comma + 2)) && IsArabicDigit(At(text, comma + 3)) &&
           !IsArabicDigit(At(text, comma + 4));
  };
  while (digits.size() <= kMaxDigits && is_group(end)) {
    for (std::size_t i = 1; i <= 3; ++i) digits += static_cast<char>(text[end + i]);
    end += 4;
  }
  return end;
}

}  // namespace

std::optional<ParsedNumber> ParseArabic(std::u32string_view text, std::size_t position) {
  std::string digits;
  std::size_t end = ReadIntegerPart(text, position, digits);
  if (At(text, end) == U'.' && IsArabicDigit(At(text, end + 1))) {
    digits += '.';
    for (++end; IsArabicDigit(At(text, end)); ++end) digits += static_cast<char>(text[end]);
  }
  if (digits.empty() || digits.size() > kMaxDigits) return std::nullopt;
  const std::optional<Decimal> value = Decimal::Parse(digits);
  if (!value) return std::nullopt;
  ParsedNumber number;
  number.end = end;
  number.value = *value;
  number.has_arabic = true;
  number.characters = end - position;
  return number;
}

std::optional<ParsedNumber> ParseNumber(std::u32string_view text, std::size_t position) {
  if (position >= text.size() || IsBlank(text[position])) return std::nullopt;
  return NumberReader(text, position).Run();
}

}  // namespace yinzheng::text
