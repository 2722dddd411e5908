// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_ANCHORED_VALUE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_ANCHORED_VALUE_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/knowledge/imported/stated_value.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// What the words `anchor` of a quote (reading text) state, as the text is read: for statements that
// give their value as it is printed. They are a figure, date, rank or name if they are just that
// (hedges around a figure may be part of them), else words; with a `kind` they are that or nothing.
// One value for each place where they stand. Refused as VALUE.
absl::StatusOr<std::vector<StatedValue>> ReadAnchoredValue(const Scene& scene,
                                                           const std::string& anchor,
                                                           v1::FactKind kind, text::Span quote);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_ANCHORED_VALUE_H_
