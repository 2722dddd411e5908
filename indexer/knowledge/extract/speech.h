// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/knowledge/extract/annotated_text.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/extract/roles.h"
#include "indexer/knowledge/extract/speaker.h"
#include "yinzheng/v1/citation.pb.h"

namespace yinzheng::knowledge {

// A stretch of text that is credited to somebody.
struct SpeechFrame {
  text::Span content;  // inside the quotation marks, or from behind the cue to the end
  v1::AttributionMode mode = v1::ATTRIBUTION_MODE_UNSPECIFIED;
  Speaker speaker;
  text::Span cue;           // 表示; empty where the speaker is taken from the neighbourhood
  text::Span introduction;  // speaker and cue as printed: no facts of their own subject stand here
  bool near = false;        // the speaker is taken from the neighbourhood
};

// The speech of an article: direct quotations with a speaker, reported speech, documents that say
// something. Quotation marks around names and catchwords are no speech. Ordered by content.
std::vector<SpeechFrame> FindSpeech(const AnnotatedText& text, const FactRules& rules,
                                    const std::vector<Role>& roles);

// The innermost frame whose content holds `span`; null if the article speaks for itself.
const SpeechFrame* FrameOf(const std::vector<SpeechFrame>& frames, text::Span span);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_H_
