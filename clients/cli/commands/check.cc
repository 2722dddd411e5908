// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/read_text.h"
#include "clients/cli/render.h"
#include "clients/cpp/text_slice.h"

namespace yinzheng::cli {
namespace {

struct CheckOptions {
  std::string text;
  std::string reference_date;
};

std::string VerdictText(const v1::Assertion& assertion) {
  std::string text = v1::Verdict_Name(assertion.verdict()).substr(sizeof("VERDICT_") - 1);
  if (assertion.reason() != v1::VERDICT_REASON_UNSPECIFIED) {
    text += " (" + ShortEnum(v1::VerdictReason_Name(assertion.reason()), "VERDICT_REASON_") + ")";
  }
  return text;
}

void PrintAssertions(const v1::CheckClaimResponse& response, const std::string& text,
                     const Style& style, std::ostream& out) {
  for (const v1::Assertion& assertion : response.assertions()) {
    const std::string verdict = VerdictText(assertion);
    const bool wrong = assertion.verdict() == v1::VERDICT_CONTRADICTED;
    out << (wrong ? style.Warn(verdict) : style.Heading(verdict)) << "  "
        << Unwrap(std::string(client::Slice(text, assertion.span()))) << "\n";
    const v1::Fact& reading = assertion.reading();
    out << "  read as " << reading.subject().display_name() << " · " << reading.property() << "："
        << ValueText(reading) << "\n";
    if (!assertion.explanation().empty()) out << "  " << assertion.explanation() << "\n";
    for (const v1::Fact& fact : assertion.facts()) {
      out << "  ";
      PrintFact(fact, style, out);
    }
  }
  if (response.assertions().empty()) out << "The text asserts nothing that can be checked.\n";
}

Table AssertionTable(const v1::CheckClaimResponse& response, const std::string& text) {
  Table table{{"verdict", "assertion", "explanation", "fact"}, {}};
  for (const v1::Assertion& assertion : response.assertions()) {
    table.rows.push_back(
        {VerdictText(assertion), std::string(client::Slice(text, assertion.span())),
         assertion.explanation(), assertion.facts().empty() ? "" : assertion.facts(0).name()});
  }
  return table;
}

absl::Status Run(Session& session, const client::Client& client, const CheckOptions& options) {
  const absl::StatusOr<std::string> text = ReadTextArgument(options.text);
  if (!text.ok()) return text.status();
  v1::CheckClaimRequest request;
  request.set_text(*text);
  request.set_reference_date(options.reference_date);
  const absl::StatusOr<v1::CheckClaimResponse> response = client.CheckClaim(request);
  if (!response.ok()) return response.status();
  for (const v1::Warning& warning : response->warnings()) session.Note(warning.message());
  session.Print(
      *response,
      {.text = [&](std::ostream& out) { PrintAssertions(*response, *text, session.style(), out); },
       .table = [&] { return AssertionTable(*response, *text); }});
  return absl::OkStatus();
}

void Declare(CLI::App& command, CheckOptions& options) {
  command.add_option("text", options.text, "A sentence, @FILE, or - for standard input")
      ->required();
  command.add_option("--date", options.reference_date, "Day that 去年 and 目前 are read against");
}

}  // namespace

void AddCheckCommand(CLI::App& app, Session& session) {
  AddCommand<CheckOptions>(app, session, "check", "Check a sentence or a draft against the record",
                           Declare, Run);
}

}  // namespace yinzheng::cli
