// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/render.h"
#include "clients/cli/resolve_entity.h"

namespace yinzheng::cli {
namespace {

struct FactsOptions {
  std::string subject;
  std::vector<std::string> kinds;
  v1::SearchFactsRequest request;
};

void PrintFacts(const v1::SearchFactsResponse& response, const Style& style, std::ostream& out) {
  for (const v1::Fact& fact : response.facts()) PrintFact(fact, style, out);
  out << style.Dim(absl::StrCat(response.total_size(), " facts")) << "\n";
  if (!response.next_page_token().empty()) {
    out << style.Dim("next page: --page-token " + response.next_page_token()) << "\n";
  }
}

absl::StatusOr<v1::SearchFactsRequest> MakeRequest(Session& session, const client::Client& client,
                                                   const FactsOptions& options) {
  v1::SearchFactsRequest request = options.request;
  if (!options.subject.empty()) {
    const absl::StatusOr<v1::EntityRef> entity = ResolveEntity(session, client, options.subject);
    if (absl::IsNotFound(entity.status())) {
      // Not all that facts are about are entities: 试点单位, 土建工程.
      session.Note(absl::StrCat(entity.status().message(), "; searched as words"));
      request.set_query(absl::StrCat(options.subject, " ", request.query()));
    } else if (!entity.ok()) {
      return entity.status();
    } else {
      request.set_subject(entity->entity());
    }
  }
  for (const std::string& name : options.kinds) {
    v1::FactKind kind;
    if (!v1::FactKind_Parse(absl::StrCat("FACT_KIND_", absl::AsciiStrToUpper(name)), &kind)) {
      return absl::InvalidArgumentError(
          absl::StrCat("read --kind ", name,
                       ": expected quantity, date, rank, relation, attribute or quotation"));
    }
    request.add_kinds(kind);
  }
  return request;
}

absl::Status Run(Session& session, const client::Client& client, const FactsOptions& options) {
  const absl::StatusOr<v1::SearchFactsRequest> request = MakeRequest(session, client, options);
  if (!request.ok()) return request.status();
  const absl::StatusOr<v1::SearchFactsResponse> response = client.SearchFacts(*request);
  if (!response.ok()) return response.status();
  for (const v1::Warning& warning : response->warnings()) session.Note(warning.message());
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
