// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/correction_reader.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/correction_candidates.h"
#include "indexer/store/database_pool.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/name_key.h"
#include "indexer/store/query_syntax.h"
#include "indexer/store/xapian_status.h"
#include "indexer/text/fold.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

using text::Span;

constexpr size_t kMaxHanRun = 20;  // Longer runs are sentences; looking for their parts is dear.
constexpr size_t kLongestPart = 12;
constexpr size_t kShortestLatin = 4;
// The longest word of the spelling table, and the two letters that a mistyped one may have more.
constexpr size_t kLongestLatin = 26;
constexpr size_t kMaxRuns = 8;
constexpr size_t kTimesAsFrequent = 10;

// A part of the query and what it may be replaced by, the likeliest first.
struct Replacement {
  Span place;  // Code points of the query.
  std::vector<std::string> texts;
};

bool IsLatin(char32_t c) { return c < 0x80 && text::IsLatinLetter(c); }

// Corrects one query. May throw what Xapian throws.
class QueryCorrection {
 public:
  QueryCorrection(std::u32string_view query, const DatabaseHandles& handles,
                  const CorrectionRules& rules, const SearchControl& control)
      : query_(query),
        syntax_(SyntaxOf(query)),
        rules_(rules),
        control_(control),
        candidates_(handles, rules) {}

  absl::StatusOr<std::vector<std::string>> Run(size_t limit) {
    size_t runs = 0;
    for (uint32_t at = 0; at < query_.size() && runs < kMaxRuns;) {
      const bool han = text::IsHan(query_[at]);
      if (!han && !IsLatin(query_[at])) {
        ++at;
        continue;
      }
      uint32_t end = at;
      while (end < query_.size() && (han ? text::IsHan(query_[end]) : IsLatin(query_[end]))) ++end;
      const Span run = {at, end};
      at = end;
      if (IsSyntax(run)) continue;
      ++runs;
      YZ_RETURN_IF_ERROR(han ? CorrectHan(run) : CorrectLatin(run));
    }
    return Combine(limit);
  }

 private:
  // Field names, those of other languages included, and operators are no words.
  bool IsSyntax(Span run) const {
    const std::u32string_view rest = std::u32string_view(syntax_).substr(run.begin);
    const bool names = IsLatin(rest[0]) && run.size() < rest.size() && rest[run.size()] == U':';
    return names || FieldAt(rest) != nullptr || OperatorAt(rest).op != QueryOperator::kNone;
  }

  absl::Status CorrectLatin(Span run) {
    if (run.size() < kShortestLatin || run.size() > kLongestLatin) return absl::OkStatus();
    YZ_RETURN_IF_ERROR(CheckControl(control_));
    const std::u32string key = text::FoldKeyVariants(text::FoldToKey(text::Slice(query_, run)));
    if (candidates_.PassagesWith(key) > 0) return absl::OkStatus();
    std::vector<std::string> texts = candidates_.NamesSpelled(text::EncodeUtf8(key), 2);
    if (texts.empty()) texts = candidates_.NearestSpelled(text::EncodeUtf8(key));
    if (!texts.empty()) replacements_.push_back({run, std::move(texts)});
    return absl::OkStatus();
  }

  // The longest part that is likely to be mistyped; of several, the one whose correction is the
  // most frequent.
  absl::Status CorrectHan(Span run) {
    if (run.size() < 2 || run.size() > kMaxHanRun) return absl::OkStatus();
    const text::FoldedText folded = text::FoldCharacters(text::Slice(query_, run));
    // As the terms of the index are; one code point stays one.
    const std::u32string key = text::FoldKeyVariants(folded.key);
    if (candidates_.Holds(key)) return absl::OkStatus();
    const std::vector<text::Token> words = rules_.segmenter.Segment(folded.key);
    const auto longest = static_cast<uint32_t>(std::min(folded.key.size(), kLongestPart));
    for (uint32_t size = longest; size > 1; --size) {
      YZ_RETURN_IF_ERROR(CheckControl(control_));
      Replacement best;
      size_t most = 0;
      for (uint32_t begin = 0; begin + size <= folded.key.size(); ++begin) {
        const Span part = {begin, begin + size};
        if (CutsAWord(words, folded.key, part)) continue;
        std::vector<std::string> texts = CorrectionsOf(text::Slice(key, part));
        if (texts.empty()) continue;
        const size_t passages = candidates_.PassagesWith(KeyOf(texts.front()));
        if (passages <= most) continue;
        most = passages;
        const Span place = folded.ToSource(part);
        best = {{run.begin + place.begin, run.begin + place.end}, std::move(texts)};
      }
      if (most == 0) continue;
      replacements_.push_back(std::move(best));
      break;
    }
    return absl::OkStatus();
  }

  static std::u32string KeyOf(const std::string& text) { return text::DecodeUtf8(NameKey(text)); }

  // Whether `part` begins or ends inside a word of the dictionary: 口亦 of 人口|亦装 is no part.
  bool CutsAWord(const std::vector<text::Token>& words, std::u32string_view key, Span part) const {
    return std::any_of(words.begin(), words.end(), [&](const text::Token& word) {
      const bool begins_inside = word.span.begin < part.begin && part.begin < word.span.end;
      const bool ends_inside = word.span.begin < part.end && part.end < word.span.end;
      return (begins_inside || ends_inside) &&
             rules_.segmenter.Contains(text::Slice(key, word.span));
    });
  }

  // What the passages hold far more often than `part`, most often first.
  std::vector<std::string> CorrectionsOf(std::u32string_view part) const {
    const size_t passages = candidates_.PassagesWith(part);
    std::vector<std::pair<size_t, std::string>> found;
    const auto consider = [&](std::vector<std::string> texts) {
      for (std::string& text : texts) {
        const size_t others = candidates_.PassagesWith(KeyOf(text));
        const bool known = std::any_of(found.begin(), found.end(),
                                       [&](const auto& other) { return other.second == text; });
        if (!known && others > passages && others >= passages * kTimesAsFrequent) {
          found.emplace_back(others, std::move(text));
        }
      }
    };
    consider(candidates_.SoundingLike(part));
    consider(candidates_.LookingLike(part));
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<std::string> texts;
    for (auto& [others, text] : found) texts.push_back(std::move(text));
    return texts;
  }

  // All parts by their likeliest correction; then one of them by its next ones.
  std::vector<std::string> Combine(size_t limit) const {
    std::vector<std::string> queries;
    if (replacements_.empty()) return queries;
    queries.push_back(Replaced(0, 0));
    for (size_t part = 0; part < replacements_.size(); ++part) {
      for (size_t choice = 1; choice < replacements_[part].texts.size(); ++choice) {
        if (queries.size() < limit) queries.push_back(Replaced(part, choice));
      }
    }
    return queries;
  }

  // The query with every part replaced, `part` by its text number `choice`, the others by the
  // first.
  std::string Replaced(size_t part, size_t choice) const {
    std::string replaced;
    uint32_t at = 0;
    for (size_t i = 0; i < replacements_.size(); ++i) {
      const Replacement& replacement = replacements_[i];
      replaced += text::EncodeUtf8(text::Slice(query_, {at, replacement.place.begin}));
      replaced += replacement.texts[i == part ? choice : 0];
      at = replacement.place.end;
    }
    return replaced + text::EncodeUtf8(query_.substr(at));
  }

  const std::u32string_view query_;
  const std::u32string syntax_;
  const CorrectionRules& rules_;
  const SearchControl& control_;
  const CorrectionCandidates candidates_;
  std::vector<Replacement> replacements_;
};

bool IsLatinWord(std::u32string_view key) {
  return key.size() >= kShortestLatin && std::all_of(key.begin(), key.end(), IsLatin);
}

}  // namespace

absl::StatusOr<std::vector<std::string>> CorrectionReader::ForBeginning(
    const text::TypedName& typed, const CorrectionRules& rules, size_t limit) const {
  using Texts = std::vector<std::string>;
  if (typed.key().size() < 2) return Texts();
  YZ_ASSIGN_OR_RETURN(const DatabasePool::Lease lease, pool_.Acquire());
  return CatchXapian("correct what was typed", [&]() -> absl::StatusOr<Texts> {
    const CorrectionCandidates candidates(*lease, rules);
    if (IsLatinWord(typed.key())) {
      return candidates.NearestSpelled(text::EncodeUtf8(typed.key()));
    }
    Texts texts = candidates.BeginningsSoundingLike(typed, limit);
    for (std::string& text : candidates.BeginningsLookingLike(typed.key(), limit)) {
      if (texts.size() < limit && std::find(texts.begin(), texts.end(), text) == texts.end()) {
        texts.push_back(std::move(text));
      }
    }
    return texts;
  });
}

absl::StatusOr<std::vector<std::string>> CorrectionReader::ForQuery(
    std::string_view query, const CorrectionRules& rules, size_t limit,
    const SearchControl& control) const {
  using Texts = std::vector<std::string>;
  if (limit == 0) return Texts();
  return pool_.Use("correct a query", {.passages = true}, control.deadline,
                   [&](DatabaseHandles& handles) -> absl::StatusOr<Texts> {
                     const std::u32string decoded = text::DecodeUtf8(query);
                     return QueryCorrection(decoded, handles, rules, control).Run(limit);
                   });
}

}  // namespace yinzheng::store
