// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ANNOTATED_TEXT_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ANNOTATED_TEXT_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/document_entities.h"
#include "indexer/text/date.h"
#include "indexer/text/quantity.h"
#include "indexer/text/span.h"

namespace yinzheng::knowledge {

enum class WordKind : uint8_t {
  kWord,         // a word of the segmenter; `tag` is its part of speech
  kEntity,       // a mention; `index` into DocumentEntities::mentions
  kDate,         // `index` into AnnotatedText::dates
  kRank,         // `index` into AnnotatedText::ranks
  kQuantity,     // with its approximators; `index` into AnnotatedText::quantities
  kPunctuation,  // marks and spaces
};

// One unit of what the rules read. Units cover the text without gaps.
struct Word {
  text::Span span;
  WordKind kind = WordKind::kWord;
  int32_t index = -1;
  std::string_view tag;  // of the segmenter; borrowed from the context
};

// The reading text as a row of words in which names, dates, ranks and quantities are one word each.
// Where they overlap, names win over dates over ranks over quantities. Borrows context and
// entities.
struct AnnotatedText {
  const ArticleContext* context = nullptr;
  const DocumentEntities* entities = nullptr;
  std::vector<text::QuantityMatch> quantities;
  std::vector<text::DateMatch> dates;
  std::vector<text::RankMatch> ranks;
  std::vector<Word> words;

  std::u32string_view Text(text::Span span) const { return context->reading.Text(span); }
  std::u32string_view Text(const Word& word) const { return Text(word.span); }
  // Index of the word that holds `position`; words.size() past the end.
  size_t WordAt(uint32_t position) const;
  const LocalMention& Mention(const Word& word) const {
    return entities->mentions[static_cast<size_t>(word.index)];
  }
  int32_t EntityOf(const Word& word) const {
    return word.kind == WordKind::kEntity ? Mention(word).entity : -1;
  }
  const LocalEntity& Entity(int32_t entity) const {
    return entities->entities[static_cast<size_t>(entity)];
  }
};

// Finds dates, ranks and quantities and lays everything over the segmenter's words. Linear.
AnnotatedText Annotate(const ArticleContext& context, const DocumentEntities& entities);

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_ANNOTATED_TEXT_H_
