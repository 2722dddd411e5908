// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_DRAFT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_DRAFT_H_

#include <string>

#include "indexer/knowledge/extract/clause.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// A statement as a recogniser hands it to FactWriter, which adds what all facts have: time,
// modality, attribution, confidence and the verified citation. Spans are of the reading text.
struct FactDraft {
  v1::Fact fact;         // property, value, and what the recogniser knows better than the writer
  int32_t subject = -1;  // entity; -1: `subject_words` name it
  text::Span subject_words;    // the words that name the subject, if no entity does
  text::Span subject_mention;  // where the clause or an earlier one names it; may be empty
  text::Span value;            // the words of the value
  text::Span evidence;         // what to cite; empty: the clause, from the subject if it is near
  std::string rule;
};

// Makes `subject` what the draft is about.
inline void SetSubject(const Subject& subject, FactDraft& draft) {
  draft.subject = subject.entity;
  draft.subject_mention = subject.mention;
  if (!subject.named()) draft.subject_words = subject.mention;
}

// Receives the statements of one article.
class FactSink {
 public:
  virtual ~FactSink() = default;
  virtual void Add(FactDraft draft) = 0;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_DRAFT_H_
