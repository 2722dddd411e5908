// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_BUILDER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_BUILDER_H_

#include <vector>

#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/knowledge/pack/pack_errors.h"
#include "indexer/knowledge/pack/pack_file.h"
#include "indexer/knowledge/pack/property_vocabulary.h"

namespace yinzheng::knowledge {

// Checks what the files say, each by itself and against each other, and puts it together. What is
// wrong goes to `errors`; the contents are of use only if there are none. Needs the tables of
// text/fold.h. Cost: a few hash lookups a name.
PackContents BuildPack(const std::vector<PackFile>& files, const PropertyVocabulary& vocabulary,
                       PackErrors& errors);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_PACK_PACK_BUILDER_H_
