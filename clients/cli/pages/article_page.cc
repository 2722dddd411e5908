// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/article_page.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/pages/article_marks.h"
#include "clients/cli/pages/body_writer.h"
#include "clients/cli/pages/fact_card.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cli/pages/page_frame.h"

namespace yinzheng::cli::pages {
namespace {

constexpr std::array<v1::FactKind, 6> kKinds = {v1::FACT_KIND_QUANTITY,  v1::FACT_KIND_DATE,
                                                v1::FACT_KIND_RANK,      v1::FACT_KIND_RELATION,
                                                v1::FACT_KIND_ATTRIBUTE, v1::FACT_KIND_QUOTATION};

void WritePublished(HtmlWriter& html, const v1::Article& article, const Labels& labels) {
  html.Open("span", {{"class", "part"}});
  if (!article.has_published()) {
    html.Line(labels("date_unknown")).Close();
    return;
  }
  const v1::DateValue& date = article.published();
  html.Leaf("time", {}, DateLine(date.edtf(), labels));
  if (date.basis() != v1::DATE_BASIS_UNSPECIFIED) {
    html.Text(" ").Leaf("span", {{"class", "aside"}}, labels(v1::DateBasis_Name(date.basis())));
    if (!date.evidence().empty()) {
      html.Leaf("span", {{"class", "aside"}},
                absl::StrCat("（", std::string(labels("evidence")), "：", date.evidence(), "）"));
    }
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
    html.Leaf("span", {{"class", absl::StrCat("k k-", word)}}, labels(v1::FactKind_Name(kind)));
    html.Text(" ").Leaf("span", {{"class", "count"}}, absl::StrCat(count)).Close();
  }
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
    WriteFactCard(html, marks.facts[i], static_cast<int>(i) + 1, writer.anchored(i), context);
  }
  html.Close().Close().Close();
  return ClosePage(html, context);
}

}  // namespace yinzheng::cli::pages
