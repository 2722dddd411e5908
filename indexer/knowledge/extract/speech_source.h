// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_SOURCE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_SOURCE_H_

#include <optional>

#include "indexer/knowledge/extract/annotated_text.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/extract/speaker.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// Who or what speaks in the words before a verb of saying, where that is no person: an institution,
// a document, a meeting, whoever 据… names. `part` ends where the verb begins. Linear in `part`.

// 记者从某某: the institution behind 从.
std::optional<Speaker> SourceOfLearning(const AnnotatedText& text, text::Span part);

// 据某国媒体 of 据某国媒体报道.
std::optional<Speaker> SourceAfterAccording(const AnnotatedText& text, const FactRules& rules,
                                            text::Span part);

// An institution or a document whose name ends `part`, but for times, brackets and a few words.
std::optional<Speaker> InstitutionIn(const AnnotatedText& text, text::Span part,
                                     const SpeechCue& cue);

// A source without a name, with the words before it that say whose.
struct NamelessSource {
  Speaker speaker;
  SpeechNoun kind;
};

// 统计数据, 会议, 某国军方 at the end of `part`.
std::optional<NamelessSource> NamelessSourceIn(const AnnotatedText& text, const FactRules& rules,
                                               text::Span part, const SpeechCue& cue);

bool IsDocumentType(v1::EntityType type);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEECH_SOURCE_H_
