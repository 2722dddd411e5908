// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/commands/search_results.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "clients/cli/excerpt.h"
#include "clients/cli/render.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::cli {
namespace {

// Code points of a passage shown on a terminal: three lines or so.
constexpr int kExcerptLength = 140;

void PrintFacet(const v1::Facet& facet, std::ostream& out) {
  out << "by " << ShortEnum(v1::FacetField_Name(facet.field()), "FACET_FIELD_") << ":";
  for (const v1::FacetCount& count : facet.counts()) {
    out << "  " << (count.display_name().empty() ? count.value() : count.display_name()) << " "
        << count.count();
  }
  out << "\n";
}

// A passage as far as it helps to see why it was found.
void PrintPassage(const v1::PassageMatch& match, const Style& style, std::ostream& out) {
  const v1::TextSpan& whole = match.passage().span();
  const v1::TextSpan shown = ExcerptSpan(match, kExcerptLength);
  v1::TextSpan in_text;
  in_text.set_start(shown.start() - whole.start());
  in_text.set_end(shown.end() - whole.start());
  google::protobuf::RepeatedPtrField<v1::TextSpan> inside;
  for (const v1::TextSpan& span : match.highlights()) {
    if (span.start() >= shown.start() && span.end() <= shown.end()) *inside.Add() = span;
  }
  out << "    " << style.Dim(Unwrap(match.context_before()))
      << (shown.start() > whole.start() ? "…" : "")
      << style.Highlight(std::string(client::Slice(match.passage().text(), in_text)), shown.start(),
                         inside)
      << (shown.end() < whole.end() ? "…" : "") << style.Dim(Unwrap(match.context_after())) << "\n";
}

// `另有 3 篇转载 / also printed by 新京报 2023-01-02, articles/…`.
std::string ReprintLine(const v1::SearchResult& result) {
  std::vector<std::string> prints;
  for (const v1::Reprint& reprint : result.reprints()) {
    const std::string& printer = reprint.outlet().empty() ? reprint.article() : reprint.outlet();
    prints.push_back(reprint.published().empty() ? printer
                                                 : absl::StrCat(printer, " ", reprint.published()));
  }
  const bool all = result.reprints_size() == result.reprint_count();
  return absl::StrCat("另有 ", result.reprint_count(), " 篇转载 / also printed by ",
                      absl::StrJoin(prints, ", "), all ? "" : ", …");
}

void PrintScore(const v1::SearchResult& result, const Style& style, std::ostream& out) {
  out << "    " << style.Dim(absl::StrFormat("score %.3f", result.score())) << "\n";
  for (const v1::ScorePart& part : result.score_parts()) {
    const std::string kind = ShortEnum(v1::ScorePartKind_Name(part.kind()), "SCORE_PART_KIND_");
    out << "    "
        << style.Dim(absl::StrFormat("%+8.3f  %-9s  %s", part.weight(), kind, part.terms()))
        << "\n";
  }
}

}  // namespace

void PrintSearchResult(const v1::SearchResult& result, const Style& style, std::ostream& out) {
  PrintArticleLine(result.article(), style, out);
  if (result.reprint_count() > 0) {
    out << "    " << style.Dim(ReprintLine(result)) << "\n";
  }
  if (!result.score_parts().empty()) PrintScore(result, style, out);
  for (const v1::PassageMatch& match : result.passages()) PrintPassage(match, style, out);
}

void PrintDidYouMean(const google::protobuf::RepeatedPtrField<std::string>& proposals,
                     const Style& style, std::ostream& out) {
  if (proposals.empty()) return;
  out << style.Dim("did you mean:") << " " << absl::StrJoin(proposals, style.Dim(" or ")) << "\n";
}

void PrintSearchResponse(const v1::SearchResponse& response, const Style& style,
                         std::ostream& out) {
  for (const v1::SearchResult& result : response.results()) PrintSearchResult(result, style, out);
  for (const v1::Facet& facet : response.facets()) PrintFacet(facet, out);
  PrintDidYouMean(response.did_you_mean(), style, out);
  const v1::SearchStats& stats = response.stats();
  const int64_t micros =
      stats.parse_micros() + stats.match_micros() + stats.fetch_micros() + stats.highlight_micros();
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
