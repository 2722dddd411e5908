// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/analyzer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/text/analysis_units.h"
#include "indexer/text/date_terms.h"
#include "indexer/text/fold.h"
#include "indexer/text/gram_analysis.h"
#include "indexer/text/numeral_terms.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using internal::AnalysisUnit;
using internal::UnitKind;
using internal::UnitLink;

// Words up to two characters are unigrams and bigrams already.
constexpr uint32_t kShortestWord = 3;

// Makes the terms of one text.
class TermWriter {
 public:
  // Without a segmenter there are no words.
  TermWriter(std::u32string_view text, const Segmenter* segmenter, const GramChoice& choice)
      : folded_(FoldCharacters(text)),
        term_key_(FoldKeyVariants(folded_.key)),
        units_(internal::FindUnits(folded_.key)),
        segmenter_(segmenter),
        choice_(choice) {}

  std::vector<IndexToken> Write() {
    if (segmenter_ != nullptr) CollectWords();
    if (choice_.values) CollectNumerals();
    tokens_.reserve(choice_.beginnings == nullptr ? units_.size() * 3 : units_.size());
    for (uint32_t i = 0; i < units_.size(); ++i) {
      position_begin_ = tokens_.size();
      if (units_[i].kind == UnitKind::kHan) {
        if (IsAskedFor(i)) AddGrams(i);
      } else {
        AddRun(i);
      }
      for (; word_ < words_.size() && words_[word_].begin == i; ++word_) {
        AddUnits(i, words_[word_].end, TokenKind::kWord);
      }
      for (; numeral_ < numerals_.size() && numerals_[numeral_].begin == i; ++numeral_) {
        Numeral& numeral = numerals_[numeral_];
        AddTerm(std::move(numeral.digits), {i, numeral.end}, numeral.span, TokenKind::kNumber);
      }
    }
    return std::move(tokens_);
  }

 private:
  // The units begin..end-1 and the number or date that they say. The span is of the key: the sign
  // of 60% is no unit.
  struct Numeral {
    uint32_t begin;
    uint32_t end;
    Span span;
    std::string digits;
  };

  bool IsAskedFor(uint32_t i) const {
    return choice_.beginnings == nullptr ||
           choice_.beginnings->contains(term_key_[units_[i].span.begin]);
  }

  bool IsAdjacent(uint32_t i) const {
    return i < units_.size() && units_[i].link == UnitLink::kAdjacent;
  }

  bool IsRun(uint32_t i) const { return i < units_.size() && units_[i].kind != UnitKind::kHan; }

  // A letter that is a word of its own, as in A股 and 维C; not the C of C919.
  bool IsLoneLetter(uint32_t i) const {
    if (units_[i].kind != UnitKind::kLetters || units_[i].span.size() != 1) return false;
    const bool continues = i > 0 && IsRun(i - 1) && units_[i].link <= UnitLink::kConnected;
    const bool goes_on = IsRun(i + 1) && units_[i + 1].link <= UnitLink::kConnected;
    return !continues && !goes_on;
  }

  bool IsHanOrLoneLetter(uint32_t i) const {
    return units_[i].kind == UnitKind::kHan || IsLoneLetter(i);
  }

  void AddGrams(uint32_t i) {
    AddUnits(i, i + 1, TokenKind::kUnigram);
    if (IsAdjacent(i + 1) && IsHanOrLoneLetter(i + 1)) AddUnits(i, i + 2, TokenKind::kBigram);
  }

  // A run of letters or digits, and the code that begins with it: c919 beside c and 919.
  void AddRun(uint32_t i) {
    AddUnits(i, i + 1,
             units_[i].kind == UnitKind::kDigits ? TokenKind::kNumber : TokenKind::kLatin);
    if (IsLoneLetter(i) && IsAdjacent(i + 1) && units_[i + 1].kind == UnitKind::kHan) {
      AddUnits(i, i + 2, TokenKind::kBigram);
    }
    AddCodes(i);
  }

  // The codes that begin at unit `i`: up to the first mark (pd1728 of PD1728_A_1) and whole
  // (pd1728a1).
  void AddCodes(uint32_t i) {
    const bool follows_run = i > 0 && IsRun(i - 1);
    if (follows_run && units_[i].link == UnitLink::kAdjacent) return;
    const uint32_t group_end = EndOfRuns(i, UnitLink::kAdjacent);
    if (group_end > i + 1) AddUnits(i, group_end, TokenKind::kLatin);
    if (follows_run && units_[i].link == UnitLink::kConnected) return;
    const uint32_t code_end = EndOfRuns(i, UnitLink::kConnected);
    if (code_end > group_end && HasLetters(i, code_end)) AddUnits(i, code_end, TokenKind::kLatin);
  }

  // The end of the runs from unit `i` on that are linked no more loosely than `loosest`.
  uint32_t EndOfRuns(uint32_t i, UnitLink loosest) const {
    uint32_t end = i + 1;
    while (IsRun(end) && units_[end].link <= loosest) ++end;
    return end;
  }

  bool HasLetters(uint32_t begin, uint32_t end) const {
    return std::any_of(units_.begin() + begin, units_.begin() + end,
                       [](const AnalysisUnit& unit) { return unit.kind == UnitKind::kLetters; });
  }

  // Words of the dictionary and of the statistical model, if made of Chinese characters only.
  void CollectWords() {
    uint32_t unit = 0;
    for (const Span word : segmenter_->CutForSearch(folded_.key)) {
      if (word.size() < kShortestWord) continue;
      while (unit < units_.size() && units_[unit].span.begin < word.begin) ++unit;
      if (AreHan(unit, word)) words_.push_back({unit, unit + word.size()});
    }
  }

  // True if every code point of `word` is a Chinese character, the first one unit `first`.
  bool AreHan(uint32_t first, Span word) const {
    if (first + word.size() > units_.size()) return false;
    for (uint32_t i = 0; i < word.size(); ++i) {
      const AnalysisUnit& unit = units_[first + i];
      if (unit.kind != UnitKind::kHan || unit.span.begin != word.begin + i) return false;
    }
    return true;
  }

  // Values of numbers and dates, as terms beside what is printed.
  void CollectNumerals() {
    uint32_t unit = 0;
    for (internal::NumeralTerm& numeral : internal::FindNumeralTerms(folded_.key)) {
      AddNumeral(numeral.span, std::move(numeral.digits), unit);
    }
    unit = 0;
    for (internal::DateTerm& date : internal::FindDateTerms(folded_.key)) {
      AddNumeral(date.span, std::move(date.term), unit);
    }
    std::stable_sort(numerals_.begin(), numerals_.end(),
                     [](const Numeral& a, const Numeral& b) { return a.begin < b.begin; });
  }

  // Keeps the value if units make up `span`, the first of them at or after `unit`, which moves on
  // to it.
  void AddNumeral(Span span, std::string digits, uint32_t& unit) {
    while (unit < units_.size() && units_[unit].span.begin < span.begin) ++unit;
    uint32_t end = unit;
    while (end < units_.size() && units_[end].span.begin < span.end) ++end;
    if (unit == end || units_[unit].span.begin != span.begin) return;
    if (units_[end - 1].span.end > span.end) return;
    numerals_.push_back({unit, end, span, std::move(digits)});
  }

  // The units begin..end-1 as one term, the marks between them left out.
  void AddUnits(uint32_t begin, uint32_t end, TokenKind kind) {
    std::string term;
    for (uint32_t i = begin; i < end; ++i) {
      for (const char32_t c : Slice(term_key_, units_[i].span)) {
        if (c != U',') AppendUtf8(c, term);
      }
    }
    AddTerm(std::move(term), {begin, end}, {units_[begin].span.begin, units_[end - 1].span.end},
            kind);
  }

  // A term that stands for `units` and is printed at `place` in the key; the same term twice at a
  // position is one.
  void AddTerm(std::string term, Span units, Span place, TokenKind kind) {
    if (term.size() > kMaxTermBytes) return;
    for (size_t i = position_begin_; i < tokens_.size(); ++i) {
      if (tokens_[i].term == term) return;
    }
    const uint32_t position = units_[units.begin].position;
    const uint32_t length = units_[units.end - 1].position + 1 - position;
    tokens_.push_back({std::move(term), position, length, folded_.ToSource(place), kind});
  }

  FoldedText folded_;
  std::u32string term_key_;
  std::vector<AnalysisUnit> units_;
  const Segmenter* segmenter_;
  GramChoice choice_;
  // By first unit; words_ and numerals_ are consumed in step with the units.
  std::vector<Span> words_;
  std::vector<Numeral> numerals_;
  size_t word_ = 0;
  size_t numeral_ = 0;
  std::vector<IndexToken> tokens_;
  size_t position_begin_ = 0;  // The first token of the unit that is being written.
};

}  // namespace

std::vector<IndexToken> Analyzer::Analyze(std::u32string_view text) const {
  return TermWriter(text, &segmenter_, GramChoice()).Write();
}

std::vector<IndexToken> AnalyzeGrams(std::u32string_view text, const GramChoice& choice) {
  return TermWriter(text, /*segmenter=*/nullptr, choice).Write();
}

std::string Analyzer::Fingerprint() const {
  base::Sha256 digest;
  digest.UpdateField(segmenter_.dictionary_hash());
  digest.UpdateField(FoldingFingerprint());
  digest.UpdateField(internal::NumeralRulesFingerprint());
  return absl::StrCat(kAnalyzerVersion, "-", digest.FinishHex());
}

}  // namespace yinzheng::text
