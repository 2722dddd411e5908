// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/commands/search_results.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

void PrintFacet(const v1::Facet& facet, std::ostream& out) {
  out << "by " << ShortEnum(v1::FacetField_Name(facet.field()), "FACET_FIELD_") << ":";
  for (const v1::FacetCount& count : facet.counts()) {
    out << "  " << (count.display_name().empty() ? count.value() : count.display_name()) << " "
        << count.count();
  }
  out << "\n";
}

}  // namespace

void PrintSearchResult(const v1::SearchResult& result, const Style& style, std::ostream& out) {
  PrintArticleLine(result.article(), style, out);
  for (const v1::PassageMatch& match : result.passages()) {
    out << "    " << style.Dim(Unwrap(match.context_before()))
        << style.Highlight(match.passage().text(), match.passage().span().start(),
                           match.highlights())
        << style.Dim(Unwrap(match.context_after())) << "\n";
  }
}

void PrintSearchResponse(const v1::SearchResponse& response, const Style& style,
                         std::ostream& out) {
  for (const v1::SearchResult& result : response.results()) PrintSearchResult(result, style, out);
  for (const v1::Facet& facet : response.facets()) PrintFacet(facet, out);
  const v1::SearchStats& stats = response.stats();
  const int64_t micros = stats.parse_micros() + stats.match_micros() + stats.fetch_micros();
  out << style.Dim(absl::StrCat(stats.total_is_exact() ? "" : "at least ", stats.total_articles(),
                                " articles, ",
                                absl::StrFormat("%.1f ms", static_cast<double>(micros) / 1000.0)))
      << "\n";
  if (!response.next_page_token().empty()) {
    out << style.Dim(absl::StrCat("next page: --page-token ", response.next_page_token())) << "\n";
  }
}

Table SearchTable(const google::protobuf::RepeatedPtrField<v1::SearchResult>& results) {
  Table table{{"score", "title", "outlet", "published", "passage", "article", "external_id"}, {}};
  for (const v1::SearchResult& result : results) {
    const v1::Article& article = result.article();
    table.rows.push_back(
        {absl::StrFormat("%.3f", result.score()), article.title(), article.outlet(),
         article.published().edtf(),
         result.passages().empty() ? "" : Unwrap(result.passages(0).passage().text()),
         article.name(), article.external_id()});
  }
  return table;
}

}  // namespace yinzheng::cli
