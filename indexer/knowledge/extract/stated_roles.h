// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_STATED_ROLES_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_STATED_ROLES_H_

#include <vector>

#include "indexer/knowledge/extract/roles.h"

namespace yinzheng::knowledge {

// Finds the offices that a verb gives to persons: 某某是某院的院长, 某某,男,现任某院院长,
// 某院院长由某某 担任, 某院的院长是某某. Former offices (曾任) are left out. Ordered by verb.
// Linear in the words.
std::vector<Role> FindStatedRoles(const AnnotatedText& text, const FactRules& rules);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_STATED_ROLES_H_
