// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_PAGE_READER_H_
#define YINZHENG_CLIENTS_CLI_PAGES_PAGE_READER_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "clients/cli/pages/article_page.h"
#include "clients/cli/pages/entity_page.h"
#include "clients/cpp/client.h"

namespace yinzheng::cli::pages {

// Reads what pages show, through the service, list by list and page by page. All answers must come
// from one generation: Aborted where the server has changed it in between, since pages would then
// link to what is no longer there. Internal where a list never ends. Not thread-safe.
class PageReader {
 public:
  explicit PageReader(const client::Client& client) : client_(client) {}

  // The generation of the answers; empty before the first.
  const std::string& generation() const { return generation_; }

  absl::StatusOr<v1::GetIndexStatusResponse> ReadStatus();
  // An article without its body.
  absl::StatusOr<v1::Article> ReadArticle(const std::string& name);
  // All that the page of an article shows.
  absl::StatusOr<ArticleRecord> ReadArticleRecord(const std::string& name);
  absl::StatusOr<std::vector<v1::Fact>> FactsOfArticle(const std::string& name);
  // All that the page of an entity shows.
  absl::StatusOr<EntityRecord> ReadEntityRecord(const std::string& name);
  absl::StatusOr<EntityRecord> ReadEntityRecord(const v1::Entity& entity);
  absl::StatusOr<v1::GetTimelineResponse> ReadTimeline(const v1::GetTimelineRequest& request);

  // Calls `take` for every article (without body), in the order of names, or for every entity, most
  // mentioned first, until it returns false.
  absl::Status EachArticle(const std::function<bool(const v1::Article&)>& take);
  absl::Status EachEntity(const std::function<bool(const v1::Entity&)>& take);

 private:
  absl::Status CheckGeneration(const v1::Generation& generation);

  // Calls `call` with `request` for page after page; `take` gets each response and returns whether
  // to go on.
  template <typename Request, typename Response, typename Take>
  absl::Status EachPage(absl::StatusOr<Response> (client::Client::*call)(const Request&) const,
                        Request request, Take take);

  absl::StatusOr<std::vector<v1::Fact>> Facts(v1::SearchFactsRequest request);
  absl::StatusOr<std::vector<v1::TimelineSeries>> Timelines(const EntityRecord& record);
  absl::StatusOr<std::vector<MentioningArticle>> MentioningArticles(const std::string& entity);

  const client::Client& client_;
  std::string generation_;
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_PAGE_READER_H_
