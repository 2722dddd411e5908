// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/read_text.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct QuoteOptions {
  std::string text;
  std::string speaker;
};

std::string VerdictText(const v1::QuoteResult& result) {
  return v1::QuoteVerdict_Name(result.verdict()).substr(sizeof("QUOTE_VERDICT_") - 1);
}

void PrintResult(const v1::QuoteResult& result, const Style& style, std::ostream& out) {
  out << style.Heading(VerdictText(result)) << "\n";
  for (const std::string& difference : result.differences()) {
    out << "  " << style.Warn(difference) << "\n";
  }
  for (const v1::Citation& citation : result.citations()) PrintCitation(citation, style, out);
}

Table ResultTable(const v1::QuoteResult& result) {
  Table table{{"verdict", "quote", "speaker", "source", "place"}, {}};
  for (const v1::Citation& citation : result.citations()) {
    table.rows.push_back({VerdictText(result), Unwrap(citation.quote()),
                          citation.attribution().speaker().display_name(), SourceText(citation),
                          PlaceText(citation.source())});
  }
  if (table.rows.empty()) table.rows.push_back({VerdictText(result), "", "", "", ""});
  return table;
}

absl::Status Run(Session& session, const client::Client& client, const QuoteOptions& options) {
  const absl::StatusOr<std::string> text = ReadTextArgument(options.text);
  if (!text.ok()) return text.status();
  v1::VerifyQuotesRequest request;
  v1::QuoteToVerify& quote = *request.add_quotes();
  quote.set_text(*text);
  quote.set_speaker(options.speaker);
  const absl::StatusOr<v1::VerifyQuotesResponse> response = client.VerifyQuotes(request);
  if (!response.ok()) return response.status();
  if (response->results().empty()) return absl::InternalError("verify quote: no result came back");
  const v1::QuoteResult& result = response->results(0);
  session.Print(*response,
                {.text = [&](std::ostream& out) { PrintResult(result, session.style(), out); },
                 .table = [&] { return ResultTable(result); }},
                result.verdict() == v1::QUOTE_VERDICT_NOT_FOUND);
  return absl::OkStatus();
}

void Declare(CLI::App& command, QuoteOptions& options) {
  command.add_option("text", options.text, "The quoted words, @FILE, or - for standard input")
      ->required();
  command.add_option("--speaker", options.speaker, "Who is said to have said it");
}

}  // namespace

void AddQuoteCommand(CLI::App& app, Session& session) {
  AddCommand<QuoteOptions>(app, session, "quote", "Verify that a quotation is in the record",
                           Declare, Run);
}

}  // namespace yinzheng::cli
