// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/knowledge_filter.h"

#include <map>
#include <set>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::indexer {
namespace {

// Checks first, article by article, so that one body and one input file at a time are in memory;
// removes what failed afterwards. Citations and mentions are known by their address until then.
class KnowledgeFilter {
 public:
  KnowledgeFilter(InputCache& inputs, knowledge::Knowledge& knowledge)
      : inputs_(inputs), knowledge_(knowledge) {}

  absl::Status Check(const std::vector<store::v1::ArticleRecord>& records) {
    Collect();
    for (const store::v1::ArticleRecord& record : records) {
      const v1::Article& article = record.article();
      const std::string* contents =
          inputs_.Find(article.source().path(), article.source().sha256());
      if (contents == nullptr) {
        return absl::AbortedError(absl::StrCat(
            "verify citations: ", article.source().path(),
            " is gone or has changed since it was read; nothing is published, build again"));
      }
      CheckArticle(article, CitationChecker(article, contents));
    }
    for (const auto& [article, cited] : cited_) {
      for (const CitedBy& by : cited) {
        Fail(by.citation, by.what, absl::DataLossError(absl::StrCat("no article ", article)));
      }
    }
    return absl::OkStatus();
  }

  // Takes out what failed.
  std::vector<std::string> Remove() {
    std::erase_if(knowledge_.facts, [this](v1::Fact& fact) {
      RemoveFailed(*fact.mutable_citations(),
                   [](const v1::Citation& c) -> const void* { return &c; });
      return fact.citations().empty();
    });
    for (v1::Entity& entity : knowledge_.entities) CleanEntity(entity);
    for (auto& [article, mentions] : knowledge_.mentions) {
      std::erase_if(mentions, [this](const v1::Mention& m) { return failed_.contains(&m); });
    }
    return std::move(lines_);
  }

 private:
  // A citation and what it proves, for messages.
  struct CitedBy {
    std::string what;
    const v1::Citation* citation;
  };

  void Collect() {
    for (const knowledge::RejectedFact& fact : knowledge_.rejected) {
      lines_.push_back(absl::StrCat(fact.article, ", ", fact.rule, ": ", fact.reason));
    }
    for (const v1::Fact& fact : knowledge_.facts) {
      for (const v1::Citation& citation : fact.citations()) Collect(fact.name(), citation);
    }
    for (const v1::Entity& entity : knowledge_.entities) {
      for (const v1::EntityAlias& alias : entity.aliases()) {
        if (!alias.has_citation()) continue;  // a knowledge pack's, which no article prints
        Collect(absl::StrCat(entity.name(), " ", alias.text()), alias.citation());
      }
      if (!entity.description().empty()) {
        Collect(absl::StrCat(entity.name(), " description"), entity.description_citation());
      }
    }
  }

  void Collect(std::string what, const v1::Citation& citation) {
    cited_[citation.article()].push_back({std::move(what), &citation});
  }

  void CheckArticle(const v1::Article& article, const CitationChecker& checker) {
    const auto cited = cited_.extract(article.name());
    if (!cited.empty()) {
      for (const CitedBy& by : cited.mapped()) {
        Fail(by.citation, by.what, checker.Check(*by.citation));
      }
    }
    const auto mentions = knowledge_.mentions.find(article.name());
    if (mentions == knowledge_.mentions.end()) return;
    for (const v1::Mention& mention : mentions->second) {
      Fail(&mention, "mention",
           checker.CheckText(mention.span(), mention.text(),
                             mention.has_source() ? &mention.source() : nullptr));
    }
  }

  void Fail(const void* place, const std::string& what, const absl::Status& status) {
    if (status.ok()) return;
    failed_.insert(place);
    lines_.push_back(absl::StrCat(what, ": ", status.message()));
  }

  // From the end, so that places that were checked do not move before they are looked at.
  template <typename Items, typename Place>
  void RemoveFailed(Items& items, Place place) {
    std::vector<int> failed;
    for (int i = 0; i < items.size(); ++i) {
      if (failed_.contains(place(items[i]))) failed.push_back(i);
    }
    for (auto i = failed.rbegin(); i != failed.rend(); ++i) items.DeleteSubrange(*i, 1);
  }

  void CleanEntity(v1::Entity& entity) {
    RemoveFailed(*entity.mutable_aliases(),
                 [](const v1::EntityAlias& a) -> const void* { return &a.citation(); });
    if (!failed_.contains(&entity.description_citation())) return;
    entity.clear_description();
    entity.clear_description_citation();
  }

  InputCache& inputs_;
  knowledge::Knowledge& knowledge_;
  std::map<std::string, std::vector<CitedBy>> cited_;  // By article.
  std::set<const void*> failed_;
  std::vector<std::string> lines_;
};

}  // namespace

absl::StatusOr<std::vector<std::string>> KeepVerified(
    const std::vector<store::v1::ArticleRecord>& records, InputCache& inputs,
    knowledge::Knowledge& knowledge) {
  KnowledgeFilter filter(inputs, knowledge);
  YZ_RETURN_IF_ERROR(filter.Check(records));
  return filter.Remove();
}

}  // namespace yinzheng::indexer
