// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_CLAIMED_WORDS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_CLAIMED_WORDS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/document_entities.h"
#include "indexer/knowledge/extract/scene.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

// Places inside `within` of the reading text where claimed words stand, script, width and line
// breaks aside; at most 16, in order.
std::vector<text::Span> PlacesOfWords(const ArticleContext& context, const std::string& words,
                                      text::Span within);

// The first figure, date, rank, name, number or Latin word that `place` (reading text) holds a part
// of and not the whole: 128家 of 28家. None if the words at `place` are cut from nothing.
std::optional<text::Span> CutBy(const Scene& scene, text::Span place);

// Whether the words at `place` may be a name: they begin and end where words do and are cut from no
// other name.
bool StandsAsName(const Scene& scene, text::Span place);

// The entities of the article that have `name` as one of their names, in either script and width.
// Usually one.
std::vector<int32_t> EntitiesNamed(const DocumentEntities& entities, const std::string& name);

// The first mention of an entity inside `within`; none if it has none there.
std::optional<text::Span> MentionIn(const DocumentEntities& entities, int32_t entity,
                                    text::Span within);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_CLAIMED_WORDS_H_
