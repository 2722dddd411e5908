// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/page_output.h"
#include "clients/cli/pages/article_page.h"
#include "clients/cli/pages/entity_page.h"
#include "clients/cli/pages/page_reader.h"
#include "clients/cli/pages/timeline_page.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct PageOptions {
  std::vector<std::string> what;
  std::string property;
};

absl::Status Misused(const std::string& what) {
  return absl::InvalidArgumentError(
      absl::StrCat("write a page of \"", what,
                   "\": say article ID, entity NAME, timeline SUBJECT…, articles/… or entities/…"));
}

absl::Status PrintArticlePage(Session& session, const client::Client& client,
                              const std::string& id) {
  const std::string name = absl::StartsWith(id, "articles/") ? id : absl::StrCat("articles/", id);
  pages::PageReader reader(client);
  const absl::StatusOr<pages::ArticleRecord> record = reader.ReadArticleRecord(name);
  if (!record.ok()) return record.status();
  const pages::PageMap alone;
  session.out() << pages::ArticlePage(
      *record,
      {pages::Labels::ForLanguage(record->article.language()), alone, reader.generation(), name});
  return absl::OkStatus();
}

// The language of the article that introduces the entity: an entity itself has none.
absl::StatusOr<std::string> LanguageOf(pages::PageReader& reader, const v1::Entity& entity) {
  for (const v1::EntityAlias& alias : entity.aliases()) {
    if (!alias.has_citation()) continue;
    const absl::StatusOr<v1::Article> article = reader.ReadArticle(alias.citation().article());
    if (!article.ok()) return article.status();
    return article->language();
  }
  return "";
}

absl::Status PrintEntityPage(Session& session, const client::Client& client,
                             const std::string& text) {
  const absl::StatusOr<v1::EntityRef> ref = ResolveEntity(session, client, text);
  if (!ref.ok()) return ref.status();
  pages::PageReader reader(client);
  const absl::StatusOr<pages::EntityRecord> record = reader.ReadEntityRecord(ref->entity());
  if (!record.ok()) return record.status();
  const absl::StatusOr<std::string> language = LanguageOf(reader, record->entity);
  if (!language.ok()) return language.status();
  const pages::PageMap alone;
  session.out() << pages::EntityPage(
      *record, {pages::Labels::ForLanguage(*language), alone, reader.generation()});
  return absl::OkStatus();
}

absl::Status PrintTimelinePage(Session& session, const client::Client& client,
                               const PageOptions& options) {
  pages::PageReader reader(client);
  v1::GetTimelineRequest request;
  request.set_property(options.property);
  std::vector<std::string> names;
  std::string language;
  for (size_t i = 1; i < options.what.size(); ++i) {
    const absl::StatusOr<v1::EntityRef> ref = ResolveEntity(session, client, options.what[i]);
    if (!ref.ok()) return ref.status();
    v1::GetEntityRequest entity_request;
    entity_request.set_name(ref->entity());
    const absl::StatusOr<v1::GetEntityResponse> response = client.GetEntity(entity_request);
    if (!response.ok()) return response.status();
    const absl::StatusOr<std::string> spoken = LanguageOf(reader, response->entity());
    if (!spoken.ok()) return spoken.status();
    if (language.empty()) language = *spoken;
    request.add_subjects(ref->entity());
    names.push_back(response->entity().display_name());
  }
  const absl::StatusOr<v1::GetTimelineResponse> timeline = reader.ReadTimeline(request);
  if (!timeline.ok()) return timeline.status();
  const pages::PageMap alone;
  session.out() << pages::TimelinePage(
      *timeline, names, options.property,
      {pages::Labels::ForLanguage(language), alone, reader.generation()});
  if (timeline->series().empty()) session.set_exit_code(kExitNothingFound);
  return absl::OkStatus();
}

absl::Status Run(Session& session, const client::Client& client, const PageOptions& options) {
  if (absl::Status status = CheckPageOutput(session, "page"); !status.ok()) return status;
  const std::string& first = options.what.front();
  if (first == "timeline" && options.what.size() > 1) {
    return PrintTimelinePage(session, client, options);
  }
  if (!options.property.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("write a page of \"", first, "\": --property is for timelines only"));
  }
  const bool resource =
      absl::StartsWith(first, "articles/") || absl::StartsWith(first, "entities/");
  if (options.what.size() != (resource ? 1 : 2)) return Misused(first);
  const std::string& name = options.what.back();
  if (first == "article" || absl::StartsWith(first, "articles/")) {
    return PrintArticlePage(session, client, name);
  }
  if (first == "entity" || resource) return PrintEntityPage(session, client, name);
  return Misused(first);
}

void Declare(CLI::App& command, PageOptions& options) {
  command
      .add_option("what", options.what,
                  "article ID, entity NAME, timeline SUBJECT…; or articles/…, entities/…")
      ->required();
  command.add_option("--property", options.property,
                     "Property that a timeline follows; without it all dated events");
}

}  // namespace

void AddPageCommand(CLI::App& app, Session& session) {
  AddCommand<PageOptions>(app, session, "page",
                          "Print a page to read: an article with its facts, an entity, a timeline",
                          Declare, Run);
}

}  // namespace yinzheng::cli
