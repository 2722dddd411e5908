// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/quantity_context.h"

#include <algorithm>
#include <cstddef>

#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

// How far back a clause is searched for words that govern a number from afar (约占…的六分之一).
constexpr std::size_t kReach = 28;

// How long the verb between a modifier and its number may be: 至少节省了, 约需.
constexpr std::size_t kVerbReach = 5;
constexpr std::size_t kShortVerbReach = 2;

std::size_t SkipBlanksBack(std::u32string_view text, std::size_t end) {
  while (end > 0 && IsBlank(text[end - 1])) --end;
  return end;
}

// Words that may stand between a modifier or verb and its number and add nothing.
std::size_t SkipFillers(std::u32string_view text, std::size_t end) {
  constexpr std::u32string_view kFillers[] = {U"达到", U"需要", U"幅度为", U"幅度达", U"了",
                                              U"达",   U"为",   U"有",     U"需",     U"要",
                                              U"占",   U"至",   U"的"};
  for (const std::u32string_view filler : kFillers) {
    if (EndsWithAt(text, end, filler)) return end - filler.size();
  }
  return end;
}

// The clause before `end`, no further back than kReach.
std::u32string_view ClauseBefore(std::u32string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kReach && !IsClauseEnd(text[begin - 1]) &&
         !IsSentenceEnd(text[begin - 1]) && !IsLineBreak(text[begin - 1])) {
    --begin;
  }
  return text.substr(begin, end - begin);
}

// Another number or a list: the modifier belongs to what comes before it.
bool BreaksVerb(char32_t c) { return IsNumeralCharacter(c) || IsPunctuation(c); }

class ModifierMatcher {
 public:
  ModifierMatcher(std::u32string_view text, const ModifierQuery& query)
      : text_(text), query_(query), match_{query.span, QuantityModifier::kExact} {}

  ModifierMatch Run() {
    std::size_t end = query_.span.begin;
    for (int links = 0; links < 2; ++links) {  // a chain: 至少近3万
      const std::optional<std::size_t> begin = MatchBefore(end);
      if (!begin) break;
      end = *begin;
    }
    MatchBehind();
    if (match_.modifier == QuantityModifier::kExact) MatchFromAfar();
    return match_;
  }

 private:
  // One word before `end`; returns where it begins.
  std::optional<std::size_t> MatchBefore(std::size_t end) {
    end = SkipBlanksBack(text_, end);
    const std::size_t bare = SkipFillers(text_, end);
    for (const ModifierRule& rule : Rules().before) {
      for (const std::size_t at : {end, bare}) {
        if (!EndsWithAt(text_, at, rule.form)) continue;
        const std::size_t begin = at - rule.form.size();
        if (!Accept(rule, begin)) continue;
        match_.full_span.begin = ToPosition(begin);
        Take(rule.modifier);
        return begin;
      }
    }
    return std::nullopt;
  }

  bool Accept(const ModifierRule& rule, std::size_t begin) const {
    if (begin > 0 && IsOneOf(text_[begin - 1], rule.not_after)) return false;
    if ((rule.id == "past" || rule.id == "scores_of") && !query_.scale_led) return false;
    if (rule.id == "ceiling" && query_.dimension != "money") return false;
    // 近三年, 近5年来: recent, not nearly; 历时近三年 does say nearly.
    const bool recent = query_.dimension == "time" && rule.form == U"近" &&
                        (IsBoundary(text_, begin - 1) || IsOneOf(text_[begin - 1], U"在的是了") ||
                         IsOneOf(At(text_, query_.span.end), U"来以间里内"));
    return !recent;
  }

  void MatchBehind() {
    const std::size_t begin = SkipBlanks(text_, query_.span.end);
    for (const ModifierRule& rule : Rules().after) {
      if (!StartsWithAt(text_, begin, rule.form)) continue;
      const std::size_t end = begin + rule.form.size();
      if (IsOneOf(At(text_, end), U"简称述几内方地所游") && rule.form.starts_with(U"以")) continue;
      if (rule.form.size() == 1 && !IsBoundary(text_, end) &&
          !IsOneOf(At(text_, end), U"的来以前后时间里内了就才")) {
        continue;  // 6年多, but not 6家多模态企业
      }
      match_.full_span.end = ToPosition(end);
      Take(rule.modifier);
      return;
    }
  }

  // 约占全国的六分之一, 至少节省了30天: the modifier stands before the verb.
  void MatchFromAfar() {
    const std::u32string_view clause = ClauseBefore(text_, query_.span.begin);
    if (EndsWithAt(text_, query_.span.begin, U"的") &&
        (clause.find(U"约占") != std::u32string_view::npos ||
         clause.find(U"约为") != std::u32string_view::npos)) {
      match_.modifier = QuantityModifier::kApprox;
      return;
    }
    for (const ModifierRule& rule : Rules().before) {
      const bool least = rule.id == "at_least" && rule.form.size() == 2;
      if (!least && rule.id != "about") continue;
      const std::size_t found = clause.rfind(rule.form);
      if (found == std::u32string_view::npos) continue;
      const std::u32string_view between = clause.substr(found + rule.form.size());
      if (between.size() > (least ? kVerbReach : kShortVerbReach)) continue;
      if (found > 0 && IsOneOf(clause[found - 1], rule.not_after)) continue;
      if (std::any_of(between.begin(), between.end(), BreaksVerb)) continue;
      match_.modifier = rule.modifier;
      return;
    }
  }

  // Of several modifiers the outermost counts, but APPROX gives way to all others.
  void Take(QuantityModifier modifier) {
    if (modifier == QuantityModifier::kApprox && match_.modifier != QuantityModifier::kExact) {
      return;
    }
    match_.modifier = modifier;
  }

  std::u32string_view text_;
  const ModifierQuery& query_;
  ModifierMatch match_;
};

}  // namespace

ModifierMatch MatchModifiers(std::u32string_view text, const ModifierQuery& query) {
  return ModifierMatcher(text, query).Run();
}

std::optional<QuantityMeasure> MatchMeasure(std::u32string_view text, Span full_span,
                                            bool is_share) {
  const std::size_t end = SkipBlanksBack(text, full_span.begin);
  for (const MeasureRule& rule : Rules().measures) {
    if (rule.measure == QuantityMeasure::kShare && !is_share) continue;
    if (EndsWithAt(text, end, rule.form)) return rule.measure;
    const std::size_t bare = SkipFillers(text, end);
    if (bare != end && EndsWithAt(text, bare, rule.form)) {
      const bool reached = rule.measure == QuantityMeasure::kChange && EndsWithAt(text, end, U"至");
      return reached ? QuantityMeasure::kLevel : rule.measure;
    }
  }
  if (is_share && ClauseBefore(text, end).find(U'占') != std::u32string_view::npos) {
    return QuantityMeasure::kShare;
  }
  return std::nullopt;
}

}  // namespace yinzheng::text
