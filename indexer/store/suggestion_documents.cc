// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/suggestion_documents.h"

#include <algorithm>
#include <map>

#include "indexer/store/documents.h"
#include "indexer/store/name_key.h"
#include "indexer/store/schema.h"
#include "indexer/store/suggestion_terms.h"
#include "indexer/store/terms.h"
#include "indexer/text/fold.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

// Shorter words are mistyped into other words as often as not; longer ones nobody types.
constexpr size_t kShortestWord = 4;
constexpr size_t kLongestWord = 24;
constexpr size_t kMaxSpellingWords = 50000;

bool IsLetter(char32_t c) { return c >= U'a' && c <= U'z'; }

bool IsLatinWord(std::string_view word) {
  return word.size() >= kShortestWord && word.size() <= kLongestWord &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return IsLetter(static_cast<unsigned char>(c)); });
}

void AddLatinWords(const v1::SuggestionRecord& record, std::map<std::string, int>& words) {
  std::string word;
  for (const char32_t c : text::FoldToKey(text::DecodeUtf8(record.text())) + U" ") {
    if (IsLetter(c)) {
      word += static_cast<char>(c);
      continue;
    }
    if (IsLatinWord(word)) words[word] += record.count();
    word.clear();
  }
}

}  // namespace

text::ReadName ReadSuggestion(const v1::SuggestionRecord& record,
                              const text::PinyinReader& reader) {
  const std::u32string key = text::DecodeUtf8(NameKey(record.text()));
  return reader.Read(std::u32string_view(key).substr(0, kMaxSuggestionKey),
                     record.entity_type() == yinzheng::v1::ENTITY_TYPE_PERSON
                         ? text::NameKind::kPerson
                         : text::NameKind::kAny);
}

Xapian::Document SuggestionDocument(const v1::SuggestionRecord& record,
                                    const text::PinyinReader& reader) {
  Xapian::Document document;
  document.set_data(SerializeDeterministically(record));
  const std::string key = NameKey(record.text());
  const text::ReadName name = ReadSuggestion(record, reader);
  const auto add = [&](const std::vector<std::string>& terms) {
    for (const std::string& term : terms) document.add_boolean_term(term);
  };
  const bool whole = name.size() <= kMaxWholeReading;
  if (whole) document.add_boolean_term(Term(prefix::kNameKey, key));
  const bool suggested = record.kind() != yinzheng::v1::SUGGESTION_KIND_UNSPECIFIED;
  if (suggested) add(BeginningTerms(BeginningKind::kKey, key));
  for (const std::string& spelling : text::SpellingsOf(name)) {
    if (whole) document.add_boolean_term(SpellingTerm(spelling));
    if (suggested) add(BeginningTerms(BeginningKind::kSpelling, spelling));
  }
  if (!suggested) return document;
  for (const std::string& initials : text::InitialsOf(name)) {
    add(BeginningTerms(BeginningKind::kInitials, initials));
  }
  return document;
}

std::vector<std::pair<std::string, int>> SpellingWords(
    const std::vector<v1::SuggestionRecord>& records, const text::PinyinReader& reader) {
  std::map<std::string, int> words;
  for (const v1::SuggestionRecord& record : records) {
    if (record.kind() == yinzheng::v1::SUGGESTION_KIND_UNSPECIFIED) continue;
    AddLatinWords(record, words);
    if (record.kind() != yinzheng::v1::SUGGESTION_KIND_ENTITY) continue;
    const std::string spelling = text::SpellingsOf(ReadSuggestion(record, reader)).front();
    if (IsLatinWord(spelling)) words[spelling] += record.count();
  }
  std::vector<std::pair<std::string, int>> frequent(words.begin(), words.end());
  std::stable_sort(frequent.begin(), frequent.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  if (frequent.size() > kMaxSpellingWords) frequent.resize(kMaxSpellingWords);
  return frequent;
}

}  // namespace yinzheng::store
