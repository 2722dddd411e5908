// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"
#include "clients/cli/terminal_size.h"
#include "clients/cli/timeline_plot.h"

namespace yinzheng::cli {
namespace {

struct TimelineOptions {
  std::vector<std::string> subjects;
  std::string property;
  bool latest = false;
  bool no_plot = false;
};

std::string GroupTime(const v1::TimelineGroup& group) {
  return group.has_time() ? group.time().edtf() : "undated";
}

void PrintGroup(const v1::TimelineGroup& group, const char* mark, const Style& style,
                std::ostream& out) {
  out << "  " << mark << " " << GroupTime(group);
  if (group.conflicting()) out << "  " << style.Warn("conflict");
  out << "\n";
  for (const v1::Fact& fact : group.facts()) {
    out << "    ";
    PrintFact(fact, style, out);
  }
}

// With plots of at most `plot_width` columns.
void PrintTimeline(const v1::GetTimelineResponse& response, const Style& style, int plot_width,
                   std::ostream& out) {
  for (const v1::TimelineSeries& series : response.series()) {
    out << style.Heading(series.subject().display_name());
    if (!series.property().empty()) out << " · " << series.property();
    if (!series.unit().empty()) out << "（" << series.unit() << "）";
    out << "\n";
    for (const std::string& line : PlotTimeline(series, plot_width)) out << line << "\n";
    for (const v1::TimelineGroup& group : series.groups()) PrintGroup(group, "●", style, out);
    for (const v1::TimelineGroup& group : series.plans()) PrintGroup(group, "○ plan", style, out);
  }
  if (response.series().empty()) out << "Nothing dated is recorded.\n";
  std::vector<std::string> others;
  for (const v1::EntityRef& ref : response.possibly_same()) others.push_back(ref.display_name());
  if (others.empty()) return;
  out << style.Dim("possibly the same or a part: " + absl::StrJoin(others, "、")) << "\n";
}

void AddRows(const v1::TimelineSeries& series, const v1::TimelineGroup& group, const char* state,
             Table& table) {
  for (const v1::Fact& fact : group.facts()) {
    table.rows.push_back({GroupTime(group), series.subject().display_name(), fact.property(),
                          ValueText(fact), group.conflicting() ? "conflict" : state,
                          fact.citations_size() > 0 ? SourceText(fact.citations(0)) : "",
                          fact.name()});
  }
}

Table TimelineTable(const v1::GetTimelineResponse& response) {
  Table table{{"time", "subject", "property", "value", "state", "source", "fact"}, {}};
  for (const v1::TimelineSeries& series : response.series()) {
    for (const v1::TimelineGroup& group : series.groups()) AddRows(series, group, "fact", table);
    for (const v1::TimelineGroup& group : series.plans()) AddRows(series, group, "plan", table);
  }
  return table;
}

absl::Status Run(Session& session, const client::Client& client, const TimelineOptions& options) {
  v1::GetTimelineRequest request;
  for (const std::string& name : options.subjects) {
    const absl::StatusOr<v1::EntityRef> subject = ResolveEntity(session, client, name);
    if (!subject.ok()) return subject.status();
    request.add_subjects(subject->entity());
  }
  request.set_property(options.property);
  request.set_latest_only(options.latest);
  const absl::StatusOr<v1::GetTimelineResponse> response = client.GetTimeline(request);
  if (!response.ok()) return response.status();
  const int plot_width = options.no_plot ? 0 : TerminalWidth();
  session.Print(
      *response,
      {.text =
           [&](std::ostream& out) { PrintTimeline(*response, session.style(), plot_width, out); },
       .table = [&] { return TimelineTable(*response); }},
      response->series().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, TimelineOptions& options) {
  command.add_option("subject", options.subjects, "One or more names or entities/…")->required();
  command.add_option("--property", options.property,
                     "Property to follow; without it all dated events");
  command.add_flag("--latest", options.latest, "Only the latest of each property");
  command.add_flag("--no-plot", options.no_plot, "Only the list, without the plots of text output");
}

}  // namespace

void AddTimelineCommand(CLI::App& app, Session& session) {
  AddCommand<TimelineOptions>(app, session, "timeline", "Follow a property, or events, over time",
                              Declare, Run);
}

}  // namespace yinzheng::cli
