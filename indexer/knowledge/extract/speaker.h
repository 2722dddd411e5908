// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEAKER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEAKER_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/knowledge/extract/annotated_text.h"
#include "indexer/knowledge/extract/fact_rules.h"
#include "indexer/knowledge/extract/roles.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// Who or what speaks.
struct Speaker {
  int32_t entity = -1;        // -1: only described
  int32_t organization = -1;  // for 我们: the speaker's institution, or the speaker if it is one
  text::Span title;           // 院长助理, 相关负责人; empty if none is printed
  text::Span words;           // the printed description, where `entity` is -1

  bool known() const { return entity >= 0 || !words.empty(); }
};

// A person as speaker, with the title beside the name at `name` and the institution that any of the
// person's offices names.
Speaker PersonSpeaker(const std::vector<Role>& roles, int32_t entity, text::Span name);

// The longest description of a speaker (相关负责人) that ends `part`; empty if none does.
text::Span DescribedAtEnd(const AnnotatedText& text, const FactRules& rules, text::Span part);

// The last name in `part` as speaker.
std::optional<Speaker> EntitySpeaker(const AnnotatedText& text, text::Span part);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_SPEAKER_H_
