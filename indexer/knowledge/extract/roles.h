// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ROLES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ROLES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/knowledge/extract/annotated_text.h"
#include "indexer/knowledge/extract/fact_rules.h"

namespace yinzheng::knowledge {

// One office of a person, as printed beside the name: ORG TITLE NAME, TITLE：NAME, NAME TITLE and
// NAME，ORG TITLE, or as a verb states it: NAME任ORG TITLE.
struct Role {
  int32_t person = -1;        // entity
  int32_t organization = -1;  // entity; -1 where no name stands before the title
  bool shared = false;        // the organisation stands before an earlier title of the same person
  text::Span title;           // 院长助理; with an unnamed department: 怀柔研究部主任
  text::Span organization_span;  // empty if organization is -1
  text::Span department;  // the part of the organisation that the title names: 规划处; may be empty
  text::Span employer;  // words that name an institution which is no entity; may be empty
  bool near = false;    // the organisation is the one named last: 院长某某
  text::Span person_span;
  text::Span span;       // the whole apposition, or all that states the office
  text::Span verb;       // what states the office: 担任; empty where it stands beside the name
  bool planned = false;  // behind the title the clause plans: 院长将由某某担任
  bool denied = false;   // directly before the verb or behind the title the clause denies
  bool held = true;      // false: the clause of the verb plans or denies
};

// Finds the offices that stand beside the names of persons, by place, and behind them those that
// verbs state, by verb. Linear in the words.
std::vector<Role> FindRoles(const AnnotatedText& text, const FactRules& rules);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ROLES_H_
