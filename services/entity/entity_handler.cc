// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/entity/entity_handler.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/name_key.h"
#include "services/entity/relations.h"
#include "services/record/article_text.h"
#include "services/record/entity_lookup.h"
#include "services/record/snapshot_access.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"
#include "services/request/page_token.h"
#include "services/request/text_limits.h"

namespace yinzheng::services {
namespace {

constexpr std::string_view kHint = "LookupEntities finds entities by any of their names";

absl::StatusOr<v1::Entity> ReadEntity(const store::IndexSnapshot& snapshot, std::string_view field,
                                      const std::string& name) {
  YZ_RETURN_IF_ERROR(CheckResourceName(field, name, "entities"));
  absl::StatusOr<v1::Entity> entity = snapshot.entities().Get(name);
  if (!entity.ok()) return NamingResource(entity.status(), name, kHint);
  return entity;
}

absl::Status CheckQuery(const v1::EntityQuery& query) {
  YZ_RETURN_IF_ERROR(CheckRequiredText("queries.name", query.name(), kMaxNameLength));
  YZ_RETURN_IF_ERROR(
      CheckOptionalText("queries.context", query.context(), kMaxLookupContextLength));
  return ReadPageSize(query.limit(), kLookupCandidates, "queries.limit").status();
}

// Most mentioned first, then by name, as ListEntities promises.
bool MoreMentioned(const v1::Entity& a, const v1::Entity& b) {
  if (a.mention_count() != b.mention_count()) return a.mention_count() > b.mention_count();
  return a.name() < b.name();
}

bool Admits(const v1::ListEntitiesRequest& request, v1::EntityType type) {
  return request.types().empty() ||
         std::find(request.types().begin(), request.types().end(), type) != request.types().end();
}

// The entities that an article mentions, of the types asked for.
absl::StatusOr<std::vector<v1::Entity>> EntitiesOfArticle(const store::IndexSnapshot& snapshot,
                                                          const v1::ListEntitiesRequest& request) {
  YZ_RETURN_IF_ERROR(CheckResourceName("article", request.article(), "articles"));
  absl::StatusOr<store::v1::ArticleRecord> record =
      snapshot.articles().GetArticle(request.article());
  if (!record.ok()) {
    return NamingResource(record.status(), request.article(), "ListArticles gives the names");
  }
  std::set<std::string> names;
  for (const v1::Mention& mention : record->mentions()) names.insert(mention.entity());
  std::vector<v1::Entity> entities;
  for (const std::string& name : names) {
    YZ_ASSIGN_OR_RETURN(v1::Entity entity, snapshot.entities().Get(name));
    if (Admits(request, entity.type())) entities.push_back(std::move(entity));
  }
  std::sort(entities.begin(), entities.end(), MoreMentioned);
  return entities;
}

template <typename T>
store::Listed<T> CutPage(std::vector<T> all, const store::Page& page) {
  store::Listed<T> listed;
  listed.total = all.size();
  const size_t begin = std::min(page.offset, all.size());
  const size_t end = std::min(begin + page.limit, all.size());
  listed.items.assign(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(begin)),
                      std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end)));
  return listed;
}

absl::StatusOr<store::Listed<v1::Entity>> ListPage(const PageStart& start,
                                                   const v1::ListEntitiesRequest& request) {
  if (!request.article().empty()) {
    YZ_ASSIGN_OR_RETURN(std::vector<v1::Entity> all, EntitiesOfArticle(*start.snapshot, request));
    return CutPage(std::move(all), start.page);
  }
  std::vector<v1::EntityType> types;
  for (const int type : request.types()) types.push_back(static_cast<v1::EntityType>(type));
  return start.snapshot->entities().List(types, start.page);
}

// Mentions with their sentences; they come ordered by article, so each article is read once.
absl::StatusOr<std::vector<v1::MentionContext>> AddSentences(const store::IndexSnapshot& snapshot,
                                                             const RequestContext& context,
                                                             std::vector<v1::Mention> mentions) {
  std::vector<v1::MentionContext> contexts;
  std::unique_ptr<ArticleText> text;
  for (v1::Mention& mention : mentions) {
    if (text == nullptr || text->article().name() != mention.article()) {
      YZ_RETURN_IF_ERROR(context.Check());
      YZ_ASSIGN_OR_RETURN(store::v1::ArticleRecord record,
                          snapshot.articles().GetArticle(mention.article()));
      text = std::make_unique<ArticleText>(std::move(record));
    }
    v1::MentionContext added;
    *mention.mutable_source() = text->SourceOf(mention.span());
    const std::optional<int> sentence = text->SentenceAt(mention.span().start());
    *added.mutable_sentence() =
        text->Cite(sentence.has_value() ? text->record().sentences(*sentence) : mention.span());
    *added.mutable_mention() = std::move(mention);
    contexts.push_back(std::move(added));
  }
  return contexts;
}

}  // namespace

absl::StatusOr<v1::LookupEntitiesResponse> EntityHandler::LookupEntities(
    const RequestContext& context, const v1::LookupEntitiesRequest& request) const {
  YZ_RETURN_IF_ERROR(
      CheckBatchSize("queries", static_cast<int>(request.queries().size()), kMaxBatch));
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::LookupEntitiesResponse response;
  for (const auto& [key, query] : request.queries()) {
    YZ_RETURN_IF_ERROR(context.Check());
    YZ_RETURN_IF_ERROR(CheckQuery(query));
    YZ_ASSIGN_OR_RETURN(const int32_t limit, ReadPageSize(query.limit(), kLookupCandidates));
    YZ_ASSIGN_OR_RETURN((*response.mutable_results())[key],
                        LookUpEntity({*snapshot, pinyin_, compiler_}, query,
                                     static_cast<size_t>(limit), ControlOf(context)));
  }
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::GetEntityResponse> EntityHandler::GetEntity(
    const RequestContext& /*context*/, const v1::GetEntityRequest& request) const {
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::GetEntityResponse response;
  YZ_ASSIGN_OR_RETURN(*response.mutable_entity(), ReadEntity(*snapshot, "name", request.name()));
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::ListEntitiesResponse> EntityHandler::ListEntities(
    const RequestContext& /*context*/, const v1::ListEntitiesRequest& request) const {
  YZ_ASSIGN_OR_RETURN(const PageStart start, StartPage(index_, request, kEntityPage));
  YZ_ASSIGN_OR_RETURN(auto listed, ListPage(start, request));
  v1::ListEntitiesResponse response;
  for (v1::Entity& entity : listed.items) *response.add_entities() = std::move(entity);
  response.set_total_size(static_cast<int32_t>(listed.total));
  response.set_next_page_token(
      NextPageToken(start, request, static_cast<size_t>(response.entities_size()), listed.total));
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

absl::StatusOr<v1::ListMentionsResponse> EntityHandler::ListMentions(
    const RequestContext& context, const v1::ListMentionsRequest& request) const {
  if (!request.article().empty()) {
    YZ_RETURN_IF_ERROR(CheckResourceName("article", request.article(), "articles"));
  }
  YZ_RETURN_IF_ERROR(CheckResourceName("entity", request.entity(), "entities"));
  YZ_ASSIGN_OR_RETURN(const PageStart start, StartPage(index_, request, kEntityPage));
  YZ_RETURN_IF_ERROR(ReadEntity(*start.snapshot, "entity", request.entity()).status());
  YZ_ASSIGN_OR_RETURN(auto listed, start.snapshot->articles().Mentions(
                                       request.entity(), request.article(), start.page));
  YZ_ASSIGN_OR_RETURN(std::vector<v1::MentionContext> contexts,
                      AddSentences(*start.snapshot, context, std::move(listed.items)));
  v1::ListMentionsResponse response;
  for (v1::MentionContext& mention : contexts) *response.add_mentions() = std::move(mention);
  response.set_total_size(static_cast<int32_t>(listed.total));
  response.set_next_page_token(
      NextPageToken(start, request, static_cast<size_t>(response.mentions_size()), listed.total));
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

absl::StatusOr<v1::ListRelatedEntitiesResponse> EntityHandler::ListRelatedEntities(
    const RequestContext& context, const v1::ListRelatedEntitiesRequest& request) const {
  YZ_RETURN_IF_ERROR(CheckResourceName("entity", request.entity(), "entities"));
  YZ_ASSIGN_OR_RETURN(const PageStart start, StartPage(index_, request, kEntityPage));
  YZ_RETURN_IF_ERROR(ReadEntity(*start.snapshot, "entity", request.entity()).status());
  YZ_ASSIGN_OR_RETURN(std::vector<v1::RelatedEntity> all,
                      FindRelations(start.snapshot->facts(), ControlOf(context), request));
  store::Listed<v1::RelatedEntity> listed = CutPage(std::move(all), start.page);
  v1::ListRelatedEntitiesResponse response;
  for (v1::RelatedEntity& related : listed.items) *response.add_related() = std::move(related);
  response.set_total_size(static_cast<int32_t>(listed.total));
  response.set_next_page_token(
      NextPageToken(start, request, static_cast<size_t>(response.related_size()), listed.total));
  *response.mutable_generation() = StampOf(*start.snapshot);
  return response;
}

}  // namespace yinzheng::services
