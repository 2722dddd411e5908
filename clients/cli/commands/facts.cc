// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct FactsOptions {
  std::string subject;
  std::vector<std::string> kinds;
  std::vector<std::string> facets;
  bool allow_partial = false;
  v1::SearchFactsRequest request;
};

void PrintFacet(const v1::FactFacet& facet, std::ostream& out) {
  out << "by " << ShortEnum(v1::FactFacetField_Name(facet.field()), "FACT_FACET_FIELD_") << ":";
  for (const v1::FactFacetCount& count : facet.counts()) {
    out << "  " << Unwrap(count.display_name()) << " " << count.count();
  }
  out << (facet.counts().empty() ? "  none\n" : "\n");
}

void PrintFacts(const v1::SearchFactsResponse& response, const Style& style, std::ostream& out) {
  for (const v1::Fact& fact : response.facts()) PrintFact(fact, style, out);
  for (const v1::FactFacet& facet : response.facets()) PrintFacet(facet, out);
  out << style.Dim(absl::StrCat(response.total_size(), " facts")) << "\n";
  if (!response.next_page_token().empty()) {
    out << style.Dim("next page: --page-token " + response.next_page_token()) << "\n";
  }
}

// The request without its subject.
absl::StatusOr<v1::SearchFactsRequest> MakeRequest(const FactsOptions& options) {
  v1::SearchFactsRequest request = options.request;
  request.set_allow_partial_results(options.allow_partial);
  for (const std::string& name : options.kinds) {
    v1::FactKind kind;
    if (!v1::FactKind_Parse(absl::StrCat("FACT_KIND_", absl::AsciiStrToUpper(name)), &kind)) {
      return absl::InvalidArgumentError(
          absl::StrCat("read --kind ", name,
                       ": expected quantity, date, rank, relation, attribute or quotation"));
    }
    request.add_kinds(kind);
  }
  for (const std::string& name : options.facets) {
    v1::FactFacetField field;
    if (!v1::FactFacetField_Parse(absl::StrCat("FACT_FACET_FIELD_", absl::AsciiStrToUpper(name)),
                                  &field)) {
      return absl::InvalidArgumentError(
          absl::StrCat("read --facet ", name,
                       ": expected subject, property, kind, unit, article, speaker, year, "
                       "modality or origin"));
    }
    request.add_facets(field);
  }
  return request;
}

// Facts that name `subject`, for subjects that are no entities (试点单位, 土建工程): of the page of
// facts that its words find, those that print it. Nothing is counted: that would count the others
// too.
absl::StatusOr<v1::SearchFactsResponse> SearchByName(const client::Client& client,
                                                     const std::string& subject,
                                                     v1::SearchFactsRequest request) {
  request.set_query(absl::StrCat(subject, " ", request.query()));
  request.clear_facets();
  const absl::StatusOr<v1::SearchFactsResponse> found = client.SearchFacts(request);
  if (!found.ok()) return found.status();
  v1::SearchFactsResponse named = *found;
  named.clear_facts();
  named.clear_next_page_token();
  for (const v1::Fact& fact : found->facts()) {
    const bool prints =
        absl::StrContains(fact.subject().display_name(), subject) ||
        std::any_of(fact.citations().begin(), fact.citations().end(), [&](const auto& citation) {
          return absl::StrContains(citation.quote(), subject);
        });
    if (prints) *named.add_facts() = fact;
  }
  named.set_total_size(named.facts_size());
  return named;
}

absl::StatusOr<v1::SearchFactsResponse> Search(Session& session, const client::Client& client,
                                               const FactsOptions& options) {
  absl::StatusOr<v1::SearchFactsRequest> request = MakeRequest(options);
  if (!request.ok()) return request.status();
  if (options.subject.empty()) return client.SearchFacts(*request);
  const absl::StatusOr<v1::EntityRef> entity = ResolveEntity(session, client, options.subject);
  if (entity.ok()) {
    request->set_subject(entity->entity());
    return client.SearchFacts(*request);
  }
  if (!absl::IsNotFound(entity.status())) return entity.status();
  absl::StatusOr<v1::SearchFactsResponse> named =
      SearchByName(client, options.subject, *std::move(request));
  if (!named.ok() || named->facts().empty()) return entity.status();
  session.Note(absl::StrCat(entity.status().message(), "; these facts print it",
                            options.facets.empty() ? "" : ", and are not counted by --facet"));
  return named;
}

absl::Status Run(Session& session, const client::Client& client, const FactsOptions& options) {
  const absl::StatusOr<v1::SearchFactsResponse> response = Search(session, client, options);
  if (!response.ok()) return response.status();
  for (const v1::Warning& warning : response->warnings()) session.Note(warning.message());
  const std::string& format = session.options().output;
  if (!response->facets().empty() && (format == "table" || format == "csv")) {
    session.Note("the counts of --facet are in --output text and json only");
  }
  session.Print(*response,
                {.text = [&](std::ostream& out) { PrintFacts(*response, session.style(), out); },
                 .table = [&] { return FactTable(response->facts()); }},
                response->facts().empty());
  return absl::OkStatus();
}

// A flag that sets a string field of the request.
void AddText(CLI::App& command, const char* flag, const char* description,
             v1::SearchFactsRequest& request,
             void (v1::SearchFactsRequest::*set)(const std::string&)) {
  command.add_option_function<std::string>(
      flag, [&request, set](const std::string& value) { (request.*set)(value); }, description);
}

void Declare(CLI::App& command, FactsOptions& options) {
  using Request = v1::SearchFactsRequest;
  Request& request = options.request;
  command.add_option("subject", options.subject, "A name or entities/…; without it any subject");
  AddText(command, "--text", "Words in subject, property, value or quotation", request,
          &Request::set_query<const std::string&>);
  AddText(command, "--property", "Property or words of one, e.g. 总面积", request,
          &Request::set_property<const std::string&>);
  command.add_option("--kind", options.kinds,
                     "quantity, date, rank, relation, attribute, quotation");
  command.add_option("--facet", options.facets,
                     "Count by subject, property, kind, unit, article, speaker, year, modality or "
                     "origin; may be repeated");
  AddText(command, "--article", "Only cited from this articles/…", request,
          &Request::set_article<const std::string&>);
  AddText(command, "--speaker", "Name or entities/… of the speaker", request,
          &Request::set_speaker<const std::string&>);
  AddText(command, "--min", "Smallest amount", request,
          &Request::set_min_amount<const std::string&>);
  AddText(command, "--max", "Largest amount", request,
          &Request::set_max_amount<const std::string&>);
  AddText(command, "--unit", "Unit, e.g. 家", request, &Request::set_unit<const std::string&>);
  AddText(command, "--from", "Not before this day", request,
          &Request::set_earliest<const std::string&>);
  AddText(command, "--to", "Not after this day", request, &Request::set_latest<const std::string&>);
  AddText(command, "--filter", "AIP-160 filter", request, &Request::set_filter<const std::string&>);
  AddAllowPartial(command, options.allow_partial);
  AddText(command, "--page-token", "Token of the next page", request,
          &Request::set_page_token<const std::string&>);
  command.add_option_function<int>(
      "--limit", [&request](int limit) { request.set_page_size(limit); },
      "Facts a page (default 20)");
}

}  // namespace

void AddFactsCommand(CLI::App& app, Session& session) {
  AddCommand<FactsOptions>(app, session, "facts", "Find facts, each with the words that prove it",
                           Declare, Run);
}

}  // namespace yinzheng::cli
