// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_VALUE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_VALUE_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/imported/found_facts.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// A place that states a claimed value.
struct StatedValue {
  v1::Fact fact;        // the value alone, as the text has it
  text::Span place;     // its words in the reading text
  int32_t entity = -1;  // of a relation: the entity of the article that is meant, if it is known
};

// 倒数第三: a place from below, which is no rank. `place` is the rank.
bool IsCountedFromBelow(const Scene& scene, text::Span place);

// Where `within`, a part of `quote` (reading text), states the value of `claim`, in order of the
// text. What the claim leaves open (modifier, measure, scope) is taken from the text; what it
// states must agree: amounts as numbers, units and dates once they are normalised, names as any
// name of the entity. Text is not cut from a figure, date, rank or name, nor a name from a longer
// one; an ordinal is no rank before a noun that it counts (第三届), nor from below. The other
// entity of a relation is named in `within`, or in the quote if a relation to it was found whose
// words stand in `within`; one that is claimed by its resource name may be any of these. Refused as
// VALUE with what the text has.
absl::StatusOr<std::vector<StatedValue>> FindStatedValue(const Scene& scene,
                                                         const FoundFacts& found,
                                                         const v1::Fact& claim, text::Span quote,
                                                         text::Span within);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_STATED_VALUE_H_
