// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/ingest/date_years.h"

#include <array>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
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
constexpr std::array kYearWords = {YearWord{"今年", 0}, YearWord{"去年", 1}, YearWord{"前年", 2},
                                   YearWord{"明年", -1}};

int YearsAgo(std::string_view word) {
  for (const YearWord& known : kYearWords) {
    if (known.word == word) return known.years_ago;
  }
  return 0;
}

// 今年（2023年）, 2022年（去年）.
void FindEquations(std::string_view paragraph, YearCandidates& candidates) {
  static const RE2* const kWordFirst =
      new RE2(R"(((今年|去年|前年|明年) ?(?:是|即|\() ?((?:19|20)\d\d)(?:年\)|年|\))))");
  static const RE2* const kYearFirst =
      new RE2(R"((((?:19|20)\d\d)年? ?\((?:即|也就是)?(今年|去年|前年|明年)\)))");
  StringPiece rest = Piece(paragraph);
  StringPiece whole;
  std::string word;
  int year = 0;
  while (RE2::FindAndConsume(&rest, *kWordFirst, &whole, &word, &year)) {
    candidates.emplace(year + YearsAgo(word), std::string(whole));
  }
  rest = Piece(paragraph);
  while (RE2::FindAndConsume(&rest, *kYearFirst, &whole, &year, &word)) {
    candidates.emplace(year + YearsAgo(word), std::string(whole));
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
    if (word.years_ago < 0) continue;
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
                       YearCandidates& candidates) {
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

YearCandidates FindYears(const CreditReader& credits, const Page& page) {
  YearCandidates candidates;
  Phrases phrases;
  for (const PageLine& line : page.lines()) {
    if (line.role != LineRole::kProse) continue;
    FindEquations(line.keyed->key(), candidates);
    CollectPhrases(line.keyed->key(), phrases);
  }
  FindSharedPhrases(credits, phrases, candidates);
  return candidates;
}

}  // namespace yinzheng::ingest
