// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/article_page.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "absl/strings/strip.h"
#include "clients/cli/pages/article_marks.h"
#include "clients/cli/pages/body_writer.h"
#include "clients/cli/pages/fact_parts.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cli/pages/page_frame.h"

namespace yinzheng::cli::pages {
namespace {

constexpr std::array<v1::FactKind, 6> kKinds = {v1::FACT_KIND_QUANTITY,  v1::FACT_KIND_DATE,
                                                v1::FACT_KIND_RANK,      v1::FACT_KIND_RELATION,
                                                v1::FACT_KIND_ATTRIBUTE, v1::FACT_KIND_QUOTATION};

std::string_view KindLabel(v1::FactKind kind, const Labels& labels) {
  return labels(v1::FactKind_Name(kind));
}

void WritePublished(HtmlWriter& html, const v1::Article& article, const Labels& labels) {
  html.Open("span", {{"class", "part"}});
  if (!article.has_published()) {
    html.Line(labels("date_unknown")).Close();
    return;
  }
  const v1::DateValue& date = article.published();
  html.Leaf("time", {}, DateLine(date.edtf(), labels));
  if (date.basis() != v1::DATE_BASIS_UNSPECIFIED) {
    html.Text(" ").Leaf("span", {{"class", "aside"}, {"title", date.evidence()}},
                        labels(v1::DateBasis_Name(date.basis())));
  }
  html.Close();
}

template <typename Names>
void WriteNames(HtmlWriter& html, std::string_view label, const Names& names) {
  if (names.empty()) return;
  html.Open("span", {{"class", "part"}}).Leaf("span", {{"class", "aside"}}, label);
  html.Text(" ").Line(absl::StrJoin(names, "、")).Close();
}

void WriteImprint(HtmlWriter& html, const v1::Article& article, const PageContext& context) {
  html.Open("p", {{"class", "imprint"}});
  if (!article.outlet().empty()) html.Leaf("span", {{"class", "part outlet"}}, article.outlet());
  WritePublished(html, article, context.labels);
  WriteNames(html, context.labels("authors"), article.authors());
  WriteNames(html, context.labels("editors"), article.editors());
  if (const std::optional<Href> link = Href::Web(article.uri()); link.has_value()) {
    html.Open("span", {{"class", "part"}}).Link(link, {}, context.labels("source_link")).Close();
  }
  html.Close();
}

// A box for each kind that occurs: unticking it hides its lines and its cards, by CSS alone.
void WriteLegend(HtmlWriter& html, const std::vector<v1::Fact>& facts, const Labels& labels) {
  html.Open("fieldset", {{"class", "legend"}}).Leaf("legend", {}, labels("legend"));
  for (const v1::FactKind kind : kKinds) {
    const auto count = std::count_if(facts.begin(), facts.end(),
                                     [&](const v1::Fact& fact) { return KindOf(fact) == kind; });
    if (count == 0) continue;
    const std::string word(KindWord(kind));
    html.Open("label");
    html.Void("input", {{"type", "checkbox"},
                        {"id", absl::StrCat("show-", word)},
                        {"checked", "checked"},
                        {"autocomplete", "off"}});
    html.Leaf("span", {{"class", absl::StrCat("k k-", word)}}, KindLabel(kind, labels));
    html.Text(" ").Leaf("span", {{"class", "count"}}, absl::StrCat(count)).Close();
  }
  html.Close();
}

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

void WriteCard(HtmlWriter& html, const MarkedFact& marked, int number, bool anchored,
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
            KindLabel(KindOf(fact), context.labels));
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

void WriteEntities(HtmlWriter& html, const std::vector<v1::Entity>& entities,
                   const PageContext& context) {
  if (entities.empty()) return;
  html.Open("section", {{"class", "entities"}});
  html.Leaf("h2", {}, context.labels("entities_of_article")).Open("ul", {{"class", "chips"}});
  for (const v1::Entity& entity : entities) {
    html.Open("li").Link(context.pages.Link(entity.name()), {}, entity.display_name()).Close();
  }
  html.Close().Close();
}

void WriteText(HtmlWriter& html, const ArticleRecord& record, const std::vector<Block>& blocks,
               BodyWriter& writer, const PageContext& context) {
  const auto title = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::kTitle;
  });
  const v1::Article& article = record.article;
  html.Open("header");
  if (title != blocks.end()) {
    writer.Write(*title, html);
  } else {
    html.Leaf("h1", {}, article.title().empty() ? context.labels("untitled") : article.title());
  }
  WriteImprint(html, article, context);
  if (!record.facts.empty()) WriteLegend(html, record.facts, context.labels);
  html.Close().Open("div", {{"class", "body"}});
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::kTitle) writer.Write(block, html);
  }
  html.Close();
}

}  // namespace

std::string ArticlePage(const ArticleRecord& record, const PageContext& context) {
  const v1::Article& article = record.article;
  const BodyText body(article.body());
  const ArticleMarks marks = MarkFacts(record.facts, article.name());
  BodyWriter writer(body, marks, context.labels);
  HtmlWriter html;
  OpenPage(html, context, "article",
           article.title().empty() ? context.labels("untitled") : article.title());
  html.Open("main").Open("article", {{"lang", article.language()}});
  WriteText(html, record, BodyBlocks(body, article.masks(), article.title()), writer, context);
  WriteEntities(html, record.entities, context);
  html.Close();
  html.Open("aside", {{"id", "panel"}, {"aria-live", "polite"}});
  html.Open("p", {{"class", "panel-head"}}).Leaf("span", {}, context.labels("facts_of_article"));
  html.Open("button", {{"class", "close"}, {"type", "button"}, {"title", "Esc"}});
  html.Line(context.labels("close")).Close().Close();
  html.Leaf("p", {{"class", "hint"}}, context.labels("no_script_hint"));
  html.Open("ol", {{"class", "cards"}});
  for (size_t i = 0; i < marks.facts.size(); ++i) {
    WriteCard(html, marks.facts[i], static_cast<int>(i) + 1, writer.anchored(i), context);
  }
  html.Close().Close().Close();
  return ClosePage(html, context);
}

}  // namespace yinzheng::cli::pages
