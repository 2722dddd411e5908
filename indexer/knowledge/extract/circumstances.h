// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CIRCUMSTANCES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CIRCUMSTANCES_H_

#include "indexer/knowledge/extract/scene.h"
#include "yinzheng/v1/citation.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// Sets the as-of time of a fact whose value stands at `value`: the last date before it in the
// sentence, else the year in the name of an index there, else a date that opens an earlier sentence
// of the paragraph, else the publication date. Leaves a time that is set alone.
void SetTime(const Scene& scene, text::Span value, v1::Fact& fact);

// Sets how firmly the clause states its value (将, 预计, a date to come) and whether it denies it.
// Leaves what is set alone.
void SetModality(const Scene& scene, text::Span value, v1::Fact& fact);

// Sets who said the words at `value`, if they stand in somebody's speech; does nothing if the
// article speaks for itself.
void SetAttribution(const Scene& scene, text::Span value, v1::Citation& citation);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_CIRCUMSTANCES_H_
