// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <algorithm>
#include <string>

#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::cli {
namespace {

struct OpenOptions {
  std::string fact;
  int context = 200;
};

// The body around the citation, as printed, with the quote marked.
void PrintAround(const v1::Citation& citation, const v1::Article& article, int context,
                 const Style& style, std::ostream& out) {
  PrintArticleLine(article, style, out);
  out << "  " << style.Dim(PlaceText(citation.source())) << "\n";
  v1::TextSpan before;
  before.set_start(std::max(0, citation.span().start() - context));
  before.set_end(citation.span().start());
  v1::TextSpan after;
  after.set_start(citation.span().end());
  after.set_end(citation.span().end() + context);
  out << client::Slice(article.body(), before)
      << style.Match(std::string(client::Slice(article.body(), citation.span())))
      << client::Slice(article.body(), after) << "\n";
}

absl::Status Run(Session& session, const client::Client& client, const OpenOptions& options) {
  v1::GetFactRequest fact_request;
  fact_request.set_name(options.fact);
  const absl::StatusOr<v1::GetFactResponse> fact = client.GetFact(fact_request);
  if (!fact.ok()) return fact.status();
  v1::BatchGetArticlesRequest request;
  request.set_view(v1::ARTICLE_VIEW_FULL);
  for (const v1::Citation& citation : fact->fact().citations()) {
    request.add_names(citation.article());
  }
  const absl::StatusOr<v1::BatchGetArticlesResponse> articles = client.BatchGetArticles(request);
  if (!articles.ok()) return articles.status();
  session.Print(*articles, {.text = [&](std::ostream& out) {
    PrintFact(fact->fact(), session.style(), out);
    for (int i = 0; i < fact->fact().citations_size(); ++i) {
      PrintAround(fact->fact().citations(i), articles->articles(i), options.context,
                  session.style(), out);
    }
  }});
  return absl::OkStatus();
}

void Declare(CLI::App& command, OpenOptions& options) {
  command.add_option("fact", options.fact, "facts/…")->required();
  command.add_option("--context", options.context, "Code points shown on either side")
      ->check(CLI::Range(0, 100000));
}

}  // namespace

void AddOpenCommand(CLI::App& app, Session& session) {
  AddCommand<OpenOptions>(app, session, "open", "Show the article around the quote of a fact",
                          Declare, Run);
}

}  // namespace yinzheng::cli
