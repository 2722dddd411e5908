// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CLAUSE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CLAUSE_H_

#include <cstdint>
#include <vector>

#include "indexer/knowledge/extract/speech.h"
#include "indexer/knowledge/extract/word_reader.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// How the subject of a clause was found, surest first.
enum class SubjectBasis : uint8_t {
  kExplicit,   // the name is the grammatical subject
  kPossessor,  // the name stands before the noun that is the subject: 北京研发投入
  kAnaphor,    // 该院, 园区
  kOwn,        // 我们 in the words of a speaker
  kEllipsis,   // carried over from an earlier clause of the sentence
  kTopic,      // carried over from an earlier sentence
  kNone,
};

// What a clause speaks of.
struct Subject {
  int32_t entity = -1;  // -1: `mention` names a thing that is no entity, or nothing is known
  text::Span mention;   // the words that name it, perhaps in an earlier clause
  SubjectBasis basis = SubjectBasis::kNone;

  bool known() const { return entity >= 0 || !mention.empty(); }
  bool named() const { return entity >= 0; }
};

// A clause with its subject. The unit that most recognisers work on.
struct Clause {
  text::Span span;
  WordRange words;
  uint32_t sentence = 0;
  uint32_t paragraph = 0;
  bool first = false;         // of its sentence
  bool introduction = false;  // names the speaker of what follows or precedes: 某某表示
  Subject subject;
  std::vector<Subject> agents;       // who acts on the subject in a clause of its own: 乙承办
  std::vector<Subject> coordinated;  // further subjects: 甲、乙和丙 (without the first)
  WordRange head;                    // nouns between a possessor and the verb: 研发投入强度
  size_t predicate = 0;              // first word behind the subject
  size_t behind_pointer = 0;  // first word behind 该院 or a thing without a name; 0: neither
  Subject possessor;          // the name that begins such a thing: 某市 of 某市儿童医院
  // A noun that is no known thing is the grammatical subject; `subject` is what was spoken of.
  bool noun_led = false;
  // The sentence has turned to such a noun without naming what earlier sentences spoke of: what is
  // said of the noun need not hold for the subject.
  bool drifts = false;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CLAUSE_H_
