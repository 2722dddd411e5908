// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct CiteOptions {
  std::string fact;
  std::string style = "markdown";
};

// GB/T 7714: 作者. 题名[N]. 报刊名, 日期.
std::string Gbt7714(const v1::Article& article) {
  return absl::StrCat(
      article.authors().empty() ? "" : absl::StrCat(absl::StrJoin(article.authors(), ", "), ". "),
      article.title().empty() ? "无题名" : Unwrap(article.title()), "[N]. ",
      article.outlet().empty() ? "出版者不详" : article.outlet(),
      article.has_published() ? absl::StrCat(", ", article.published().edtf()) : "", ".",
      article.uri().empty() ? "" : absl::StrCat(" ", article.uri(), "."));
}

// APA 7: Author. (date). Title. Outlet. URI
std::string Apa(const v1::Article& article) {
  return absl::StrCat(
      article.authors().empty() ? article.outlet() : absl::StrJoin(article.authors(), ", "), ". (",
      article.has_published() ? article.published().edtf() : "n.d.", "). ",
      article.title().empty() ? "[Untitled]" : Unwrap(article.title()), ". ", article.outlet(), ".",
      article.uri().empty() ? "" : absl::StrCat(" ", article.uri()));
}

std::string Markdown(const v1::Citation& citation) {
  const std::string source = SourceText(citation);
  return absl::StrCat(
      "> ", Unwrap(citation.quote()), "\n>\n> — ",
      citation.uri().empty() ? source : absl::StrCat("[", source, "](", citation.uri(), ")"));
}

std::string Render(const std::string& style, const v1::Citation& citation,
                   const v1::Article& article) {
  if (style == "gbt7714") {
    return absl::StrCat("“", Unwrap(citation.quote()), "” ", Gbt7714(article));
  }
  if (style == "apa") return absl::StrCat("“", Unwrap(citation.quote()), "” ", Apa(article));
  return Markdown(citation);
}

// `--style csv` is the same as `--output csv`.
void PrintCitations(Session& session, const v1::GetFactResponse& fact,
                    const v1::BatchGetArticlesResponse& articles, const std::string& style) {
  const auto table = [&] {
    google::protobuf::RepeatedPtrField<v1::Fact> facts;
    *facts.Add() = fact.fact();
    return FactTable(facts);
  };
  const auto text = [&](std::ostream& out) {
    if (style == "csv") {
      out << FormatCsv(table());
      return;
    }
    for (int i = 0; i < fact.fact().citations_size(); ++i) {
      out << Render(style, fact.fact().citations(i), articles.articles(i)) << "\n";
    }
  };
  session.Print(fact, {.text = text, .table = table});
}

absl::Status Run(Session& session, const client::Client& client, const CiteOptions& options) {
  v1::GetFactRequest fact_request;
  fact_request.set_name(options.fact);
  const absl::StatusOr<v1::GetFactResponse> fact = client.GetFact(fact_request);
  if (!fact.ok()) return fact.status();
  v1::BatchGetArticlesRequest request;
  for (const v1::Citation& citation : fact->fact().citations()) {
    request.add_names(citation.article());
  }
  const absl::StatusOr<v1::BatchGetArticlesResponse> articles = client.BatchGetArticles(request);
  if (!articles.ok()) return articles.status();
  PrintCitations(session, *fact, *articles, options.style);
  return absl::OkStatus();
}

void Declare(CLI::App& command, CiteOptions& options) {
  command.add_option("fact", options.fact, "facts/…")->required();
  command.add_option("--style", options.style, "gbt7714, apa, markdown or csv")
      ->check(CLI::IsMember({"gbt7714", "apa", "markdown", "csv"}));
}

}  // namespace

void AddCiteCommand(CLI::App& app, Session& session) {
  AddCommand<CiteOptions>(app, session, "cite", "Print a fact's citations for a bibliography",
                          Declare, Run);
}

}  // namespace yinzheng::cli
