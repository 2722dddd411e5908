// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_WORD_COVERAGE_H_
#define YINZHENG_SERVICES_RECORD_WORD_COVERAGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "services/record/rewordings.h"
#include "services/record/word_terms.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::services {

// What facts are looked for by: the words and names of a question or claim.
struct SoughtWords {
  // An entity that is named.
  struct Name {
    std::string entity;                // entities/{entity}; empty if the index does not know it
    std::string printed;               // as the question names it
    std::vector<std::string> aliases;  // its names
  };

  std::string words;  // without the names; parts that do not belong together apart by punctuation
  std::vector<Name> names;
  std::vector<Rewording> rewordings;  // of `words`
};

// How much of what is sought facts speak of: words and names, each weighed by how few of the facts
// at hand have it, wherever a fact has it: in its property, in its cited sentence, or only before
// it. What value the facts have is not its business. docs/ask.md has the figures.
//
// Made for one question or claim and the facts that may meet it, of which it keeps nothing but
// marks; costs one pass over their text. Immutable and safe for concurrent use.
class WordCoverage {
 public:
  WordCoverage(const SoughtWords& sought, const std::vector<const v1::Fact*>& facts);

  // The share that the fact at `index` covers, 0 to 1.
  double Of(size_t index) const;
  // The same of the words alone, without the names; 1 if there are none.
  double OfWords(size_t index) const;
  // How well it covers the name that it covers least; 1 if there are none. From kNamedInSentence on
  // its sentence names them all.
  double LeastName(size_t index) const;
  static constexpr double kNamedInSentence = 0.8;

 private:
  // Where a fact has what is sought: a mark of 0 to 1 for each term, then each name.
  struct Marks {
    std::vector<double> terms;
    std::vector<double> names;
    double asked = 1;  // share of the fact's property that is sought
  };
  // A word, its terms, and what says the same.
  struct Words {
    std::vector<size_t> terms;
    std::vector<std::u32string> others;
  };
  struct Name {
    std::string entity;
    std::vector<std::u32string> aliases;  // folded
    WordTerms terms;
  };
  // A sum of weights and the part of it that is covered.
  struct Share {
    double all = 0;
    double covered = 0;
  };

  Marks MarksOf(const v1::Fact& fact) const;
  static double NameMark(const Name& name, const v1::Fact& fact, const std::u32string& cited,
                         const std::u32string& before);
  void AddRewordings(const std::u32string& text, Marks& marks) const;
  void Weigh();
  Share WordShare(size_t index) const;

  WordTerms terms_;
  WordTerms everything_;  // with the names and other words
  std::vector<Words> rewordings_;
  std::vector<Name> names_;
  std::vector<Marks> marks_;
  std::vector<double> term_weights_;
  std::vector<double> name_weights_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_WORD_COVERAGE_H_
