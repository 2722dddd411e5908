// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FACTS_LINE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FACTS_LINE_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "indexer/knowledge/pack/property_vocabulary.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// A longer line is refused before it is parsed.
inline constexpr size_t kMaxFactLineBytes = size_t{1} << 20;
inline constexpr int kMaxImportedCitations = 64;

// Reads one line of a facts file: yinzheng.v1.Fact in proto3 JSON. It looks at the line alone, not
// at any article. The property is made Simplified and gets its id from the vocabulary. Refused as
// FORMAT: what is no JSON object of that message, has unknown fields, lacks subject, property,
// value or a citation with article and quote, or has a number, date, rank, id or confidence that is
// none. Pure and thread-safe.
absl::StatusOr<v1::Fact> ReadFactLine(std::string_view line, const PropertyVocabulary& vocabulary);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FACTS_LINE_H_
