// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_NAMES_COMPANY_FINDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_NAMES_COMPANY_FINDER_H_

#include "indexer/knowledge/names/name_candidate.h"
#include "indexer/knowledge/names/name_text.h"

namespace yinzheng::knowledge {

// Finds companies that no ending gives away, by what stands beside an unknown word: a chief
// executive (X CEO), a kind of company (X是一家生物科技公司, 药企X), a quoted product, a list of
// companies. Adds to `out`. Linear.
void FindCompanies(const NameText& text, NameCandidates& out);

// `span` without the particles that the segmenter glues to unknown words: 据|华辉安健, 生华|是.
text::Span WithoutParticles(const NameText& text, text::Span span);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_NAMES_COMPANY_FINDER_H_
