// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_EXECUTIVE_COMPANY_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_EXECUTIVE_COMPANY_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds companies by their heads: the words between a mark and a chief executive who is named are
// the company's name, though a dictionary may know each of them (启明远航|创始人|孟知秋). Reads the
// persons among `out` and adds to it. Linear in the text but for sorting the persons.
void FindCompaniesOfExecutives(const NameText& text, NameCandidates& out);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_EXECUTIVE_COMPANY_FINDER_H_
