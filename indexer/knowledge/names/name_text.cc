// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/names/name_text.h"

#include <string>

#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

WordTag TagOfName(const std::string& tag) {
  if (tag == "ns") return WordTag::kPlace;
  if (tag == "nt") return WordTag::kOrganization;
  if (tag == "nz") return WordTag::kName;
  if (tag == "nr" || tag == "nrt" || tag == "nrfg") return WordTag::kPerson;
  return WordTag::kNoun;
}

WordTag TagOfVerb(const std::string& tag) {
  return tag == "vn" ? WordTag::kVerbalNoun : WordTag::kVerb;
}

WordTag TagOfDictionary(const std::string& tag) {
  switch (tag[0]) {
    case 'n':
      return TagOfName(tag);
    case 'v':
      return TagOfVerb(tag);
    case 'a':
      return tag == "ad" ? WordTag::kFunction : WordTag::kAdjective;
    case 'b':
    case 'z':
      return tag == "zg" ? WordTag::kOther : WordTag::kAdjective;
    case 'm':
      return WordTag::kNumber;
    case 'q':
      return WordTag::kQuantifier;
    case 'f':
    case 's':
      return WordTag::kDirection;
    case 't':
      return WordTag::kTime;
    case 'j':
      return WordTag::kShort;
    case 'c':
      return WordTag::kConjunction;
    case 'd':
    case 'p':
    case 'r':
    case 'u':
    case 'y':
    case 'e':
    case 'o':
      return WordTag::kFunction;
    default:
      return WordTag::kOther;
  }
}

// The segmenter's model glues particles to its neighbours: such a word (这是, 张硕向) is no name as
// a whole.
bool HoldsFunctionCharacter(std::u32string_view word) {
  constexpr std::u32string_view kFunctionCharacters =
      U"的了是在这那和与为有我你他她它们不也都就被把将向从对于之而或但其所以及至到让给据由"
      U"很更最曾已正仍还又再刚才每各某哪谁几个只着过得地说等";
  return word.find_first_of(kFunctionCharacters) != std::u32string_view::npos;
}

WordTag TagOf(const text::Token& token, std::u32string_view word) {
  const char32_t c = word[0];
  if (text::IsPunctuation(c) || text::IsSpace(c)) return WordTag::kPunctuation;
  if (token.tag == "eng" || text::IsLatinLetter(c)) return WordTag::kLatin;
  if (text::IsDigit(c)) return WordTag::kNumber;
  if (token.tag == "x") {
    if (!text::IsHan(c)) return WordTag::kPunctuation;
    constexpr std::u32string_view kNumerals = U"一二三四五六七八九十两";
    const bool counts = word.size() == 2 && kNumerals.find(c) != std::u32string_view::npos;
    if (counts) return WordTag::kNumber;
    return HoldsFunctionCharacter(word) ? WordTag::kFunction : WordTag::kUnknown;
  }
  return TagOfDictionary(token.tag);
}

bool IsNameTag(WordTag tag) {
  return tag == WordTag::kPlace || tag == WordTag::kOrganization || tag == WordTag::kName ||
         tag == WordTag::kPerson;
}

WordTag TagOfKnown(v1::EntityType type) {
  if (type == v1::ENTITY_TYPE_PERSON) return WordTag::kPerson;
  const bool place = type == v1::ENTITY_TYPE_PLACE || type == v1::ENTITY_TYPE_FACILITY;
  return place ? WordTag::kPlace : WordTag::kOrganization;
}

// Corrects the dictionary's part of speech by our own lists.
void Correct(NameWord& word) {
  if (word.known != nullptr && !word.known->ambiguous) {
    word.tag = TagOfKnown(word.known->type);
    return;
  }
  if (IsNameTag(word.tag) && (word.classes & (kNotName | kGenericWord | kBreakWord))) {
    word.tag = WordTag::kNoun;
  }
}

}  // namespace

NameText::NameText(std::u32string_view text, const std::vector<text::Token>& tokens,
                   const NameLexicon& lexicon)
    : text_(text), lexicon_(lexicon), word_of_(text.size(), 0) {
  words_.reserve(tokens.size());
  for (const text::Token& token : tokens) {
    if (token.span.empty()) continue;
    const std::u32string_view slice = text::Slice(text, token.span);
    NameWord word;
    word.span = token.span;
    word.tag = TagOf(token, slice);
    word.in_dictionary = token.tag != "x";
    word.classes = lexicon.ClassesOf(slice);
    word.known = slice.size() > 1 ? lexicon.FindKnown(slice) : nullptr;
    Correct(word);
    for (uint32_t i = token.span.begin; i < token.span.end; ++i) {
      word_of_[i] = static_cast<uint32_t>(words_.size());
    }
    words_.push_back(word);
  }
}

size_t NameText::WordAt(uint32_t position) const {
  return position < word_of_.size() ? word_of_[position] : words_.size();
}

bool NameText::IsWordBegin(uint32_t position) const {
  return position == 0 || position >= size() || word_of_[position] != word_of_[position - 1];
}

}  // namespace yinzheng::knowledge
