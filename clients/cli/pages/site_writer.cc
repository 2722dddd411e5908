// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/site_writer.h"

#include <memory>

#include "absl/container/flat_hash_set.h"
#include "clients/cli/pages/article_page.h"
#include "clients/cli/pages/entity_page.h"
#include "clients/cli/pages/page_map.h"
#include "clients/cli/pages/page_reader.h"
#include "clients/cli/pages/site_directory.h"
#include "clients/cli/pages/site_index_page.h"

namespace yinzheng::cli::pages {
namespace {

constexpr int kWorthAPage = 2;  // mentions

class SiteWriter {
 public:
  SiteWriter(const client::Client& client, const SiteOptions& options, SiteDirectory& directory)
      : reader_(client), options_(options), directory_(directory) {}

  absl::StatusOr<SiteCounts> Write() {
    for (const auto step :
         {&SiteWriter::ListArticles, &SiteWriter::ListSubjects, &SiteWriter::ListEntities,
          &SiteWriter::WriteArticles, &SiteWriter::WriteEntities, &SiteWriter::WriteIndex}) {
      if (absl::Status status = (this->*step)(); !status.ok()) return status;
    }
    return SiteCounts{contents_.articles.size(), contents_.entities.size(),
                      static_cast<size_t>(contents_.left_out)};
  }

 private:
  void Report(std::string_view what, size_t number, size_t count) const {
    if (options_.progress != nullptr) options_.progress(what, number, count);
  }

  PageContext Context(const std::string& language, const std::string& article = "") const {
    return {Labels::ForLanguage(language), pages_, reader_.generation(), article};
  }

  absl::Status ListArticles() {
    const absl::StatusOr<v1::GetIndexStatusResponse> status = reader_.ReadStatus();
    if (!status.ok()) return status.status();
    contents_.index = status->info();
    return reader_.EachArticle([&](const v1::Article& article) {
      contents_.articles.push_back(article);
      pages_.Add(article.name());
      traditional_ += Labels::ForLanguage(article.language()).language() == "zh-Hant" ? 1 : 0;
      return true;
    });
  }

  // Which entities are subjects of facts: asked article by article, as every fact is cited from
  // one.
  absl::Status ListSubjects() {
    if (options_.most_entities > 0) return absl::OkStatus();  // Mentions alone decide.
    for (size_t i = 0; i < contents_.articles.size(); ++i) {
      Report("facts of articles", i + 1, contents_.articles.size());
      const absl::StatusOr<std::vector<v1::Fact>> facts =
          reader_.FactsOfArticle(contents_.articles[i].name());
      if (!facts.ok()) return facts.status();
      for (const v1::Fact& fact : *facts) subjects_.insert(fact.subject().entity());
    }
    return absl::OkStatus();
  }

  bool WantsPage(const v1::Entity& entity) const {
    if (options_.most_entities > 0) {
      return contents_.entities.size() < static_cast<size_t>(options_.most_entities);
    }
    return entity.mention_count() >= kWorthAPage || subjects_.contains(entity.name());
  }

  absl::Status ListEntities() {
    return reader_.EachEntity([&](const v1::Entity& entity) {
      if (!WantsPage(entity)) {
        ++contents_.left_out;
        return true;
      }
      ListedEntity listed;
      listed.ref.set_entity(entity.name());
      listed.ref.set_display_name(entity.display_name());
      listed.type = entity.type();
      listed.mentions = entity.mention_count();
      contents_.entities.push_back(listed);
      pages_.Add(entity.name());
      return true;
    });
  }

  absl::Status WriteArticles() {
    for (size_t i = 0; i < contents_.articles.size(); ++i) {
      const std::string& name = contents_.articles[i].name();
      Report("articles", i + 1, contents_.articles.size());
      const absl::StatusOr<ArticleRecord> record = reader_.ReadArticleRecord(name);
      if (!record.ok()) return record.status();
      const std::string page = ArticlePage(*record, Context(record->article.language(), name));
      if (absl::Status status = directory_.Write(PageFile(name), page); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status WriteEntities() {
    for (size_t i = 0; i < contents_.entities.size(); ++i) {
      const std::string& name = contents_.entities[i].ref.entity();
      Report("entities", i + 1, contents_.entities.size());
      const absl::StatusOr<EntityRecord> record = reader_.ReadEntityRecord(name);
      if (!record.ok()) return record.status();
      const std::string page = EntityPage(*record, Context(Language()));
      if (absl::Status status = directory_.Write(PageFile(name), page); !status.ok()) return status;
    }
    return absl::OkStatus();
  }

  absl::Status WriteIndex() {
    return directory_.Write("index.html", SiteIndexPage(contents_, Context(Language())));
  }

  // Of pages that belong to no article: the script of most articles.
  std::string Language() const {
    return 2 * traditional_ > contents_.articles.size() ? "zh-Hant" : "zh-Hans";
  }

  PageReader reader_;
  const SiteOptions& options_;
  SiteDirectory& directory_;
  SiteContents contents_;
  PageMap pages_;
  absl::flat_hash_set<std::string> subjects_;
  size_t traditional_ = 0;
};

}  // namespace

absl::StatusOr<SiteCounts> WriteSite(const client::Client& client, const SiteOptions& options) {
  absl::StatusOr<std::unique_ptr<SiteDirectory>> directory =
      SiteDirectory::Create(options.directory);
  if (!directory.ok()) return directory.status();
  absl::StatusOr<SiteCounts> counts = SiteWriter(client, options, **directory).Write();
  if (!counts.ok()) return counts.status();
  if (absl::Status status = (*directory)->Publish(); !status.ok()) return status;
  return counts;
}

}  // namespace yinzheng::cli::pages
