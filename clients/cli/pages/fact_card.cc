// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/fact_card.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "clients/cli/pages/body_writer.h"
#include "clients/cli/pages/fact_parts.h"
#include "clients/cli/pages/fact_text.h"

namespace yinzheng::cli::pages {
namespace {

// One row of a card: a term, and what `write` writes.
template <typename Write>
void WriteRow(HtmlWriter& html, std::string_view term, Write write) {
  html.Leaf("dt", {}, term).Open("dd");
  write();
  html.Close();
}

void WriteCardRows(HtmlWriter& html, const MarkedFact& marked, const PageContext& context) {
  const v1::Fact& fact = *marked.fact;
  const Labels& labels = context.labels;
  html.Open("dl");
  if (!marked.here.empty() && marked.here.front()->has_attribution()) {
    WriteRow(html, labels("said_by"),
             [&] { WriteSpeaker(html, marked.here.front()->attribution(), context); });
  }
  if (fact.has_time()) WriteRow(html, labels("time"), [&] { WriteTime(html, fact, context); });
  for (const v1::Qualifier& qualifier : fact.qualifiers()) {
    WriteRow(html, qualifier.key(), [&] { html.Line(qualifier.value()); });
  }
  WriteRow(html, labels("confidence"), [&] {
    html.Leaf("span", {{"class", "figure"}}, absl::StrFormat("%.2f", fact.confidence()));
    if (fact.independent_sources() > 1) {
      html.Text(" ").Leaf(
          "span", {{"class", "aside"}},
          absl::StrCat(fact.independent_sources(), " ", std::string(labels("sources"))));
    }
  });
  WriteRow(html, labels("origin"), [&] {
    html.Line(labels(v1::FactOrigin_Name(fact.origin()))).Text(" ");
    html.Leaf("code", {}, fact.rule());
  });
  for (const std::string& note : fact.notes()) {
    WriteRow(html, labels("note"), [&] { html.Line(note); });
  }
  html.Close();
}

void WriteOtherCitations(HtmlWriter& html, const MarkedFact& marked, const PageContext& context) {
  std::vector<const v1::Citation*> others = marked.other;
  if (marked.here.size() > 1) {
    others.insert(others.begin(), marked.here.begin() + 1, marked.here.end());
  }
  if (others.empty()) return;
  html.Open("details").Leaf(
      "summary", {},
      absl::StrCat(std::string(context.labels("other_citations")), " ", others.size()));
  html.Open("ul", {{"class", "citations"}});
  for (const v1::Citation* citation : others) {
    html.Open("li");
    WriteQuote(html, *citation);
    html.Text(" ");
    WriteSource(html, *marked.fact, *citation, context);
    html.Close();
  }
  html.Close().Close();
}

}  // namespace

void WriteFactCard(HtmlWriter& html, const MarkedFact& marked, int number, bool anchored,
                   const PageContext& context) {
  const v1::Fact& fact = *marked.fact;
  const std::string word(KindWord(KindOf(fact)));
  const std::string id(absl::StripPrefix(FactAnchor(fact.name()), "fact-"));
  html.Open("li", {{"class", absl::StrCat("card k-", word)},
                   {"id", absl::StrCat("card-", id)},
                   {"data-kind", word},
                   {"data-q", NumberList(marked.quotes)}});
  if (!anchored) html.Open("span", {{"id", FactAnchor(fact.name())}}).Close();
  html.Open("p", {{"class", "about"}});
  html.Leaf("span", {{"class", "card-number"}}, absl::StrCat(number));
  html.Leaf("span", {{"class", absl::StrCat("kind kind-", word)}},
            context.labels(v1::FactKind_Name(KindOf(fact))));
  WriteEntity(html, fact.subject(), context);
  html.Text(" · ").Leaf("span", {{"class", "property"}}, fact.property()).Close();
  html.Open("p", {{"class", "stated"}});
  WriteValue(html, fact, context);
  html.Text(" ");
  WriteBadges(html, fact, context);
  html.Close();
  if (!marked.here.empty()) {
    html.Open("blockquote");
    WriteQuote(html, *marked.here.front());
    html.Close();
  }
  WriteCardRows(html, marked, context);
  WriteOtherCitations(html, marked, context);
  html.Open("p", {{"class", "fact-name"}});
  html.Link(FactLink(fact.name()), {}, fact.name()).Close();
  html.Close();
}

}  // namespace yinzheng::cli::pages
