// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_MEASURED_THING_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_MEASURED_THING_H_

#include <string_view>

#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// The words of `noun` without the measure at their end: 装备制造业 of 装备制造业营业收入同比. Empty
// if they name nothing but a measure or a time (利润总额, 全年增速), or cut a title in two. Spans
// are of `text`. Constant time.
text::Span MeasuredThing(const FactRules& rules, std::u32string_view text, text::Span noun);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_MEASURED_THING_H_
