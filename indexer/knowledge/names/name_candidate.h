// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_CANDIDATE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_CANDIDATE_H_

#include <string>
#include <vector>

#include "indexer/text/span.h"
#include "yinzheng/v1/entity_ref.pb.h"

namespace yinzheng::knowledge {

// Scores from here on make a name by themselves; lower ones need the same name found elsewhere.
inline constexpr int kAcceptScore = 50;

// The rule of candidates that a knowledge pack gives.
inline constexpr char kPackRule[] = "pack";

// A stretch of the text that may be a name. Candidates overlap and contradict each other;
// SelectCandidates decides.
struct NameCandidate {
  text::Span span;
  v1::EntityType type = v1::ENTITY_TYPE_UNSPECIFIED;
  int score = 0;  // 0 to 100
  std::string rule;
};

using NameCandidates = std::vector<NameCandidate>;

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_NAME_CANDIDATE_H_
