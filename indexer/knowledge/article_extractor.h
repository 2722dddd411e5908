// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_EXTRACTOR_H_
#define YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_EXTRACTOR_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "indexer/knowledge/pack/knowledge_pack.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/source_map.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/check_service.pb.h"

namespace yinzheng::knowledge {

// Reads articles and finds entities and facts in them: the front door of this folder. It knows one
// article at a time; `KnowledgeResolver` puts articles together. It never sees the index.
//
// Example:
//   YZ_ASSIGN_OR_RETURN(auto extractor, ArticleExtractor::Create(segmenter, data_dir));
//   resolver.Add(extractor->Extract(article, source_map));
//
// Thread-safe: Extract may run on many threads at once.
class ArticleExtractor {
 public:
  // Loads rules and dictionaries from `data_dir`/knowledge. `segmenter` is borrowed and must
  // outlive the extractor. InvalidArgument, naming file and line, if a rule cannot be read.
  // `pack` is what knowledge packs say, `imported` what facts files claim; null for none.
  static absl::StatusOr<std::unique_ptr<ArticleExtractor>> Create(
      const text::Segmenter& segmenter, const std::string& data_dir,
      std::shared_ptr<const KnowledgePack> pack = nullptr,
      std::shared_ptr<const ImportedFacts> imported = nullptr);
  virtual ~ArticleExtractor() = default;

  // Finds everything in one article. Never fails: what cannot be verified is in `rejected`.
  virtual ArticleKnowledge Extract(const v1::Article& article,
                                   const text::SourceMap& source_map) const = 0;
  // The same for a text that is no article, with the names of `known` read as such in place of the
  // packs of Create.
  virtual ArticleKnowledge ExtractKnowing(const KnowledgePack& known, const v1::Article& article,
                                          const text::SourceMap& source_map) const = 0;

  // Finds mentions, numbers, quantities and dates in a text that is no article: for `annotate` and
  // AnalyzeText. `published` is EDTF or empty. Spans are code points of `text`; entity references
  // are unset. InvalidArgument if `published` is not EDTF.
  virtual absl::StatusOr<v1::AnalyzeTextResponse> Analyze(const std::string& text,
                                                          const std::string& published) const = 0;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_ARTICLE_EXTRACTOR_H_
