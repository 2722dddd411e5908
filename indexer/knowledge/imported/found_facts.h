// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FOUND_FACTS_H_
#define YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FOUND_FACTS_H_

#include <vector>

#include "indexer/knowledge/article_context.h"
#include "indexer/text/span.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::knowledge {

// What the rules found in an article, by the place of the value: what a claim about that place is
// compared with. Borrows context and facts, which may not move while it lives.
class FoundFacts {
 public:
  FoundFacts(const ArticleContext& context, const std::vector<v1::Fact>& facts)
      : context_(context), facts_(facts) {}

  // The facts whose value overlaps `place` of the reading text. Linear in the facts.
  std::vector<const v1::Fact*> Around(text::Span place) const;

  // The first fact whose value is `place` itself and of that kind; null if there is none.
  const v1::Fact* At(text::Span place, v1::Fact::ValueCase kind) const;

 private:
  const ArticleContext& context_;
  const std::vector<v1::Fact>& facts_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_IMPORTED_FOUND_FACTS_H_
