// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/fact_parts.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "clients/cli/pages/display_line.h"
#include "clients/cli/pages/fact_text.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::cli::pages {
namespace {

std::string SourceLine(const v1::Citation& citation, const Labels& labels) {
  std::string line = citation.outlet();
  if (!citation.title().empty()) absl::StrAppend(&line, "《", citation.title(), "》");
  if (line.empty()) line = citation.article();
  if (citation.has_published()) {
    absl::StrAppend(&line, " ", DateLine(citation.published().edtf(), labels));
  }
  return line;
}

void WriteBadge(HtmlWriter& html, std::string_view kind, std::string_view text) {
  html.Leaf("span", {{"class", absl::StrCat("badge ", std::string(kind))}}, text);
}

}  // namespace

void WriteEntity(HtmlWriter& html, const v1::EntityRef& entity, const PageContext& context) {
  html.Link(context.pages.Link(entity.entity()), {{"class", "name"}}, entity.display_name());
}

void WriteValue(HtmlWriter& html, const v1::Fact& fact, const PageContext& context) {
  html.Open("span", {{"class", "value"}});
  if (fact.has_entity()) {
    WriteEntity(html, fact.entity(), context);
    html.Close();
    return;
  }
  const ValueText value = ValueOf(fact, context.labels);
  html.Line(value.printed).Close();
  if (value.normal.empty() || value.normal == value.printed) return;
  html.Text(" ").Leaf("span", {{"class", "normal"}}, value.normal);
}

void WriteBadges(HtmlWriter& html, const v1::Fact& fact, const PageContext& context) {
  if (fact.modality() == v1::MODALITY_PLANNED || fact.modality() == v1::MODALITY_ESTIMATED) {
    WriteBadge(html, fact.modality() == v1::MODALITY_PLANNED ? "planned" : "estimated",
               context.labels(v1::Modality_Name(fact.modality())));
  }
  if (fact.polarity() == v1::POLARITY_NEGATIVE) {
    WriteBadge(html, "negative", context.labels("POLARITY_NEGATIVE"));
  }
}

void WriteTime(HtmlWriter& html, const v1::Fact& fact, const PageContext& context) {
  if (!fact.has_time()) return;
  html.Leaf("time", {}, DateLine(fact.time().edtf(), context.labels));
  if (fact.time_basis() == v1::TIME_BASIS_UNSPECIFIED) return;
  html.Text(" ").Leaf("span", {{"class", "aside"}},
                      context.labels(v1::TimeBasis_Name(fact.time_basis())));
}

void WriteSpeaker(HtmlWriter& html, const v1::Attribution& attribution,
                  const PageContext& context) {
  WriteEntity(html, attribution.speaker(), context);
  if (!attribution.title().empty()) {
    html.Text(" ").Leaf("span", {{"class", "aside"}}, attribution.title());
  }
  if (!attribution.cue().empty()) {
    html.Text(" ").Leaf("span", {{"class", "cue"}}, absl::StrCat("「", attribution.cue(), "」"));
  }
  if (attribution.mode() == v1::ATTRIBUTION_MODE_UNSPECIFIED) return;
  html.Text(" ").Leaf("span", {{"class", "aside"}},
                      context.labels(v1::AttributionMode_Name(attribution.mode())));
}

void WriteQuote(HtmlWriter& html, const v1::Citation& citation) {
  html.Open("q", {{"class", "quote"}});
  if (!citation.has_value_span()) {
    html.Line(citation.quote()).Close();
    return;
  }
  const int offset = citation.span().start();
  v1::TextSpan part;
  part.set_end(citation.value_span().start() - offset);
  html.Line(client::Slice(citation.quote(), part));
  part.set_start(part.end());
  part.set_end(citation.value_span().end() - offset);
  html.Leaf("mark", {}, client::Slice(citation.quote(), part));
  part.set_start(part.end());
  part.set_end(citation.span().end() - offset);
  html.Line(client::Slice(citation.quote(), part)).Close();
}

void WriteSource(HtmlWriter& html, const v1::Fact& fact, const v1::Citation& citation,
                 const PageContext& context) {
  std::optional<Href> href = context.pages.Link(citation.article(), fact.name());
  if (citation.article() == context.article) href = FactLink(fact.name());
  if (!href.has_value()) href = Href::Web(citation.uri());
  html.Link(href, {{"class", "source"}}, SourceLine(citation, context.labels));
}

}  // namespace yinzheng::cli::pages
