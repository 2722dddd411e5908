// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/page_reader.h"

#include <map>
#include <set>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"

namespace yinzheng::cli::pages {
namespace {

constexpr int kListSize = 100;       // facts and entities, with their citations, in one answer
constexpr int kArticlesSize = 1000;  // articles without their bodies

// Whether a page can do without the chart that failed so; all its facts are rows as well.
bool IsChartOnly(const absl::Status& status) {
  return absl::IsResourceExhausted(status) || absl::IsInvalidArgument(status) ||
         absl::IsDeadlineExceeded(status);
}

}  // namespace

absl::Status PageReader::CheckGeneration(const v1::Generation& generation) {
  if (generation_.empty()) generation_ = generation.id();
  if (generation_ == generation.id()) return absl::OkStatus();
  return absl::AbortedError(absl::StrCat("read pages of generation ", generation_,
                                         ": the server now serves generation ", generation.id(),
                                         "; run the command again"));
}

template <typename Request, typename Response, typename Take>
absl::Status PageReader::EachPage(absl::StatusOr<Response> (client::Client::*call)(const Request&)
                                      const,
                                  Request request, Take take) {
  absl::flat_hash_set<std::string> tokens;
  for (;;) {
    const absl::StatusOr<Response> response = (client_.*call)(request);
    if (!response.ok()) return response.status();
    if (absl::Status status = CheckGeneration(response->generation()); !status.ok()) return status;
    if (!take(*response) || response->next_page_token().empty()) return absl::OkStatus();
    if (!tokens.insert(response->next_page_token()).second) {
      return absl::InternalError(absl::StrCat("read page ", tokens.size() + 1, " of a list of ",
                                              Request::descriptor()->name(),
                                              ": the server repeats the page token ",
                                              response->next_page_token(), "; it has a defect"));
    }
    request.set_page_token(response->next_page_token());
  }
}

absl::StatusOr<v1::GetIndexStatusResponse> PageReader::ReadStatus() {
  absl::StatusOr<v1::GetIndexStatusResponse> response = client_.GetIndexStatus({});
  if (!response.ok()) return response.status();
  if (absl::Status status = CheckGeneration(response->generation()); !status.ok()) return status;
  return response;
}

absl::StatusOr<v1::Article> PageReader::ReadArticle(const std::string& name) {
  v1::GetArticleRequest request;
  request.set_name(name);
  const absl::StatusOr<v1::GetArticleResponse> response = client_.GetArticle(request);
  if (!response.ok()) return response.status();
  if (absl::Status status = CheckGeneration(response->generation()); !status.ok()) return status;
  return response->article();
}

absl::StatusOr<ArticleRecord> PageReader::ReadArticleRecord(const std::string& name) {
  v1::GetArticleRequest request;
  request.set_name(name);
  request.set_view(v1::ARTICLE_VIEW_FULL);
  absl::StatusOr<v1::GetArticleResponse> response = client_.GetArticle(request);
  if (!response.ok()) return response.status();
  if (absl::Status status = CheckGeneration(response->generation()); !status.ok()) return status;
  ArticleRecord record;
  record.article.Swap(response->mutable_article());
  absl::StatusOr<std::vector<v1::Fact>> facts = FactsOfArticle(name);
  if (!facts.ok()) return facts.status();
  record.facts = *std::move(facts);
  v1::ListEntitiesRequest entities;
  entities.set_article(name);
  entities.set_page_size(kListSize);
  const absl::Status status =
      EachPage(&client::Client::ListEntities, entities, [&](const v1::ListEntitiesResponse& page) {
        record.entities.insert(record.entities.end(), page.entities().begin(),
                               page.entities().end());
        return true;
      });
  if (!status.ok()) return status;
  return record;
}

absl::StatusOr<std::vector<v1::Fact>> PageReader::Facts(v1::SearchFactsRequest request) {
  std::vector<v1::Fact> facts;
  request.set_page_size(kListSize);
  const absl::Status status =
      EachPage(&client::Client::SearchFacts, request, [&](const v1::SearchFactsResponse& page) {
        facts.insert(facts.end(), page.facts().begin(), page.facts().end());
        return true;
      });
  if (!status.ok()) return status;
  return facts;
}

absl::StatusOr<std::vector<v1::Fact>> PageReader::FactsOfArticle(const std::string& name) {
  v1::SearchFactsRequest request;
  request.set_article(name);
  return Facts(request);
}

absl::StatusOr<v1::GetTimelineResponse> PageReader::ReadTimeline(
    const v1::GetTimelineRequest& request) {
  absl::StatusOr<v1::GetTimelineResponse> response = client_.GetTimeline(request);
  if (!response.ok()) return response.status();
  if (absl::Status status = CheckGeneration(response->generation()); !status.ok()) return status;
  return response;
}

// The series of each property whose facts name two times or more. A chart that the service cannot
// give is left out.
absl::StatusOr<std::vector<v1::TimelineSeries>> PageReader::Timelines(const EntityRecord& record) {
  std::map<std::string, std::set<std::string>> times;
  for (const v1::Fact& fact : record.facts) {
    const std::string& time = fact.has_date() ? fact.date().edtf() : fact.time().edtf();
    if (!fact.property().empty() && !time.empty()) times[fact.property()].insert(time);
  }
  std::vector<v1::TimelineSeries> timelines;
  for (const auto& [property, moments] : times) {
    if (moments.size() < 2) continue;
    v1::GetTimelineRequest request;
    request.add_subjects(record.entity.name());
    request.set_property(property);
    const absl::StatusOr<v1::GetTimelineResponse> response = ReadTimeline(request);
    if (IsChartOnly(response.status())) continue;
    if (!response.ok()) return response.status();
    for (const v1::TimelineSeries& series : response->series()) {
      // The service may follow parts of the subject as well, and other wordings of the property.
      const bool here = series.subject().entity() == record.entity.name() &&
                        series.property() == property &&
                        series.groups_size() + series.plans_size() > 1;
      if (here) timelines.push_back(series);
    }
  }
  return timelines;
}

absl::StatusOr<std::vector<MentioningArticle>> PageReader::MentioningArticles(
    const std::string& entity) {
  v1::ListMentionsRequest request;
  request.set_entity(entity);
  request.set_page_size(kListSize);
  std::vector<MentioningArticle> articles;
  const absl::Status status =
      EachPage(&client::Client::ListMentions, request, [&](const v1::ListMentionsResponse& page) {
        for (const v1::MentionContext& mention : page.mentions()) {
          // They come ordered by article.
          const std::string& article = mention.mention().article();
          if (articles.empty() || articles.back().first.article() != article) {
            articles.push_back({mention.sentence(), 0});
            articles.back().first.set_article(article);
          }
          ++articles.back().count;
        }
        return true;
      });
  if (!status.ok()) return status;
  return articles;
}

absl::StatusOr<EntityRecord> PageReader::ReadEntityRecord(const std::string& name) {
  v1::GetEntityRequest request;
  request.set_name(name);
  const absl::StatusOr<v1::GetEntityResponse> response = client_.GetEntity(request);
  if (!response.ok()) return response.status();
  if (absl::Status status = CheckGeneration(response->generation()); !status.ok()) return status;
  return ReadEntityRecord(response->entity());
}

absl::StatusOr<EntityRecord> PageReader::ReadEntityRecord(const v1::Entity& entity) {
  EntityRecord record;
  record.entity = entity;
  v1::SearchFactsRequest request;
  request.set_subject(entity.name());
  absl::StatusOr<std::vector<v1::Fact>> facts = Facts(request);
  if (!facts.ok()) return facts.status();
  record.facts = *std::move(facts);
  absl::StatusOr<std::vector<v1::TimelineSeries>> timelines = Timelines(record);
  if (!timelines.ok()) return timelines.status();
  record.timelines = *std::move(timelines);
  v1::ListRelatedEntitiesRequest related;
  related.set_entity(entity.name());
  related.set_page_size(kListSize);
  const absl::Status status = EachPage(
      &client::Client::ListRelatedEntities, related,
      [&](const v1::ListRelatedEntitiesResponse& page) {
        record.related.insert(record.related.end(), page.related().begin(), page.related().end());
        return true;
      });
  if (!status.ok()) return status;
  absl::StatusOr<std::vector<MentioningArticle>> articles = MentioningArticles(entity.name());
  if (!articles.ok()) return articles.status();
  record.articles = *std::move(articles);
  return record;
}

absl::Status PageReader::EachArticle(const std::function<bool(const v1::Article&)>& take) {
  v1::ListArticlesRequest request;
  request.set_page_size(kArticlesSize);
  return EachPage(&client::Client::ListArticles, request,
                  [&](const v1::ListArticlesResponse& page) {
                    for (const v1::Article& article : page.articles()) {
                      if (!take(article)) return false;
                    }
                    return true;
                  });
}

absl::Status PageReader::EachEntity(const std::function<bool(const v1::Entity&)>& take) {
  v1::ListEntitiesRequest request;
  request.set_page_size(kListSize);
  return EachPage(&client::Client::ListEntities, request,
                  [&](const v1::ListEntitiesResponse& page) {
                    for (const v1::Entity& entity : page.entities()) {
                      if (!take(entity)) return false;
                    }
                    return true;
                  });
}

}  // namespace yinzheng::cli::pages
