// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SUBJECT_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SUBJECT_FINDER_H_

#include <optional>

#include "indexer/knowledge/extract/clause.h"
#include "indexer/knowledge/extract/word_reader.h"

namespace yinzheng::knowledge {

// What stands in subject position of a clause.
struct SubjectWords {
  enum class Kind {
    kNone,     // nothing: the subject is carried over
    kName,     // an entity, `words` is its mention
    kAnaphor,  // `words` point back
    kOwn,      // 我们
    kNoun,     // a noun phrase without a name
  };
  Kind kind = Kind::kNone;
  WordRange words;
  std::vector<size_t> coordinated;  // words that are further names
  bool possessor = false;  // a noun follows the name: it, not the name, is the grammatical subject
  WordRange head;          // that noun; or the noun phrase without a name
  size_t predicate = 0;    // first word behind the subject
};

// Finds the subject words of one clause by the order of words and their parts of speech. It
// resolves nothing: what 该院 means is anaphora.h's business. Linear in the clause.
SubjectWords FindSubjectWords(const WordReader& reader, WordRange clause);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SUBJECT_FINDER_H_
