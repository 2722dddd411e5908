// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/correction_candidates.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "indexer/store/document_lookup.h"
#include "indexer/store/name_key.h"
#include "indexer/store/posting_union.h"
#include "indexer/store/schema.h"
#include "indexer/store/suggestion_documents.h"
#include "indexer/store/suggestion_terms.h"
#include "indexer/store/terms.h"
#include "indexer/store/text_terms.h"
#include "indexer/text/span.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {
namespace {

// Texts looked at for one spelling: the most frequent ones stand first.
constexpr int kMaxLookedAt = 20;
constexpr int kMaxBeginningsLookedAt = 300;
// Xapian looks no further than this for a word that is spelled nearly alike.
constexpr unsigned kMaxEdits = 2;
constexpr size_t kShortestForTwoEdits = 6;

void AddNew(std::string text, std::vector<std::string>& texts) {
  if (text.empty()) return;
  if (std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(std::move(text));
}

std::string BeginningOfText(const std::string& text, size_t characters) {
  const text::Span part = NameKeySource(text, characters);
  return text::EncodeUtf8(text::Slice(text::DecodeUtf8(text), part));
}

}  // namespace

// What is damaged reads as empty: a correction less.
v1::SuggestionRecord CorrectionCandidates::RecordAt(Xapian::docid id) const {
  return ParseDocument<v1::SuggestionRecord>(handles_.suggestions.get_document(id))
      .value_or(v1::SuggestionRecord());
}

std::vector<std::string> CorrectionCandidates::SoundingLike(std::u32string_view key) const {
  const text::ReadName wanted = rules_.reader.Read(key);
  std::vector<std::string> terms;
  for (const std::string& spelling : text::SpellingsOf(wanted)) {
    terms.push_back(SpellingTerm(spelling));
  }
  std::vector<std::string> texts;
  PostingUnion postings(handles_.suggestions, terms);
  int left = kMaxLookedAt;
  for (Xapian::docid id = postings.Next(); id != 0 && left-- > 0; id = postings.Next()) {
    v1::SuggestionRecord record = RecordAt(id);
    const text::ReadName name = ReadSuggestion(record, rules_.reader);
    const bool same_length = name.size() == wanted.size();
    if (!same_length || !text::SoundsLikeBeginning(wanted, name)) continue;
    if (NameKey(record.text()) != text::EncodeUtf8(key)) AddNew(record.text(), texts);
  }
  return texts;
}

std::vector<std::u32string> CorrectionCandidates::ShapesOf(std::u32string_view key) const {
  std::vector<std::u32string> shapes;
  for (size_t i = 0; i < key.size(); ++i) {
    for (const char32_t alike : rules_.shapes.LikeOf(key[i])) {
      shapes.emplace_back(key);
      shapes.back()[i] = alike;
    }
  }
  return shapes;
}

std::optional<std::string> CorrectionCandidates::TextOf(std::u32string_view key) const {
  PostingUnion postings(handles_.suggestions, {Term(prefix::kNameKey, text::EncodeUtf8(key))});
  for (Xapian::docid id = postings.Next(); id != 0; id = postings.Next()) {
    const v1::SuggestionRecord record = RecordAt(id);
    if (!record.text().empty()) return record.text();
  }
  return std::nullopt;
}

std::vector<std::string> CorrectionCandidates::LookingLike(std::u32string_view key) const {
  std::vector<std::string> texts;
  for (const std::u32string& shape : ShapesOf(key)) {
    if (auto text = TextOf(shape)) AddNew(*std::move(text), texts);
  }
  return texts;
}

std::vector<std::string> CorrectionCandidates::BeginningsSoundingLike(const text::TypedName& typed,
                                                                      size_t limit) const {
  std::vector<std::string> terms;
  for (const std::string& spelling : typed.AsSpellings()) {
    if (auto term = BeginningTerm(BeginningKind::kSpelling, spelling)) {
      terms.push_back(*std::move(term));
    }
  }
  std::vector<std::string> texts;
  PostingUnion postings(handles_.suggestions, terms);
  int left = kMaxBeginningsLookedAt;
  for (Xapian::docid id = postings.Next(); id != 0 && left-- > 0 && texts.size() < limit;
       id = postings.Next()) {
    const v1::SuggestionRecord record = RecordAt(id);
    if (text::SoundsLikeBeginning(typed.units(), ReadSuggestion(record, rules_.reader))) {
      AddNew(BeginningOfText(record.text(), typed.units().size()), texts);
    }
  }
  return texts;
}

std::optional<std::string> CorrectionCandidates::BeginningOf(std::u32string_view key) const {
  const std::string wanted = text::EncodeUtf8(key);
  const auto term = BeginningTerm(BeginningKind::kKey, wanted);
  if (!term) return std::nullopt;
  PostingUnion postings(handles_.suggestions, {*term});
  int left = kMaxBeginningsLookedAt;
  for (Xapian::docid id = postings.Next(); id != 0 && left-- > 0; id = postings.Next()) {
    const v1::SuggestionRecord record = RecordAt(id);
    if (NameKey(record.text()).compare(0, wanted.size(), wanted) == 0) {
      return BeginningOfText(record.text(), key.size());
    }
  }
  return std::nullopt;
}

std::vector<std::string> CorrectionCandidates::BeginningsLookingLike(std::u32string_view key,
                                                                     size_t limit) const {
  std::vector<std::string> texts;
  for (const std::u32string& shape : ShapesOf(key)) {
    if (texts.size() >= limit) break;
    if (auto text = BeginningOf(shape)) AddNew(*std::move(text), texts);
  }
  return texts;
}

std::vector<std::string> CorrectionCandidates::NamesSpelled(std::string_view word,
                                                            size_t limit) const {
  std::vector<std::string> texts;
  PostingUnion postings(handles_.suggestions, {SpellingTerm(word)});
  for (Xapian::docid id = postings.Next(); id != 0 && texts.size() < limit; id = postings.Next()) {
    const std::string text = RecordAt(id).text();
    if (NameKey(text) != word) AddNew(text, texts);
  }
  return texts;
}

std::vector<std::string> CorrectionCandidates::NearestSpelled(std::string_view word) const {
  const unsigned edits = word.size() < kShortestForTwoEdits ? 1 : kMaxEdits;
  const std::string nearest =
      handles_.suggestions.get_spelling_suggestion(std::string(word), edits);
  if (nearest.empty() || nearest == word) return {};
  std::vector<std::string> texts = NamesSpelled(nearest, 1);
  if (texts.empty()) texts.push_back(BeginningOf(text::DecodeUtf8(nearest)).value_or(nearest));
  return texts;
}

size_t CorrectionCandidates::PassagesWith(std::u32string_view key) const {
  // Parts of a query share most of their pairs, and a shard elsewhere is asked by a message.
  const auto passages = [&](std::u32string_view term) -> size_t {
    const auto [known, fresh] = frequencies_.try_emplace(std::u32string(term), 0);
    if (fresh) {
      known->second = handles_.passages.get_termfreq(TextTerm("", text::EncodeUtf8(term)));
    }
    return known->second;
  };
  if (key.empty()) return 0;
  if (key.size() < 2 || !text::IsHan(key.front())) return passages(key);
  size_t fewest = std::numeric_limits<size_t>::max();
  for (size_t i = 0; i + 1 < key.size(); ++i) fewest = std::min(fewest, passages(key.substr(i, 2)));
  return fewest;
}

}  // namespace yinzheng::store
