// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_OFFICE_PHRASE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_OFFICE_PHRASE_H_

#include <optional>
#include <vector>

#include "indexer/knowledge/extract/roles.h"
#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// Reads the words for an office: 某院院长, 某院的院长、首席科学家, 规划处处长. The roles it makes
// have an institution and a title but no person yet. Borrows text and rules.
class OfficePhrase {
 public:
  OfficePhrase(const AnnotatedText& text, const FactRules& rules);

  // The offices that begin with word `i`, in order; empty if no office begins there or other words
  // go on behind it. `end`: they take all words up to there and none behind.
  std::vector<Role> Read(size_t i, std::optional<size_t> end = std::nullopt) const;

  // A noun, or what else may stand inside of a title.
  bool IsNominal(const Word& word) const;

  // Makes the name at `word` the institution, if it employs people who have the role's title.
  void TakeOrganization(const Word& word, Role& role) const;

  // Parts a title that begins with an institution or its department from these: 规划处处长, 某县水
  // 务局局长. `suffix`: how long the word of the tables is that ends the title.
  void SplitTitle(uint32_t suffix, Role& role) const;

  // 该院副院长: the institution named last.
  void ResolvePointer(uint32_t suffix, Role& role) const;

 private:
  size_t PhraseEnd(size_t i, std::optional<size_t> end) const;
  std::optional<Role> ReadOne(WordRange words) const;
  size_t BeginOfTitle(WordRange words) const;
  size_t WithoutDuty(WordRange words) const;
  bool IsTitle(WordRange words) const;
  bool IsTenure(size_t i) const;
  bool IsFormer(size_t i) const;
  bool IsPost(text::Span title) const;
  bool IsSeparator(size_t i) const;
  bool EndsOffice(size_t i, std::optional<size_t> end) const;
  bool IsUnknownInstitution(text::Span house, Role& role) const;
  void TakeHouse(Role& role) const;
  bool EndsAsHouse(text::Span words) const;

  const AnnotatedText& text_;
  const FactRules& rules_;
  const WordReader r_;
  std::vector<LocalMention> houses_;  // the mentions of organisations and companies, by place
};

// Types that employ people.
bool Employs(v1::EntityType type);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_OFFICE_PHRASE_H_
