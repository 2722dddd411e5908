// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_TEXT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_TEXT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/knowledge/names/name_lexicon.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// Parts of speech as far as names care, with the dictionary's noise taken out: a word that the
// dictionary calls a name and our own lists call none is kNoun.
enum class WordTag : uint8_t {
  kNoun,
  kPlace,         // ns, or a known place
  kOrganization,  // nt, or a known organisation or company
  kName,          // nz
  kPerson,        // nr, nrt
  kUnknown,       // Chinese characters that the dictionary does not hold
  kLatin,
  kNumber,
  kQuantifier,
  kVerb,
  kVerbalNoun,
  kAdjective,
  kDirection,  // f, s
  kTime,
  kShort,     // j
  kFunction,  // particles, prepositions, conjunctions, adverbs, pronouns
  kConjunction,
  kPunctuation,
  kOther,
};

// One word with what the recognisers ask about it again and again.
struct NameWord {
  text::Span span;
  WordTag tag = WordTag::kOther;
  bool in_dictionary = true;
  uint64_t classes = 0;
  const KnownName* known = nullptr;
};

// A reading text with its words prepared for recognising names. Borrows text and lexicon. Read-only
// once made.
class NameText {
 public:
  NameText(std::u32string_view text, const std::vector<text::Token>& tokens,
           const NameLexicon& lexicon);

  std::u32string_view text() const { return text_; }
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }
  char32_t At(uint32_t position) const { return position < size() ? text_[position] : U'\0'; }
  char32_t Before(uint32_t position) const { return position > 0 ? text_[position - 1] : U'\0'; }
  std::u32string_view Slice(text::Span span) const { return text::Slice(text_, span); }
  // The text from `position` on, at most `length` characters.
  std::u32string_view From(uint32_t position, uint32_t length) const {
    return text::Slice(text_, {position, position + length});
  }
  // The `length` characters before `position`.
  std::u32string_view Until(uint32_t position, uint32_t length) const {
    return text::Slice(text_, {position < length ? 0 : position - length, position});
  }

  const NameLexicon& lexicon() const { return lexicon_; }
  const std::vector<NameWord>& words() const { return words_; }
  // Index of the word that holds `position`; words().size() past the end.
  size_t WordAt(uint32_t position) const;
  bool IsWordBegin(uint32_t position) const;
  bool IsWordEnd(uint32_t position) const { return position == size() || IsWordBegin(position); }

 private:
  std::u32string_view text_;
  const NameLexicon& lexicon_;
  std::vector<NameWord> words_;
  std::vector<uint32_t> word_of_;  // per code point
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_TEXT_H_
