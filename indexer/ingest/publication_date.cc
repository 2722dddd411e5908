// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/publication_date.h"

#include <array>
#include <chrono>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/absl_string.h"
#include "indexer/text/date.h"
#include "indexer/text/edtf.h"
#include "indexer/text/unicode.h"
#include "re2/re2.h"

namespace yinzheng::ingest {
namespace {

using re2::StringPiece;

StringPiece Piece(std::string_view text) { return {text.data(), text.size()}; }

// A phrase that follows two dates must be this long to be the same thing: 政府工作报告 has six.
constexpr size_t kMinSharedPhrase = 6;
constexpr size_t kMaxSharedPhrase = 16;

struct YearWord {
  std::string_view word;
  int years_ago;
};
constexpr std::array kYearWords = {YearWord{"今年", 0}, YearWord{"去年", 1}};

void SetDays(v1::DateValue& date) {
  const auto days = text::ParseEdtf(date.edtf());
  if (!days.ok()) return;
  if (days->earliest) date.set_earliest(text::FormatDay(*days->earliest));
  if (days->latest) date.set_latest(text::FormatDay(*days->latest));
}

std::optional<std::string> DigitDate(std::string_view key) {
  static const RE2* const kDate =
      new RE2(R"(((?:19|20)\d\d) ?[-/.年] ?(\d{1,2}) ?[-/.月] ?(\d{1,2}))");
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  if (!RE2::PartialMatch(Piece(key), *kDate, &year, &month, &day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return absl::StrFormat("%04d-%02u-%02u", year, month, day);
}

std::optional<std::string> HanDate(std::string_view key) {
  for (const text::DateMatch& match : text::FindDates(text::DecodeUtf8(key), std::nullopt)) {
    const bool whole_day = !match.relative && match.edtf.size() == 10;
    if (whole_day && match.kind == text::DateKind::kPoint) return match.edtf;
  }
  return std::nullopt;
}

// A year of publication and the words that say so.
using Candidates = std::map<int, std::string>;

// 今年（2023年）, 2023年（今年）, 去年（2022年）.
void FindEquations(std::string_view paragraph, Candidates& candidates) {
  static const RE2* const kEquation =
      new RE2(R"(((今年|去年) ?(?:是|即|\() ?((?:19|20)\d\d)(?:年|\))))");
  StringPiece rest = Piece(paragraph);
  StringPiece whole;
  std::string word;
  int year = 0;
  while (RE2::FindAndConsume(&rest, *kEquation, &whole, &word, &year)) {
    candidates.emplace(year + (word == "去年" ? 1 : 0), std::string(whole));
  }
}

// What stands behind every 今年, 去年 or 2023年 of the text, for comparison.
struct Phrases {
  std::map<std::u32string, int> behind_word;  // Phrase -> years ago.
  std::map<std::u32string, int> behind_year;  // Phrase -> year.
};

// The phrase behind position `at` up to the next punctuation, cut to kMaxSharedPhrase.
std::u32string PhraseAt(std::string_view paragraph, size_t at) {
  std::u32string phrase;
  for (const char32_t c : text::DecodeUtf8(paragraph.substr(at, kMaxSharedPhrase * 4))) {
    if (!text::IsHan(c) || phrase.size() == kMaxSharedPhrase) break;
    phrase.push_back(c);
  }
  return phrase;
}

void CollectPhrases(std::string_view paragraph, Phrases& phrases) {
  for (const YearWord& word : kYearWords) {
    for (size_t at = paragraph.find(word.word); at != std::string_view::npos;
         at = paragraph.find(word.word, at + 1)) {
      phrases.behind_word.emplace(PhraseAt(paragraph, at + word.word.size()), word.years_ago);
    }
  }
  static const RE2* const kYear = new RE2(R"(((?:19|20)\d\d)年)");
  StringPiece rest = Piece(paragraph);
  int year = 0;
  while (RE2::FindAndConsume(&rest, *kYear, &year)) {
    phrases.behind_year.emplace(
        PhraseAt(paragraph, static_cast<size_t>(rest.data() - paragraph.data())), year);
  }
}

size_t SharedLength(std::u32string_view a, std::u32string_view b) {
  size_t length = 0;
  while (length < a.size() && length < b.size() && a[length] == b[length]) ++length;
  return length;
}

void FindSharedPhrases(const CreditReader& credits, const Phrases& phrases,
                       Candidates& candidates) {
  for (const auto& [phrase, years_ago] : phrases.behind_word) {
    for (const auto& [other, year] : phrases.behind_year) {
      const size_t shared = SharedLength(phrase, other);
      if (shared < kMinSharedPhrase) continue;
      const std::string words = text::EncodeUtf8(std::u32string_view(phrase).substr(0, shared));
      if (!credits.IsAnnualDocument(words)) continue;
      candidates.emplace(
          year + years_ago,
          absl::StrCat(base::AbslView(kYearWords[static_cast<size_t>(years_ago)].word), words,
                       " = ", year, "年", words));
    }
  }
}

}  // namespace

std::optional<v1::DateValue> StatedDate(std::string_view key, std::string printed) {
  std::optional<std::string> edtf = DigitDate(key);
  if (!edtf) edtf = HanDate(key);
  if (!edtf) return std::nullopt;
  v1::DateValue date;
  date.set_edtf(*std::move(edtf));
  date.set_text(std::move(printed));
  date.set_basis(v1::DATE_BASIS_STATED);
  SetDays(date);
  return date;
}

std::optional<v1::DateValue> InferredDate(const CreditReader& credits, const Page& page) {
  Candidates candidates;
  Phrases phrases;
  for (const PageLine& line : page.lines()) {
    if (line.role != LineRole::kProse) continue;
    FindEquations(line.keyed->key(), candidates);
    CollectPhrases(line.keyed->key(), phrases);
  }
  FindSharedPhrases(credits, phrases, candidates);
  if (candidates.size() != 1) return std::nullopt;
  const auto& [year, evidence] = *candidates.begin();
  v1::DateValue date;
  date.set_edtf(absl::StrFormat("%04d", year));
  date.set_basis(v1::DATE_BASIS_INFERRED);
  date.set_evidence(evidence);
  SetDays(date);
  return date;
}

}  // namespace yinzheng::ingest
