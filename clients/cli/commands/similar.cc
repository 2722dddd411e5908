// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/match.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct SimilarOptions {
  std::string like;
  int limit = 0;
};

Table SimilarTable(const v1::FindSimilarArticlesResponse& response) {
  google::protobuf::RepeatedPtrField<v1::Article> articles;
  for (const v1::SimilarArticle& similar : response.articles()) *articles.Add() = similar.article();
  return ArticleTable(articles);
}

absl::Status Run(Session& session, const client::Client& client, const SimilarOptions& options) {
  v1::FindSimilarArticlesRequest request;
  if (absl::StartsWith(options.like, "articles/")) {
    request.set_article(options.like);
  } else {
    request.set_text(options.like);
  }
  request.set_limit(options.limit);
  const absl::StatusOr<v1::FindSimilarArticlesResponse> response =
      client.FindSimilarArticles(request);
  if (!response.ok()) return response.status();
  const auto text = [&](std::ostream& out) {
    for (const v1::SimilarArticle& similar : response->articles()) {
      PrintArticleLine(similar.article(), session.style(), out);
    }
  };
  session.Print(*response, {.text = text, .table = [&] { return SimilarTable(*response); }},
                response->articles().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, SimilarOptions& options) {
  command.add_option("like", options.like, "articles/… or a text")->required();
  command.add_option("--limit", options.limit, "Articles at most (default 10)");
}

}  // namespace

void AddSimilarCommand(CLI::App& app, Session& session) {
  AddCommand<SimilarOptions>(app, session, "similar", "Find articles like an article or a text",
                             Declare, Run);
}

}  // namespace yinzheng::cli
