// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/text/number_rules.h"
#include "indexer/text/number_text.h"
#include "indexer/text/numeral_finder.h"
#include "indexer/text/quantity.h"
#include "indexer/text/unicode.h"
#include "indexer/text/unit_matcher.h"

namespace yinzheng::text {
namespace {

// A list longer than this has no places worth naming; the number is an issue or session.
constexpr int64_t kLastRank = 10000;
// How many characters may stand between a cue and the rank: 居全国同类城市第一.
constexpr std::size_t kCueReach = 10;

class RankFinder {
 public:
  explicit RankFinder(std::u32string_view text) : text_(text) {}

  std::vector<RankMatch> Run() {
    for (const Numeral& numeral : FindNormalizedNumerals(text_)) {
      if (numeral.kind == NumeralKind::kOrdinal) AddOrdinal(numeral);
    }
    AddWords();
    // Where two overlap (居首, 首位) the first and longer stays.
    std::sort(ranks_.begin(), ranks_.end(), [](const RankMatch& a, const RankMatch& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    });
    std::vector<RankMatch> kept;
    for (const RankMatch& rank : ranks_) {
      if (kept.empty() || kept.back().span.end <= rank.span.begin) kept.push_back(rank);
    }
    return kept;
  }

 private:
  void AddOrdinal(const Numeral& numeral) {
    const std::optional<int64_t> rank = numeral.amount.ToInt64();
    if (!rank || *rank < 1 || *rank > kLastRank || numeral.upper) return;
    Span span = numeral.span;
    const char32_t next = At(text_, span.end);
    if (next == U'位' || next == U'名') {
      span.end += 1;
    }
    const std::optional<Span> cue = FindCue(span.begin, "cue");
    const bool named = span.end > numeral.span.end;
    if (!cue || (!named && IsBeforeNoun(span.end))) return;
    ranks_.push_back({span, static_cast<int>(*rank), *cue});
  }

  // 第四届, 第三方: the noun behind makes it an ordinal.
  bool IsBeforeNoun(std::size_t position) const {
    if (IsBoundary(text_, position)) return false;
    if (MatchUnit(text_, position).end > 0) return true;  // 第五枚
    for (const RankRule& rule : Rules().ranks) {
      if (rule.role == "noun" && StartsWithAt(text_, position, rule.form)) return true;
    }
    return false;
  }

  // The nearest cue before `end` in its clause, over at most kCueReach characters.
  std::optional<Span> FindCue(std::size_t end, std::string_view role) const {
    for (std::size_t gap = 0; gap <= kCueReach && gap <= end; ++gap) {
      const std::size_t at = end - gap;
      for (const RankRule& rule : Rules().ranks) {
        if (rule.role == role && EndsWithAt(text_, at, rule.form)) {
          return MakeSpan(at - rule.form.size(), at);
        }
      }
      if (at == 0) break;
      const char32_t c = text_[at - 1];
      if (IsClauseEnd(c) || IsSentenceEnd(c) || IsLineBreak(c)) break;
    }
    return std::nullopt;
  }

  // 首位, 榜首: words that are ranks.
  void AddWords() {
    for (const RankRule& rule : Rules().ranks) {
      if (rule.role != "word" && rule.role != "title") continue;
      for (std::size_t at = text_.find(rule.form); at != std::u32string_view::npos;
           at = text_.find(rule.form, at + 1)) {
        AddWord(rule, MakeSpan(at, at + rule.form.size()));
      }
    }
  }

  void AddWord(const RankRule& rule, Span span) {
    if (rule.form == U"居首" && At(text_, span.end) == U'位') return;
    const bool title = rule.role == "title";
    const std::optional<Span> cue = FindCue(span.begin, title ? "win" : "cue");
    // 首位女航天员, 世界冠军, 叙利亚军方 are no ranks.
    const bool needs_cue = title || rule.form == U"首位" || rule.form == U"之首";
    if (needs_cue && !cue) return;
    ranks_.push_back({span, rule.rank, cue.value_or(MakeSpan(span.begin, span.begin))});
  }

  std::u32string_view text_;
  std::vector<RankMatch> ranks_;
};

}  // namespace

std::vector<RankMatch> FindRanks(std::u32string_view text) {
  const std::u32string normalized = NormalizeNumberText(text);
  return RankFinder(normalized).Run();
}

}  // namespace yinzheng::text
