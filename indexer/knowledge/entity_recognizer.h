// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_ENTITY_RECOGNIZER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_ENTITY_RECOGNIZER_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/document_entities.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/text/segmenter.h"

namespace yinzheng::knowledge {

class NameLexicon;
class TaggerModel;

// Finds the entities of one text: which names it uses, what each names, which names mean the same,
// and where they stand. By rules and dictionaries, and a model trained beforehand that weighs what
// they propose (docs/recognition.md); it learns nothing from text to text and relates nothing (that
// is for the fact extractors).
//
// Immutable and safe for concurrent use. Cost: linear in the text, about a microsecond a character.
class EntityRecognizer {
 public:
  // Loads rules, dictionaries and the model from `data_dir`/knowledge. `segmenter` is borrowed and
  // must outlive the recogniser. NotFound or InvalidArgument, naming the file.
  // `pack` adds to the dictionaries and overrules the rules; null for none.
  static absl::StatusOr<std::unique_ptr<EntityRecognizer>> Create(
      const text::Segmenter& segmenter, const std::string& data_dir,
      std::shared_ptr<const KnowledgePack> pack = nullptr);
  ~EntityRecognizer();

  // The entities of the article. Mentions are ordered, flat and longest; quotation and title marks
  // are not part of them. Never fails.
  DocumentEntities Recognize(const ArticleContext& context) const;
  // The same with `known` in place of the packs of Create.
  DocumentEntities Recognize(const ArticleContext& context, const KnowledgePack* known) const;

  // The name under which other articles know what is called `name`: see LocalEntity::identity.
  std::string IdentityOf(std::u32string_view name) const;

 private:
  EntityRecognizer(std::unique_ptr<NameLexicon> lexicon, std::unique_ptr<TaggerModel> model,
                   std::shared_ptr<const KnowledgePack> pack);

  std::unique_ptr<NameLexicon> lexicon_;
  std::unique_ptr<TaggerModel> model_;
  std::shared_ptr<const KnowledgePack> pack_;  // may be null
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_ENTITY_RECOGNIZER_H_
