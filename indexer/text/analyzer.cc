// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/analyzer.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/text/analysis_units.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

using internal::AnalysisUnit;
using internal::UnitKind;
using internal::UnitLink;

constexpr uint32_t kNoUnit = UINT32_MAX;

// Words up to two characters are unigrams and bigrams already.
constexpr uint32_t kShortestWord = 3;

// Makes the terms of one text.
class TermWriter {
 public:
  TermWriter(std::u32string_view text, const Segmenter& segmenter)
      : folded_(FoldCharacters(text)),
        term_key_(FoldKeyVariants(folded_.key)),
        units_(internal::FindUnits(folded_.key)),
        segmenter_(segmenter) {}

  std::vector<IndexToken> Write() {
    tokens_.reserve(units_.size() * 3);
    for (uint32_t i = 0; i < units_.size(); ++i) {
      if (units_[i].kind == UnitKind::kHan) {
        AddGrams(i);
      } else {
        AddRun(i);
      }
    }
    AddWords();
    Sort();
    return std::move(tokens_);
  }

 private:
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
    Add(i, i + 1, TokenKind::kUnigram);
    if (IsAdjacent(i + 1) && IsHanOrLoneLetter(i + 1)) Add(i, i + 2, TokenKind::kBigram);
  }

  // A run of letters or digits, and the code that begins with it: c919 beside c and 919.
  void AddRun(uint32_t i) {
    Add(i, i + 1, units_[i].kind == UnitKind::kDigits ? TokenKind::kNumber : TokenKind::kLatin);
    if (IsLoneLetter(i) && IsAdjacent(i + 1) && units_[i + 1].kind == UnitKind::kHan) {
      Add(i, i + 2, TokenKind::kBigram);
    }
    AddCodes(i);
  }

  // The codes that begin at unit `i`: up to the first mark (pd1728 of PD1728_A_1) and whole
  // (pd1728a1).
  void AddCodes(uint32_t i) {
    const bool follows_run = i > 0 && IsRun(i - 1);
    if (follows_run && units_[i].link == UnitLink::kAdjacent) return;
    const uint32_t group_end = EndOfRuns(i, UnitLink::kAdjacent);
    if (group_end > i + 1) Add(i, group_end, TokenKind::kLatin);
    if (follows_run && units_[i].link == UnitLink::kConnected) return;
    const uint32_t code_end = EndOfRuns(i, UnitLink::kConnected);
    if (code_end > group_end && HasLetters(i, code_end)) Add(i, code_end, TokenKind::kLatin);
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

  // Dictionary words, over the first unit's position. Only those made of Chinese characters.
  void AddWords() {
    std::vector<uint32_t> unit_at(folded_.key.size(), kNoUnit);
    for (uint32_t i = 0; i < units_.size(); ++i) {
      if (units_[i].kind == UnitKind::kHan) unit_at[units_[i].span.begin] = i;
    }
    for (const Span word : segmenter_.CutForSearch(folded_.key)) {
      if (word.size() < kShortestWord) continue;
      const bool all_han = std::all_of(unit_at.begin() + word.begin, unit_at.begin() + word.end,
                                       [](uint32_t unit) { return unit != kNoUnit; });
      if (all_han) Add(unit_at[word.begin], unit_at[word.begin] + word.size(), TokenKind::kWord);
    }
  }

  // The units begin..end-1 as one term, the marks between them left out.
  void Add(uint32_t begin, uint32_t end, TokenKind kind) {
    std::string term;
    for (uint32_t i = begin; i < end; ++i) {
      for (const char32_t c : Slice(term_key_, units_[i].span)) {
        if (c != U',') AppendUtf8(c, term);
      }
    }
    if (term.size() > kMaxTermBytes) return;
    const Span span = folded_.ToSource({units_[begin].span.begin, units_[end - 1].span.end});
    tokens_.push_back({std::move(term), units_[begin].position,
                       units_[end - 1].position + 1 - units_[begin].position, span, kind});
  }

  // By position, shorter spans first; the same term twice at a position is one.
  void Sort() {
    std::stable_sort(tokens_.begin(), tokens_.end(), [](const IndexToken& a, const IndexToken& b) {
      return a.position != b.position ? a.position < b.position : a.length < b.length;
    });
    const auto last =
        std::unique(tokens_.begin(), tokens_.end(), [](const IndexToken& a, const IndexToken& b) {
          return a.position == b.position && a.term == b.term;
        });
    tokens_.erase(last, tokens_.end());
  }

  FoldedText folded_;
  std::u32string term_key_;
  std::vector<AnalysisUnit> units_;
  const Segmenter& segmenter_;
  std::vector<IndexToken> tokens_;
};

}  // namespace

std::vector<IndexToken> Analyzer::Analyze(std::u32string_view text) const {
  return TermWriter(text, segmenter_).Write();
}

std::string Analyzer::Fingerprint() const {
  base::Sha256 digest;
  digest.UpdateField(segmenter_.dictionary_hash());
  digest.UpdateField(FoldingFingerprint());
  return absl::StrCat(kAnalyzerVersion, "-", digest.FinishHex());
}

}  // namespace yinzheng::text
