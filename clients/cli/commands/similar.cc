// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct SimilarOptions {
  std::string like;
  int limit = 0;
  bool allow_partial = false;
};

Table SimilarTable(const v1::FindSimilarArticlesResponse& response) {
  google::protobuf::RepeatedPtrField<v1::Article> articles;
  for (const v1::SimilarArticle& similar : response.articles()) *articles.Add() = similar.article();
  return ArticleTable(articles);
}

// `转载 / a reprint · 另有 3 篇转载 / 3 more prints`.
std::string ReprintNote(const v1::SimilarArticle& similar) {
  std::vector<std::string> notes;
  if (similar.is_reprint()) notes.push_back("转载 / a reprint");
  if (similar.reprint_count() > 0) {
    notes.push_back(absl::StrCat("另有 ", similar.reprint_count(), " 篇转载 / ",
                                 similar.reprint_count(), " more prints"));
  }
  return absl::StrJoin(notes, " · ");
}

absl::Status Run(Session& session, const client::Client& client, const SimilarOptions& options) {
  v1::FindSimilarArticlesRequest request;
  if (absl::StartsWith(options.like, "articles/")) {
    request.set_article(options.like);
  } else {
    request.set_text(options.like);
  }
  request.set_limit(options.limit);
  request.set_allow_partial_results(options.allow_partial);
  const absl::StatusOr<v1::FindSimilarArticlesResponse> response =
      client.FindSimilarArticles(request);
  if (!response.ok()) return response.status();
  if (!response->missing_shards().empty()) {
    session.Note(absl::StrCat("without what these shards hold, which cannot be reached: ",
                              absl::StrJoin(response->missing_shards(), ", ")));
  }
  const auto text = [&](std::ostream& out) {
    for (const v1::SimilarArticle& similar : response->articles()) {
      PrintArticleLine(similar.article(), session.style(), out);
      if (similar.is_reprint() || similar.reprint_count() > 0) {
        out << "    " << session.style().Dim(ReprintNote(similar)) << "\n";
      }
    }
  };
  session.Print(*response, {.text = text, .table = [&] { return SimilarTable(*response); }},
                response->articles().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, SimilarOptions& options) {
  command.add_option("like", options.like, "articles/… or a text")->required();
  command.add_option("--limit", options.limit, "Articles at most (default 10)");
  AddAllowPartial(command, options.allow_partial);
}

}  // namespace

void AddSimilarCommand(CLI::App& app, Session& session) {
  AddCommand<SimilarOptions>(app, session, "similar", "Find articles like an article or a text",
                             Declare, Run);
}

}  // namespace yinzheng::cli
