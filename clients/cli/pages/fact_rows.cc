// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/fact_rows.h"

#include "absl/strings/str_cat.h"
#include "clients/cli/pages/fact_parts.h"

namespace yinzheng::cli::pages {

void FactRows::WriteHead(HtmlWriter& html, const v1::Fact& fact, const Options& options) {
  html.Open("div", {{"class", "head"}});
  if (options.number > 0) {
    html.Leaf("span", {{"class", "mark-number"}}, absl::StrCat(options.number));
  }
  if (options.names_subject) {
    html.Open("span", {{"class", "about"}});
    WriteEntity(html, fact.subject(), context_);
    html.Text(" · ").Leaf("span", {{"class", "property"}}, fact.property()).Close().Text(" ");
  }
  WriteValue(html, fact, context_);
  WriteBadges(html, fact, context_);
  if (options.conflicting) {
    html.Leaf("span", {{"class", "badge conflict"}}, context_.labels("conflict"));
  }
  if (fact.has_time()) {
    html.Open("span", {{"class", "when"}});
    WriteTime(html, fact, context_);
    html.Close();
  }
  html.Close();
}

void FactRows::WriteProof(HtmlWriter& html, const v1::Fact& fact, const v1::Citation& citation) {
  html.Open("div");
  WriteQuote(html, citation);
  html.Open("span", {{"class", "meta"}});
  if (citation.has_attribution()) {
    html.Open("span");
    WriteSpeaker(html, citation.attribution(), context_);
    html.Close();
  }
  html.Open("span");
  WriteSource(html, fact, citation, context_);
  html.Close().Close().Close();
}

void FactRows::Write(HtmlWriter& html, const v1::Fact& fact, const Options& options) {
  const bool first = written_.insert(fact.name()).second;
  html.Open("li", {{"id", first ? FactAnchor(fact.name()) : ""}});
  WriteHead(html, fact, options);
  html.Open("div", {{"class", "proof"}});
  for (const v1::Citation& citation : fact.citations()) WriteProof(html, fact, citation);
  html.Close().Close();
}

}  // namespace yinzheng::cli::pages
