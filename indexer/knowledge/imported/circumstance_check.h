// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_CIRCUMSTANCE_CHECK_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_CIRCUMSTANCE_CHECK_H_

#include "absl/status/status.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/imported/found_facts.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// Sets time, modality, polarity and qualifiers of `fact`, whose value is set and stands at `place`
// (reading text). What `claim` states of them must be what the text has; what it leaves out is read
// from the text, but for qualifiers. As time any date of the sentence will do, and, where the
// clause of the value has none of its own, any of the paragraph and the publication date. Refused
// as TIME, MODALITY, POLARITY or QUALIFIER.
absl::Status SetCircumstances(const Scene& scene, const FoundFacts& found, const v1::Fact& claim,
                              text::Span place, v1::Fact& fact);

// Sets who said the words at `place`: as the text has it, else as claimed if the sentence or
// `quote` names that speaker. Refused as ATTRIBUTION if neither does, or if the text hands the
// words to another. A claimed resource name is compared later, once entities have theirs
// (import_settlement.h).
absl::Status SetSpeaker(const Scene& scene, const v1::Citation& claim, text::Span quote,
                        text::Span place, v1::Citation& citation);

// Refuses as ATTRIBUTION what is claimed as speech (言论) and is not printed as somebody's own
// words.
absl::Status CheckSpeech(const Scene& scene, const v1::Fact& fact, text::Span place);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_CIRCUMSTANCE_CHECK_H_
