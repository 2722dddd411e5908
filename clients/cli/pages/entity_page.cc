// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/entity_page.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cli/pages/fact_parts.h"
#include "clients/cli/pages/fact_rows.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cli/pages/page_frame.h"
#include "clients/cli/pages/timeline_section.h"

namespace yinzheng::cli::pages {
namespace {

// Facts of one property: wordings with one id together, named as the first.
struct PropertyFacts {
  std::string property;
  std::vector<const v1::Fact*> facts;
};

std::string PropertyKey(const v1::Fact& fact) {
  return fact.property_id().empty() ? fact.property() : absl::StrCat("\x01", fact.property_id());
}

// Most facts first, as they are found; those with equally many in the order of their first fact.
std::vector<PropertyFacts> ByProperty(const std::vector<v1::Fact>& facts) {
  std::map<std::string, size_t> places;
  std::vector<PropertyFacts> properties;
  for (const v1::Fact& fact : facts) {
    const auto [place, is_new] = places.try_emplace(PropertyKey(fact), properties.size());
    if (is_new) properties.push_back({fact.property(), {}});
    properties[place->second].facts.push_back(&fact);
  }
  std::stable_sort(properties.begin(), properties.end(),
                   [](const PropertyFacts& a, const PropertyFacts& b) {
                     return a.facts.size() > b.facts.size();
                   });
  return properties;
}

void WriteNames(HtmlWriter& html, const v1::Entity& entity, const PageContext& context) {
  html.Open("ul", {{"class", "names"}});
  for (const v1::EntityAlias& alias : entity.aliases()) {
    if (alias.kind() == v1::ALIAS_KIND_CANONICAL) continue;
    html.Open("li").Leaf("span", {}, alias.text()).Text(" ");
    html.Leaf("span", {{"class", "aside"}}, context.labels(v1::AliasKind_Name(alias.kind())));
    if (alias.document_scoped()) {
      html.Text(" ").Leaf("span", {{"class", "aside"}}, context.labels("one_article_only"));
    }
    if (alias.has_citation()) {
      html.Text(" ").Open("span", {{"class", "aside"}}).Line(context.labels("introduced"));
      html.Text("《").Link(
          context.pages.Link(alias.citation().article()), {},
          alias.citation().title().empty() ? context.labels("untitled") : alias.citation().title());
      html.Text("》").Close();
    }
    html.Close();
  }
  html.Close();
}

void WriteHeader(HtmlWriter& html, const v1::Entity& entity, const PageContext& context) {
  const Labels& labels = context.labels;
  html.Open("header");
  html.Leaf("p", {{"class", "type"}}, labels(v1::EntityType_Name(entity.type())));
  html.Leaf("h1", {}, entity.display_name());
  html.Open("p", {{"class", "imprint"}});
  html.Leaf("span", {{"class", "part"}},
            absl::StrCat(entity.mention_count(), " ", std::string(labels("mentions_unit"))));
  html.Leaf("span", {{"class", "part"}},
            absl::StrCat(entity.article_count(), " ", std::string(labels("articles_unit"))));
  html.Close();
  WriteNames(html, entity, context);
  html.Close();
  if (entity.description().empty()) return;
  html.Open("section", {{"class", "lead"}}).Leaf("h2", {}, labels("description"));
  html.Leaf("p", {}, entity.description());
  html.Open("p");
  WriteSource(html, {}, entity.description_citation(), context);
  html.Close().Close();
}

void WriteProperty(HtmlWriter& html, const PropertyFacts& property, const EntityRecord& record,
                   FactRows& rows, const PageContext& context) {
  html.Open("h3").Line(property.property);
  html.Text(" ").Leaf("span", {{"class", "count"}}, absl::StrCat(property.facts.size())).Close();
  for (const v1::TimelineSeries& series : record.timelines) {
    const bool here =
        std::any_of(property.facts.begin(), property.facts.end(),
                    [&](const v1::Fact* fact) { return fact->property() == series.property(); });
    if (!here) continue;
    WriteTimelineSection(
        html,
        {absl::StrCat(record.entity.display_name(), " · ", series.property()), {&series}, false},
        rows, context);
  }
  const auto is_new = [&](const v1::Fact* fact) { return !rows.Has(*fact); };
  if (std::none_of(property.facts.begin(), property.facts.end(), is_new)) return;
  html.Open("ol", {{"class", "rows"}});
  for (const v1::Fact* fact : property.facts) {
    if (is_new(fact)) rows.Write(html, *fact, {});
  }
  html.Close();
}

void WriteRelations(HtmlWriter& html, const EntityRecord& record, v1::RelationDirection direction,
                    std::string_view label, const PageContext& context) {
  const auto has_direction = [&](const v1::RelatedEntity& related) {
    return related.direction() == direction;
  };
  if (std::none_of(record.related.begin(), record.related.end(), has_direction)) return;
  html.Leaf("h3", {}, label).Open("ul", {{"class", "rows"}});
  for (const v1::RelatedEntity& related : record.related) {
    if (!has_direction(related)) continue;
    html.Open("li").Open("div", {{"class", "head"}});
    html.Leaf("span", {{"class", "aside"}}, related.property()).Text(" ");
    WriteEntity(html, related.entity(), context);
    html.Close().Open("div", {{"class", "proof"}});
    WriteQuote(html, related.citation());
    html.Open("span", {{"class", "meta"}});
    v1::Fact fact;
    fact.set_name(related.fact());
    WriteSource(html, fact, related.citation(), context);
    html.Close().Close().Close();
  }
  html.Close();
}

void WriteArticles(HtmlWriter& html, const EntityRecord& record, const PageContext& context) {
  if (record.articles.empty()) return;
  html.Leaf("h2", {}, context.labels("mentioned_in")).Open("ul", {{"class", "list"}});
  for (const MentioningArticle& article : record.articles) {
    const v1::Citation& first = article.first;
    html.Open("li").Open("div", {{"class", "main"}});
    html.Link(context.pages.Link(first.article()), {},
              first.title().empty() ? context.labels("untitled") : first.title());
    html.Leaf("span", {{"class", "excerpt"}}, first.quote()).Close();
    html.Leaf("span", {{"class", "side"}}, first.outlet());
    html.Leaf("span", {{"class", "side"}},
              first.has_published() ? DateLine(first.published().edtf(), context.labels) : "");
    html.Leaf("span", {{"class", "side figure"}},
              absl::StrCat(article.count, " ", std::string(context.labels("mentions"))));
    html.Close();
  }
  html.Close();
}

}  // namespace

std::string EntityPage(const EntityRecord& record, const PageContext& context) {
  HtmlWriter html;
  OpenPage(html, context, "entity", record.entity.display_name());
  html.Open("main");
  WriteHeader(html, record.entity, context);
  FactRows rows(context);
  if (!record.facts.empty()) {
    html.Open("section").Leaf("h2", {}, context.labels("facts"));
    for (const PropertyFacts& property : ByProperty(record.facts)) {
      WriteProperty(html, property, record, rows, context);
    }
    html.Close();
  }
  if (!record.related.empty()) {
    html.Open("section").Leaf("h2", {}, context.labels("relations"));
    WriteRelations(html, record, v1::RELATION_DIRECTION_OUTGOING, context.labels("outgoing"),
                   context);
    WriteRelations(html, record, v1::RELATION_DIRECTION_INCOMING, context.labels("incoming"),
                   context);
    html.Close();
  }
  WriteArticles(html, record, context);
  html.Close();
  return ClosePage(html, context);
}

}  // namespace yinzheng::cli::pages
