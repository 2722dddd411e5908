// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct ArticleOptions {
  std::string name;
  std::string filter;
  std::string page_token;
  int limit = 0;
};

void PrintArticle(const v1::Article& article, const Style& style, std::ostream& out) {
  PrintArticleLine(article, style, out);
  if (article.authors_size() > 0) out << "  by " << absl::StrJoin(article.authors(), "、") << "\n";
  if (article.editors_size() > 0) {
    out << "  edited by " << absl::StrJoin(article.editors(), "、") << "\n";
  }
  out << "  " << style.Dim(PlaceText(article.source())) << "\n\n" << article.body() << "\n";
}

absl::Status ShowOne(Session& session, const client::Client& client, const std::string& name) {
  v1::GetArticleRequest request;
  request.set_name(name);
  request.set_view(v1::ARTICLE_VIEW_FULL);
  const absl::StatusOr<v1::GetArticleResponse> response = client.GetArticle(request);
  if (!response.ok()) return response.status();
  session.Print(*response, {.text = [&](std::ostream& out) {
    PrintArticle(response->article(), session.style(), out);
  }});
  return absl::OkStatus();
}

absl::Status List(Session& session, const client::Client& client, const ArticleOptions& options) {
  v1::ListArticlesRequest request;
  request.set_filter(options.filter);
  request.set_page_size(options.limit);
  request.set_page_token(options.page_token);
  const absl::StatusOr<v1::ListArticlesResponse> response = client.ListArticles(request);
  if (!response.ok()) return response.status();
  const auto text = [&](std::ostream& out) {
    for (const v1::Article& article : response->articles()) {
      PrintArticleLine(article, session.style(), out);
    }
    out << session.style().Dim(std::to_string(response->total_size()) + " articles") << "\n";
    if (!response->next_page_token().empty()) {
      out << session.style().Dim("next page: --page-token " + response->next_page_token()) << "\n";
    }
  };
  session.Print(*response,
                {.text = text, .table = [&] { return ArticleTable(response->articles()); }},
                response->articles().empty());
  return absl::OkStatus();
}

absl::Status Run(Session& session, const client::Client& client, const ArticleOptions& options) {
  return options.name.empty() ? List(session, client, options)
                              : ShowOne(session, client, options.name);
}

void Declare(CLI::App& command, ArticleOptions& options) {
  command.add_option("name", options.name, "articles/…; without it all articles are listed");
  command.add_option("--filter", options.filter, "AIP-160 filter for the list");
  command.add_option("--limit", options.limit, "Articles a page (default 50)");
  command.add_option("--page-token", options.page_token, "Token of the next page");
}

}  // namespace

void AddArticleCommand(CLI::App& app, Session& session) {
  AddCommand<ArticleOptions>(app, session, "article", "Show an article, or list all", Declare, Run);
}

}  // namespace yinzheng::cli
