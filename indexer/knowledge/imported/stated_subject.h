// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_SUBJECT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_SUBJECT_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/imported/found_facts.h"
#include "indexer/knowledge/imported/stated_value.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// What a value is stated of.
struct StatedSubject {
  int32_t entity = -1;
  text::Span words;  // the words that name it, where no entity of the article does
};

// What the text states `value` of and the claim may mean, surest first; several only where it names
// its subject by resource name alone. An entity stands if the reading of the clause has it as
// subject (carried over or pointed at included), if a fact found at that value is about it or is
// its object, or if `quote` (reading text) names it where a subject may stand and the clause names
// no other. A thing that is no entity stands by its words in the quote, on the same condition.
// Refused as SUBJECT, saying what the words are stated of. It errs: where a quote names several
// things, its clauses may leave open which is meant.
absl::StatusOr<std::vector<StatedSubject>> FindStatedSubject(const Scene& scene,
                                                             const FoundFacts& found,
                                                             const v1::Fact& claim,
                                                             const StatedValue& value,
                                                             text::Span quote);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_SUBJECT_H_
