// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/knowledge_filter.h"

#include <map>
#include <memory>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/pipeline/citation_checker.h"

namespace yinzheng::indexer {
namespace {

class KnowledgeFilter {
 public:
  explicit KnowledgeFilter(const std::vector<store::v1::ArticleRecord>& records) {
    for (const store::v1::ArticleRecord& record : records) {
      articles_[record.article().name()] = &record.article();
    }
  }

  void Filter(knowledge::Knowledge& knowledge) {
    for (const knowledge::RejectedFact& fact : knowledge.rejected) {
      lines_.push_back(absl::StrCat(fact.article, ", ", fact.rule, ": ", fact.reason));
    }
    std::erase_if(knowledge.facts, [this](v1::Fact& fact) { return !KeepFact(fact); });
    for (v1::Entity& entity : knowledge.entities) CleanEntity(entity);
    for (auto& [article, mentions] : knowledge.mentions) {
      std::erase_if(mentions, [this, &name = article](const v1::Mention& mention) {
        return !KeepMention(name, mention);
      });
    }
  }

  std::vector<std::string> TakeLines() { return std::move(lines_); }

 private:
  // Null, with a line, if there is no such article.
  const CitationChecker* CheckerOf(const std::string& article) {
    const auto known = checkers_.find(article);
    if (known != checkers_.end()) return known->second.get();
    const auto found = articles_.find(article);
    std::unique_ptr<CitationChecker>& checker = checkers_[article];
    if (found != articles_.end()) {
      checker = std::make_unique<CitationChecker>(*found->second, /*contents=*/nullptr);
    }
    return checker.get();
  }

  bool Keep(const v1::Citation& citation, const std::string& what) {
    const CitationChecker* checker = CheckerOf(citation.article());
    const absl::Status status =
        checker != nullptr ? checker->Check(citation)
                           : absl::DataLossError(absl::StrCat("no article ", citation.article()));
    if (!status.ok()) lines_.push_back(absl::StrCat(what, ": ", status.message()));
    return status.ok();
  }

  bool KeepFact(v1::Fact& fact) {
    auto& citations = *fact.mutable_citations();
    for (int i = citations.size() - 1; i >= 0; --i) {
      if (!Keep(citations[i], fact.name())) citations.DeleteSubrange(i, 1);
    }
    return !citations.empty();
  }

  void CleanEntity(v1::Entity& entity) {
    auto& aliases = *entity.mutable_aliases();
    for (int i = aliases.size() - 1; i >= 0; --i) {
      if (!Keep(aliases[i].citation(), absl::StrCat(entity.name(), " ", aliases[i].text()))) {
        aliases.DeleteSubrange(i, 1);
      }
    }
    if (entity.description().empty()) return;
    if (Keep(entity.description_citation(), absl::StrCat(entity.name(), " description"))) return;
    entity.clear_description();
    entity.clear_description_citation();
  }

  bool KeepMention(const std::string& article, const v1::Mention& mention) {
    const CitationChecker* checker = CheckerOf(article);
    const absl::Status status =
        checker != nullptr ? checker->CheckText(mention.span(), mention.text(), /*source=*/nullptr)
                           : absl::DataLossError(absl::StrCat("no article ", article));
    if (!status.ok()) lines_.push_back(absl::StrCat("mention: ", status.message()));
    return status.ok();
  }

  std::map<std::string, const v1::Article*> articles_;
  std::map<std::string, std::unique_ptr<CitationChecker>> checkers_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> KeepVerified(const std::vector<store::v1::ArticleRecord>& records,
                                      knowledge::Knowledge& knowledge) {
  KnowledgeFilter filter(records);
  filter.Filter(knowledge);
  return filter.TakeLines();
}

}  // namespace yinzheng::indexer
