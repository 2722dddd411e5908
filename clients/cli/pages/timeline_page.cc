// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/timeline_page.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "clients/cli/pages/fact_parts.h"
#include "clients/cli/pages/page_frame.h"
#include "clients/cli/pages/timeline_section.h"

namespace yinzheng::cli::pages {
namespace {

void WriteSeries(HtmlWriter& html, const v1::TimelineSeries& series, FactRows& rows,
                 const PageContext& context) {
  std::string title = absl::StrCat(series.subject().display_name(), " · ", series.property());
  if (!series.unit().empty()) absl::StrAppend(&title, "（", series.unit(), "）");
  html.Leaf("h2", {}, title);
  WriteTimelineSection(html, {title, {&series}, false}, rows, context);
}

void WritePossiblySame(HtmlWriter& html, const v1::GetTimelineResponse& timeline,
                       const PageContext& context) {
  if (timeline.possibly_same().empty()) return;
  html.Leaf("h2", {}, context.labels("possibly_same")).Open("ul", {{"class", "chips"}});
  for (const v1::EntityRef& ref : timeline.possibly_same()) {
    html.Open("li");
    WriteEntity(html, ref, context);
    html.Close();
  }
  html.Close();
}

}  // namespace

std::string TimelinePage(const v1::GetTimelineResponse& timeline,
                         const std::vector<std::string>& subjects, const std::string& property,
                         const PageContext& context) {
  const Labels& labels = context.labels;
  const std::string title =
      absl::StrCat(absl::StrJoin(subjects, "、"), " · ",
                   property.empty() ? std::string(labels("events")) : property);
  HtmlWriter html;
  OpenPage(html, context, "timeline", title);
  html.Open("main").Leaf("p", {{"class", "type"}}, labels("timeline")).Leaf("h1", {}, title);
  if (timeline.series().empty()) html.Leaf("p", {}, labels("nothing_dated"));
  FactRows rows(context);
  if (property.empty() && !timeline.series().empty()) {
    std::vector<const v1::TimelineSeries*> all;
    for (const v1::TimelineSeries& series : timeline.series()) all.push_back(&series);
    WriteTimelineSection(html, {title, all, true}, rows, context);
  } else {
    for (const v1::TimelineSeries& series : timeline.series()) {
      WriteSeries(html, series, rows, context);
    }
  }
  WritePossiblySame(html, timeline, context);
  html.Close();
  return ClosePage(html, context);
}

}  // namespace yinzheng::cli::pages
