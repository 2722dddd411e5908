// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/quantity_builder.h"

#include <algorithm>
#include <utility>

#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/numeral_parser.h"
#include "indexer/text/quantity_context.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

// The end of a range connector at `position`, or nullopt.
std::optional<std::size_t> MatchConnector(std::u32string_view text, std::size_t position) {
  position = SkipBlanks(text, position);
  for (const std::u32string_view word :
       {U"——", U"--", U"至", U"到", U"-", U"–", U"—", U"―", U"~", U"～"}) {
    if (StartsWithAt(text, position, word)) return SkipBlanks(text, position + word.size());
  }
  return std::nullopt;
}

// Power of ten of the big scale that `span` ends with: 4 for 600万; 0 if none.
int TrailingScale(std::u32string_view text, Span span) {
  int power = 0;
  for (std::size_t end = span.end; end > span.begin && BigScale(text[end - 1]); --end) {
    power += *BigScale(text[end - 1]);
  }
  return power;
}

}  // namespace

bool QuantityBuilder::IsSmallHan(const Numeral& numeral) const {
  return numeral.span.size() == 1 && !IsArabicDigit(text_[numeral.span.begin]);
}

bool QuantityBuilder::IsScaleLed(const Numeral& numeral) const {
  const char32_t c = text_[numeral.span.begin];
  return (SmallScale(c) && c != U'十') || BigScale(c);
}

QuantityBuilder::Draft QuantityBuilder::MakeDraft(const Numeral& numeral) const {
  Draft draft;
  draft.begin = numeral.span.begin;
  draft.number_end = numeral.span.end;
  draft.end = numeral.span.end;
  draft.amount = numeral.amount;
  draft.upper = numeral.upper;
  draft.fraction = numeral.fraction;
  draft.kind = numeral.kind;
  draft.vagueness = numeral.vagueness;
  draft.unit_span = MakeSpan(draft.end, draft.end);
  if (numeral.kind == NumeralKind::kPercent) {
    ReadPercentUnit(numeral, draft);
  } else {
    ReadTrailingMore(draft);
    ReadUnit(draft);
    ReadPrefixUnit(numeral, draft);
    ReadHalf(draft);
  }
  return draft;
}

// 500余, 3000多, 十来: the blur belongs to the number if a unit or an end follows.
void QuantityBuilder::ReadTrailingMore(Draft& draft) const {
  const std::size_t at = SkipBlanks(text_, draft.number_end);
  const char32_t c = At(text_, at);
  if (c != U'余' && c != U'多' && c != U'来') return;
  const bool unit = MatchUnit(text_, at + 1).end > 0;
  if (!unit && (c == U'来' || !IsBoundary(text_, at + 1))) return;
  if (c == U'来' && IsArabicDigit(text_[draft.number_end - 1])) return;
  draft.vagueness = NumeralVagueness::kMore;
  draft.number_end = at + 1;
  draft.end = at + 1;
  draft.unit_span = MakeSpan(draft.end, draft.end);
}

void QuantityBuilder::ReadUnit(Draft& draft) const {
  const std::size_t begin = SkipBlanks(text_, draft.number_end);
  draft.unit = MatchUnit(text_, begin);
  if (draft.unit.end == 0) return;
  draft.unit_span = MakeSpan(begin, draft.unit.end);
  draft.end = draft.unit.end;
  // 分 between hours and seconds is a minute, elsewhere a point.
  if (draft.unit.unit != U"分") return;
  const std::optional<ParsedNumber> seconds = ParseNumber(text_, draft.end);
  const bool before_seconds = seconds && At(text_, seconds->end) == U'秒';
  if (before_seconds || EndsWithAt(text_, draft.begin, U"小时")) {
    draft.unit = MatchUnit(U"分钟", 0);
    draft.unit.end = draft.end;
  }
}

void QuantityBuilder::ReadPercentUnit(const Numeral& numeral, Draft& draft) const {
  const bool points = EndsWithAt(text_, numeral.span.end, U"点");
  const UnitMatch percent = MatchUnit(U"%", 0);
  const UnitMatch point = MatchUnit(U"个百分点", 0);
  draft.unit = points ? point : percent;
  for (const std::u32string_view mark : {U"个百分点", U"百分点", U"%", U"‰", U"成", U"折"}) {
    if (!EndsWithAt(text_, numeral.span.end, mark)) continue;
    draft.number_end = numeral.span.end - mark.size();
    draft.unit_span = MakeSpan(draft.number_end, numeral.span.end);
    return;
  }
}

// $100, 摄氏10度, 零下5度: the unit or sign before the number. With a unit behind the number too,
// the prefix belongs to the amount if both name one currency, or if it says whose degrees they are.
void QuantityBuilder::ReadPrefixUnit(const Numeral& numeral, Draft& draft) const {
  const bool degrees =
      draft.unit.rule && (draft.unit.unit == U"度" || draft.unit.rule->dimension == "temperature");
  std::size_t before = draft.begin;
  while (before > 0 && IsBlank(text_[before - 1])) --before;
  if (degrees && EndsWithAt(text_, before, U"零下") && !draft.amount.IsNegative()) {
    draft.amount = -draft.amount;
    draft.begin = before - 2;
  }
  const auto prefix = MatchPrefixUnit(text_, draft.begin);
  if (!prefix) return;
  const UnitMatch unit = {draft.end, prefix->rule, prefix->rule->unit, prefix->rule->code};
  if (draft.unit.end == 0) {
    draft.unit_span = MakeSpan(prefix->start, numeral.span.begin);
  } else if (!(degrees && prefix->rule->dimension == "temperature") &&
             draft.unit.unit != prefix->rule->unit) {
    return;
  }
  draft.begin = prefix->start;
  draft.unit = unit;
}

// 一吨半, 两个半小时: half a unit more.
void QuantityBuilder::ReadHalf(Draft& draft) const {
  const Decimal half = *Decimal::Parse("0.5");
  if (draft.unit.unit == U"个" && At(text_, draft.end) == U'半') {
    UnitMatch unit = MatchUnit(text_, draft.end + 1);
    const bool month = At(text_, draft.end + 1) == U'月';
    if (month) unit = MatchUnit(U"个月", 0);
    if (unit.end == 0) return;
    const std::size_t end = month ? draft.end + 2 : unit.end;
    draft.amount = draft.amount + half;
    draft.unit_span = MakeSpan(draft.end + 1, end);
    draft.unit = unit;
    draft.end = end;
    draft.half = true;
    return;
  }
  if (draft.unit.end == 0 || At(text_, draft.end) != U'半') return;
  const char32_t after = At(text_, draft.end + 1);
  if (!IsBoundary(text_, draft.end + 1) && !IsOneOf(after, U"的多左以后前内就才了")) return;
  draft.amount = draft.amount + half;
  draft.end += 1;
  draft.half = true;
}

// 5元6角3分: smaller units of the same amount, each with its number.
void QuantityBuilder::ReadParts(Draft& draft, std::size_t& next) const {
  std::u32string_view unit = Slice(text_, draft.unit_span);
  int scale = 0;
  while (next < numerals_.size() && numerals_[next].span.begin == draft.end) {
    const Numeral& numeral = numerals_[next];
    if (numeral.kind != NumeralKind::kCardinal || numeral.upper) break;
    const UnitMatch match = MatchUnit(text_, numeral.span.end);
    if (match.end == 0) break;
    const std::u32string_view part = text_.substr(numeral.span.end, match.end - numeral.span.end);
    const auto& rules = Rules().unit_parts;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const UnitPartRule& candidate) {
      return candidate.unit == unit && candidate.part == part;
    });
    if (rule == rules.end()) break;
    scale += rule->power;
    draft.amount = draft.amount + numeral.amount.ScaledByPowerOfTen(scale);
    draft.end = match.end;
    unit = part;
    ++next;
  }
  ReadTrailingDigits(draft, unit, scale, next);
  // 块 is money where no noun follows that comes in pieces.
  const bool split = draft.end != draft.unit_span.end;
  if (draft.unit.unit == U"块" && (split || IsBoundary(text_, draft.end))) {
    draft.unit = MatchUnit(U"元", 0);
  }
}

// 两块五, 五块六毛三, 一米八, 1米75: digits behind the last unit are its decimals.
void QuantityBuilder::ReadTrailingDigits(Draft& draft, std::u32string_view unit, int scale,
                                         std::size_t& next) const {
  if (draft.half || (unit != U"块" && unit != U"米" && unit != U"毛" && unit != U"角")) return;
  std::size_t end = draft.end;
  std::string digits = "0.";
  for (; end < text_.size() && digits.size() < 4; ++end) {
    const std::optional<int> han = HanDigit(text_[end]);
    if (!IsArabicDigit(text_[end]) && !han) break;
    digits +=
        IsArabicDigit(text_[end]) ? static_cast<char>(text_[end]) : static_cast<char>('0' + *han);
  }
  if (end == draft.end || (!IsBoundary(text_, end) && At(text_, end) != U'的')) return;
  draft.amount = draft.amount + Decimal::Parse(digits)->ScaledByPowerOfTen(scale);
  draft.end = end;
  while (next < numerals_.size() && numerals_[next].span.begin < end) ++next;
}

// 400至600个, 12%—35%, 8500到3万: the lower end takes the unit, percent sign and, if it is the
// smaller number as written, the scale of the upper.
void QuantityBuilder::JoinRange(std::size_t& next, const Numeral& first, Draft& draft) const {
  if (next >= numerals_.size() || draft.half) return;
  const std::optional<std::size_t> connected = MatchConnector(text_, draft.end);
  const Numeral& second = numerals_[next];
  if (!connected || *connected != second.span.begin) return;
  const Draft upper = MakeDraft(second);
  const bool bare = draft.unit.end == 0;
  if (!bare && draft.unit.unit != upper.unit.unit) return;
  if (upper.kind == NumeralKind::kFraction || draft.kind == NumeralKind::kFraction) return;
  Decimal low = draft.amount;
  if (bare && upper.kind == NumeralKind::kCardinal) {
    const int scale = TrailingScale(text_, second.span);
    const bool unscaled = TrailingScale(text_, first.span) == 0;
    const Decimal mantissa = upper.amount.ScaledByPowerOfTen(-scale);
    if (scale > 0 && unscaled && low < mantissa) low = low.ScaledByPowerOfTen(scale);
  }
  if (low >= upper.amount) return;
  draft.amount = low;
  draft.upper = upper.upper.value_or(upper.amount);
  draft.kind = upper.kind;
  draft.vagueness = NumeralVagueness::kNone;
  draft.number_end = upper.number_end;
  draft.unit_span = upper.unit_span;
  draft.unit = upper.unit;
  draft.end = upper.end;
  ++next;
}

bool QuantityBuilder::IsExcluded(const Numeral& numeral, const Draft& draft, bool& vague) const {
  const bool han = !IsArabicDigit(text_[numeral.span.begin]);
  for (const ExclusionRule& rule : Rules().exclusions) {
    if (rule.number == "han" && !han) continue;
    if (rule.number == "arabic" && han) continue;
    if (rule.number == "small" && !IsSmallHan(numeral)) continue;
    if (!StartsWithAt(text_, draft.number_end, rule.after)) continue;
    if (!EndsWithAt(text_, draft.begin, rule.before)) continue;
    // A longer unit outweighs the rule: 3级甲等 is a class, 3岁 is not 3岁半.
    if (!rule.after.empty() && draft.unit.end > draft.number_end + rule.after.size()) continue;
    if (!rule.vague) return true;
    vague = true;
  }
  return false;
}

// 科学园三期, 二级市场: a stage or class, unless it is counted (分三期, 两期).
bool QuantityBuilder::IsPhase(const Numeral& numeral, const Draft& draft) const {
  if (!draft.unit.rule) return false;
  const char32_t first = text_[numeral.span.begin];
  // 二次 is a second time; a count of two is 两次.
  if (draft.unit.rule->generic && IsSmallHan(numeral) && first == U'二') return true;
  // 11点 is a time of day, 3000.5点 a level of an index.
  if (draft.unit.unit == U"点" && draft.amount.IsInteger() &&
      draft.amount <= Decimal::FromInt(24)) {
    return !StartsWithAt(text_, draft.number_end, U"个");
  }
  // 翻一番 doubles; 一番事业 counts nothing.
  if (draft.unit.unit == U"番") {
    return !EndsWithAt(text_, draft.begin, U"翻") && !EndsWithAt(text_, draft.begin, U"翻了");
  }
  if (!draft.unit.rule->phase) return false;
  if (draft.unit.unit == U"级" && IsScaleLed(numeral)) return true;  // 千亿级
  const bool arabic_phase = draft.unit.unit == U"期" && numeral.span.size() == 1;
  const bool pair = numeral.upper && numeral.span.size() == 2;  // 一二期
  if (!IsSmallHan(numeral) && !arabic_phase && !pair) return false;
  if (first == U'两') return false;
  return numeral.span.begin == 0 || !IsOneOf(text_[numeral.span.begin - 1], U"分共了有各满这近超");
}

// A number without unit is a quantity if it is a share, or large or hedged enough to be a count
// whose measure word was left out (用户突破3亿).
bool QuantityBuilder::CountsWithoutUnit(const Numeral& numeral, const Draft& draft) const {
  if (draft.kind != NumeralKind::kCardinal) return true;
  if (numeral.span.size() < 2) return false;
  const bool blurred = draft.vagueness != NumeralVagueness::kNone;
  const bool scaled = TrailingScale(text_, numeral.span) > 0;
  const ModifierMatch around =
      MatchModifiers(text_, {MakeSpan(draft.begin, draft.end), IsScaleLed(numeral), ""});
  const bool hedged = around.modifier != QuantityModifier::kExact;
  const bool reached =
      EndsWithAt(text_, draft.begin, U"达") || EndsWithAt(text_, draft.begin, U"达到") ||
      EndsWithAt(text_, draft.begin, U"至") || EndsWithAt(text_, draft.begin, U"为");
  if (!IsBoundary(text_, draft.end) && !scaled && !blurred) return false;
  return scaled ? (hedged || reached || blurred || IsBoundary(text_, draft.end))
                : hedged || blurred;
}

bool QuantityBuilder::IsVagueOne(const Numeral& numeral, const Draft& draft) const {
  return IsSmallHan(numeral) && numeral.amount == Decimal::FromInt(1) && draft.unit.rule &&
         (draft.unit.rule->generic || draft.unit.rule->noun);
}

// 八成受访者, 30%的企业, 30%以上的企业: a part of what follows.
bool QuantityBuilder::IsShareOf(const Draft& draft) const {
  if (draft.kind != NumeralKind::kPercent) return false;
  const std::u32string_view printed = Slice(text_, draft.unit_span);
  return printed == U"成" || StartsWithAt(text_, draft.end, U"的") ||
         StartsWithAt(text_, draft.end, U"以上的") || StartsWithAt(text_, draft.end, U"左右的");
}

QuantityMatch QuantityBuilder::Finish(const Numeral& numeral, const Draft& draft) const {
  QuantityMatch match;
  match.span = MakeSpan(draft.begin, draft.end);
  match.number_span = MakeSpan(numeral.span.begin, draft.number_end);
  match.unit_span = draft.unit_span;
  match.amount = draft.amount;
  match.fraction = draft.fraction;
  const bool noun = draft.unit.rule && draft.unit.rule->noun;
  if (draft.unit.rule && !noun) {
    match.unit = EncodeUtf8(draft.unit.unit);
    match.unit_code = draft.unit.code;
  }
  match.bare = match.unit.empty() && draft.kind == NumeralKind::kCardinal;
  const std::string dimension = draft.unit.rule ? draft.unit.rule->dimension : "";
  const ModifierMatch around = MatchModifiers(text_, {match.span, IsScaleLed(numeral), dimension});
  match.full_span = around.full_span;
  match.modifier = around.modifier;
  if (match.modifier == QuantityModifier::kExact || match.modifier == QuantityModifier::kApprox) {
    if (draft.vagueness == NumeralVagueness::kMore) match.modifier = QuantityModifier::kMoreThan;
    if (draft.vagueness == NumeralVagueness::kSeveral) match.modifier = QuantityModifier::kAtLeast;
  }
  if (draft.upper) {
    match.upper_amount = draft.upper;
    match.modifier = QuantityModifier::kRange;
  }
  const bool share = draft.kind != NumeralKind::kCardinal;
  const auto measure = MatchMeasure(text_, match.full_span, share);
  const bool multiple = dimension == "multiple";
  if (measure && (!multiple || *measure == QuantityMeasure::kChange)) {
    match.measure = *measure;
  } else if (multiple) {
    match.measure = QuantityMeasure::kMultiple;
  } else if (draft.kind == NumeralKind::kFraction || IsShareOf(draft)) {
    match.measure = QuantityMeasure::kShare;
  } else if (dimension == "percentage_point" || match.unit == "个百分点") {
    match.measure = QuantityMeasure::kChange;
  }
  return match;
}

// 分别加快0.7、1.0和1.1个百分点: members of a list of decimals have the unit of the last one.
void QuantityBuilder::ShareUnit(const Numeral& numeral, std::size_t next, Draft& draft) const {
  const std::u32string_view printed =
      text_.substr(numeral.span.begin, numeral.span.end - numeral.span.begin);
  if (draft.unit.rule || printed.find(U'.') == std::u32string_view::npos) return;
  constexpr std::size_t kMostMembers = 8;
  std::size_t end = draft.end;
  for (std::size_t n = 0; n < kMostMembers && next < numerals_.size(); ++n, ++next) {
    const Span place = numerals_[next].span;
    if (place.begin != end + 1 || !IsOneOf(At(text_, end), U"、和与及")) return;
    const auto digits = text_.substr(place.begin, place.end - place.begin);
    if (digits.find(U'.') == std::u32string_view::npos) return;  // 50.1和20家
    const Draft member = MakeDraft(numerals_[next]);
    if (member.unit.rule) {
      if (member.unit.rule->generic || member.unit.rule->noun) return;
      draft.unit = member.unit;
      draft.unit_span = MakeSpan(draft.end, draft.end);
      return;
    }
    end = member.end;
  }
}

std::optional<QuantityMatch> QuantityBuilder::Build(std::size_t& next) {
  const Numeral& numeral = numerals_[next++];
  Draft draft = MakeDraft(numeral);
  JoinRange(next, numeral, draft);
  ReadParts(draft, next);
  ShareUnit(numeral, next, draft);
  bool vague = false;
  if (IsExcluded(numeral, draft, vague) || IsPhase(numeral, draft)) return std::nullopt;
  if (!draft.unit.rule && !CountsWithoutUnit(numeral, draft)) return std::nullopt;
  // One-character nouns behind a Han digit are names more often than counts: 两省, 三院.
  const bool short_noun = draft.unit.rule && draft.unit.rule->noun && draft.unit.unit.size() == 1;
  if (short_noun && draft.unit.unit != U"大" && IsSmallHan(numeral)) return std::nullopt;
  QuantityMatch match = Finish(numeral, draft);
  // 一装置两平台 lists counts; 一个平台 does not.
  const bool listed = next < numerals_.size() && numerals_[next].span.begin == draft.end;
  const bool one =
      IsVagueOne(numeral, draft) && !listed && match.measure != QuantityMeasure::kChange;
  // 百年 and 千年 are figures of speech.
  const bool age = IsScaleLed(numeral) && (draft.unit.unit == U"年" || draft.unit.unit == U"里");
  while (next < numerals_.size() && numerals_[next].span.begin < match.span.end) ++next;
  match.vague = one || age || (vague && draft.unit.rule && draft.unit.rule->generic);
  return match;
}

}  // namespace yinzheng::text
