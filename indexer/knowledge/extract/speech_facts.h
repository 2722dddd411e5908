// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_FACTS_H_

#include <functional>

#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// States quotations (言论): the words inside the marks as printed, with their speaker.
void FindQuotationFacts(const Scene& scene, FactSink& sink);

// States what named persons are reported to say without quotation marks (观点), where no other fact
// was found in it: `stated` tells whether a fact's value lies in a span. It is what the article
// says of their words, never a quotation, and as firm as the cue and the words make it: 建议 and
// 预测 assert nothing. One sentence; a sentence too long to cite is left out.
void FindReportedSpeech(const Scene& scene, const std::function<bool(text::Span)>& stated,
                        FactSink& sink);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_FACTS_H_
