// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_WRITER_H_
#define YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_WRITER_H_

#include <set>
#include <string>
#include <vector>

#include "indexer/knowledge/article_knowledge.h"
#include "indexer/knowledge/citation.h"
#include "indexer/knowledge/extract/fact_draft.h"
#include "indexer/knowledge/extract/scene.h"

namespace yinzheng::knowledge {

// Turns drafts into facts with verified citations. What cannot be cited goes to `rejected`; a draft
// that states again what the article stated at the same place is dropped. Borrows the scene and the
// knowledge that it fills.
class FactWriter final : public FactSink {
 public:
  FactWriter(const Scene& scene, ArticleKnowledge& knowledge);

  void Add(FactDraft draft) override;

  // Whether the value of a fact that was kept lies within `span`.
  bool HasValueIn(text::Span span) const;

 private:
  void SetSubject(const FactDraft& draft, v1::Fact& fact) const;
  text::Span Evidence(const FactDraft& draft) const;
  absl::Status AddCitations(const FactDraft& draft, v1::Fact& fact) const;
  void SetConfidence(const FactDraft& draft, v1::Fact& fact) const;
  bool IsSupposed(const FactDraft& draft) const;
  bool IsNew(const FactDraft& draft, const v1::Fact& fact);

  const Scene& scene_;
  ArticleKnowledge& knowledge_;
  CitationBuilder citations_;
  std::set<std::string> seen_;
  std::vector<text::Span> values_;  // of the facts that were kept
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_EXTRACT_FACT_WRITER_H_
