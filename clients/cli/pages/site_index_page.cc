// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/site_index_page.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cli/pages/page_frame.h"

namespace yinzheng::cli::pages {
namespace {

const std::string& Day(const v1::Article& article) {
  const v1::DateValue& date = article.published();
  return date.earliest().empty() ? date.latest() : date.earliest();
}

std::vector<const v1::Article*> LatestFirst(const std::vector<v1::Article>& articles) {
  std::vector<const v1::Article*> order;
  for (const v1::Article& article : articles) order.push_back(&article);
  std::sort(order.begin(), order.end(), [](const v1::Article* a, const v1::Article* b) {
    return std::tie(Day(*b), a->name()) < std::tie(Day(*a), b->name());
  });
  return order;
}

void WriteFigure(HtmlWriter& html, int64_t figure, std::string_view unit) {
  html.Open("span").Leaf("strong", {}, absl::StrCat(figure)).Line(unit).Close();
}

void WriteFigures(HtmlWriter& html, const SiteContents& contents, const Labels& labels) {
  const v1::IndexCounts& counts = contents.index.counts();
  html.Open("p", {{"class", "figures"}});
  WriteFigure(html, counts.articles(), labels("articles_unit"));
  WriteFigure(html, counts.facts(), labels("facts_unit"));
  WriteFigure(html, counts.entities(), labels("entities_unit"));
  WriteFigure(html, counts.mentions(), labels("mentions_unit"));
  html.Close();
}

void WriteArticles(HtmlWriter& html, const SiteContents& contents, const PageContext& context) {
  html.Open("section").Leaf("h2", {}, context.labels("articles")).Open("ul", {{"class", "list"}});
  for (const v1::Article* article : LatestFirst(contents.articles)) {
    html.Open("li", {{"data-row", "article"}})
        .Open("div", {{"class", "main"}, {"lang", article->language()}});
    html.Link(context.pages.LinkFromIndex(article->name()), {},
              article->title().empty() ? context.labels("untitled") : article->title());
    html.Close().Leaf("span", {{"class", "side"}}, article->outlet());
    html.Leaf("span", {{"class", "side"}},
              article->has_published() ? DateLine(article->published().edtf(), context.labels)
                                       : std::string(context.labels("undated")));
    html.Close();
  }
  html.Close().Close();
}

void WriteEntities(HtmlWriter& html, const SiteContents& contents, const PageContext& context) {
  html.Open("section").Leaf("h2", {}, context.labels("entities")).Open("ul", {{"class", "list"}});
  for (const ListedEntity& entity : contents.entities) {
    html.Open("li", {{"data-row", "entity"}}).Open("div", {{"class", "main"}});
    html.Link(context.pages.LinkFromIndex(entity.ref.entity()), {}, entity.ref.display_name());
    html.Close().Leaf("span", {{"class", "side"}},
                      context.labels(v1::EntityType_Name(entity.type)));
    html.Leaf("span", {{"class", "side figure"}}, absl::StrCat(entity.mentions)).Close();
  }
  html.Close();
  if (contents.left_out > 0) {
    html.Leaf("p", {{"class", "aside"}},
              absl::StrCat(std::string(context.labels("left_out")), "：", contents.left_out));
  }
  html.Close();
}

}  // namespace

std::string SiteIndexPage(const SiteContents& contents, const PageContext& context) {
  const Labels& labels = context.labels;
  HtmlWriter html;
  OpenPage(html, context, "site", labels("site_title"));
  html.Open("main").Leaf("h1", {}, labels("site_title"));
  WriteFigures(html, contents, labels);
  html.Void("input", {{"id", "filter"},
                      {"type", "search"},
                      {"hidden", "hidden"},
                      {"placeholder", labels("filter")},
                      {"aria-label", labels("filter")}});
  html.Open("div", {{"class", "columns"}});
  WriteArticles(html, contents, context);
  WriteEntities(html, contents, context);
  html.Close().Close();
  return ClosePage(html, context);
}

}  // namespace yinzheng::cli::pages
