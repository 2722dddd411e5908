// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/phrase_compiler.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/text/fold.h"

namespace yinzheng::store {
namespace {

using text::IndexToken;
using text::TokenKind;

bool IsAsciiDigit(char32_t c) { return c >= U'0' && c <= U'9'; }

// One place of a phrase: what is printed there, and the number or date that begins there.
struct Place {
  const IndexToken* unit = nullptr;
  const IndexToken* value = nullptr;  // The longest one.
};

std::vector<Place> PlacesOf(const std::vector<IndexToken>& tokens) {
  std::vector<Place> places;
  for (const IndexToken& token : tokens) {
    const bool fresh = places.empty() || places.back().unit->position != token.position;
    // The unit itself is the first token of its place.
    if (fresh) places.push_back({&token, nullptr});
    if (token.kind != TokenKind::kNumber) continue;
    Place& place = places.back();
    const bool longer = place.value == nullptr || place.value->length < token.length;
    const bool says_more = place.value != nullptr && place.value->length == token.length &&
                           place.value->span.size() < token.span.size();
    if (longer || says_more) place.value = &token;
  }
  return places;
}

PhraseTerm TermAt(const IndexToken& token, uint32_t offset, bool is_value) {
  PhraseTerm term;
  term.term = token.term;
  term.offset = offset;
  term.is_run = text::IsRun(token.kind);
  term.is_value = is_value;
  return term;
}

std::vector<PhraseTerm> Printed(const std::vector<Place>& places) {
  std::vector<PhraseTerm> terms;
  for (const Place& place : places) {
    terms.push_back(
        TermAt(*place.unit, place.unit->position - places.front().unit->position, false));
  }
  return terms;
}

// The phrase with each number and date as one place, or nothing if that asks for the same.
std::vector<PhraseTerm> ByValue(const std::vector<Place>& places) {
  std::vector<PhraseTerm> terms;
  uint32_t covered = 0;   // The first position after what was taken last.
  uint32_t position = 0;  // Its offset.
  bool differs = false;
  for (size_t i = 0; i < places.size(); ++i) {
    const IndexToken& unit = *places[i].unit;
    if (!terms.empty() && unit.position < covered) continue;
    const IndexToken* value = places[i].value;
    const uint32_t gap = terms.empty() ? 0 : unit.position - covered;
    position = terms.empty() ? 0 : position + 1 + gap;
    const IndexToken& token = value == nullptr ? unit : *value;
    terms.push_back(TermAt(token, position, value != nullptr));
    covered = token.position + token.length;
    const bool inside = i > 0 && covered <= places.back().unit->position;
    differs = differs || (value != nullptr && (value != &unit || inside));
  }
  if (!differs) terms.clear();
  return terms;
}

// Pairs of Chinese characters. Those with a lone letter (a股) are left out: whether the letter
// stands alone depends on what is beside it.
std::vector<std::string> Pairs(const std::vector<IndexToken>& tokens) {
  std::set<uint32_t> letters;
  for (const IndexToken& token : tokens) {
    if (token.length == 1 && text::IsRun(token.kind)) letters.insert(token.position);
  }
  std::vector<std::string> pairs;
  for (const IndexToken& token : tokens) {
    if (token.kind == TokenKind::kBigram && !letters.contains(token.position) &&
        !letters.contains(token.position + 1)) {
      pairs.push_back(token.term);
    }
  }
  return pairs;
}

// `text` without the separators of thousands and, if `points`, with decimal points as the marks of
// codes: what is left of 1,200 or 1.2.3 after a cut.
std::u32string WithoutNumberMarks(std::u32string_view text, bool points) {
  std::u32string plain;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool between =
        i > 0 && i + 1 < text.size() && IsAsciiDigit(text[i - 1]) && IsAsciiDigit(text[i + 1]);
    if (between && text[i] == U',') continue;
    plain.push_back(between && points && text[i] == U'.' ? U'-' : text[i]);
  }
  return plain;
}

// Nothing, or a mark that a number may have inside: what lies between a cut and the run beside it.
bool IsCutMark(std::u32string_view beside) {
  constexpr std::u32string_view kMarks = U",.";
  return beside.empty() || (beside.size() == 1 && kMarks.find(beside[0]) != kMarks.npos);
}

void AddLooseForms(const text::Analyzer& analyzer, std::u32string_view key,
                   CompiledPhrase& phrase) {
  for (const bool points : {false, true}) {
    const std::vector<IndexToken> tokens = analyzer.Analyze(WithoutNumberMarks(key, points));
    std::vector<PhraseTerm> terms = Printed(PlacesOf(tokens));
    if (terms.empty()) continue;
    const bool known = std::any_of(
        phrase.loose.begin(), phrase.loose.end(),
        [&](const std::vector<PhraseTerm>& other) { return other.size() == terms.size(); });
    if (!known) phrase.loose.push_back(std::move(terms));
  }
}

}  // namespace

CompiledPhrase MakePhrase(const text::Analyzer& analyzer, std::u32string_view text) {
  CompiledPhrase phrase;
  // What is left out of keys (marks that nobody sees) must not hide where the phrase is cut.
  const std::u32string key = text::FoldToKey(text);
  std::vector<IndexToken> tokens = analyzer.Analyze(key);
  std::vector<Place> places = PlacesOf(tokens);
  if (places.empty()) return phrase;
  phrase.is_cut = places.size() > kMaxPhraseTerms;
  if (phrase.is_cut) {
    const uint32_t end = places[kMaxPhraseTerms].unit->position;
    std::erase_if(tokens,
                  [&](const IndexToken& token) { return token.position + token.length > end; });
    places = PlacesOf(tokens);
  }
  phrase.terms = Printed(places);
  phrase.by_value = ByValue(places);
  phrase.bigrams = Pairs(tokens);
  phrase.may_begin_inside =
      phrase.terms.front().is_run &&
      IsCutMark(std::u32string_view(key).substr(0, tokens.front().span.begin));
  phrase.may_end_inside = phrase.terms.back().is_run &&
                          IsCutMark(std::u32string_view(key).substr(places.back().unit->span.end));
  if (phrase.may_begin_inside || phrase.may_end_inside) AddLooseForms(analyzer, key, phrase);
  return phrase;
}

CompiledPhrase MakePrefix(const text::Analyzer& analyzer, std::u32string_view text) {
  CompiledPhrase phrase = MakePhrase(analyzer, text);
  phrase.is_prefix = phrase.may_end_inside;
  phrase.may_begin_inside = false;
  phrase.may_end_inside = false;
  phrase.loose.clear();
  if (phrase.is_prefix) phrase.by_value.clear();
  return phrase;
}

}  // namespace yinzheng::store
