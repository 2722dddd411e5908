// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a build says of its knowledge packs: which files they were, and how much of them the
// articles bear out. Packs are read and applied in knowledge/pack.

#ifndef YINZHENG_INDEXER_PIPELINE_PACK_USE_H_
#define YINZHENG_INDEXER_PIPELINE_PACK_USE_H_

#include <string>

#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "yinzheng/store/v1/manifest.pb.h"

namespace yinzheng::indexer {

// Lines for a build's report: how many files, entities that some article mentions, and relations
// that some article states; the lines of the relations that none does, since a curator expects
// them; how many facts stand and edits apply, and what is wrong with the others.
std::string DescribePackUse(const knowledge::KnowledgePack& pack,
                            const knowledge::Knowledge& knowledge);

// Adds the files and their digests to a manifest.
void RecordPacks(const knowledge::KnowledgePack& pack, store::v1::Manifest& manifest);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_PACK_USE_H_
