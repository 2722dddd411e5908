// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_MARKED_ARTICLE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_MARKED_ARTICLE_H_

#include <memory>
#include <string>

#include "indexer/knowledge/article_context.h"
#include "indexer/knowledge/article_knowledge.h"
#include "indexer/text/segmenter.h"
#include "indexer/text/source_map.h"
#include "yinzheng/v1/article.pb.h"

namespace yinzheng::knowledge {

// An article for tests whose names are marked in its text, so that facts can be tested without a
// recogniser: {O:东湖研究院} stands in {P:东湖区}. Letters: O organisation, C company, P place, F
// facility, N person, T product, J project, L policy, E event, I index, Y technology.
// {O:东湖院=东湖研究院} is a short form of an entity named before or here. Keeps everything that
// the context borrows.
class MarkedArticle {
 public:
  // `published` is EDTF or empty.
  MarkedArticle(const std::string& marked, const std::string& published,
                const text::Segmenter& segmenter);

  const v1::Article& article() const { return article_; }
  const ArticleContext& context() const { return *context_; }
  // The entities of the article; facts are added by the code under test.
  ArticleKnowledge& knowledge() { return knowledge_; }

 private:
  v1::Article article_;
  text::SourceMap source_map_;
  std::unique_ptr<ArticleContext> context_;
  ArticleKnowledge knowledge_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_MARKED_ARTICLE_H_
