// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include <string>

#include "absl/strings/str_join.h"
#include "clients/cli/commands/commands.h"
#include "clients/cli/commands/search_results.h"
#include "clients/cli/render.h"

namespace yinzheng::cli {
namespace {

struct AskOptions {
  std::string question;
  std::string reference_date;
  int limit = 0;
  bool allow_partial = false;
};

void PrintNothingRecorded(const v1::AskResponse& response, std::ostream& out) {
  out << "No recorded fact answers this.\n";
  if (!response.recorded_properties().empty()) {
    out << "Recorded of " << response.entities(0).display_name() << "："
        << absl::StrJoin(response.recorded_properties(), "、") << "\n";
  }
}

// Whether an answer rests on the sentence; its fact then says more than it does.
bool IsCited(const v1::Citation& sentence, const v1::AskResponse& response) {
  for (const v1::Answer& answer : response.answers()) {
    for (const v1::Citation& citation : answer.fact().citations()) {
      if (citation.article() == sentence.article() &&
          citation.span().start() < sentence.span().end() &&
          sentence.span().start() < citation.span().end()) {
        return true;
      }
    }
  }
  return false;
}

void PrintSentences(const v1::AskResponse& response, const Style& style, std::ostream& out) {
  bool headed = false;
  for (const v1::AnswerSentence& sentence : response.sentences()) {
    if (IsCited(sentence.citation(), response)) continue;
    if (!headed) out << "\n" << style.Dim("sentences that may answer") << "\n";
    headed = true;
    PrintCitation(sentence.citation(), style, out);
  }
}

void PrintAnswer(const v1::AskResponse& response, const Style& style, std::ostream& out) {
  for (const v1::Answer& answer : response.answers()) PrintFact(answer.fact(), style, out);
  if (response.answers().empty()) PrintNothingRecorded(response, out);
  PrintSentences(response, style, out);
  if (!response.entities().empty()) out << "\n" << style.Dim("about") << "\n";
  for (const v1::Entity& entity : response.entities()) PrintEntity(entity, style, out);
  if (!response.results().empty()) out << "\n" << style.Dim("passages") << "\n";
  for (const v1::SearchResult& result : response.results()) PrintSearchResult(result, style, out);
}

Table AnswerTable(const v1::AskResponse& response) {
  google::protobuf::RepeatedPtrField<v1::Fact> facts;
  for (const v1::Answer& answer : response.answers()) *facts.Add() = answer.fact();
  return FactTable(facts);
}

absl::Status Run(Session& session, const client::Client& client, const AskOptions& options) {
  v1::AskRequest request;
  request.set_question(options.question);
  request.set_reference_date(options.reference_date);
  request.set_limit(options.limit);
  request.set_allow_partial_results(options.allow_partial);
  const absl::StatusOr<v1::AskResponse> response = client.Ask(request);
  if (!response.ok()) return response.status();
  for (const v1::Warning& warning : response->warnings()) session.Note(warning.message());
  session.Print(*response,
                {.text = [&](std::ostream& out) { PrintAnswer(*response, session.style(), out); },
                 .table = [&] { return AnswerTable(*response); }},
                response->answers().empty());
  return absl::OkStatus();
}

void Declare(CLI::App& command, AskOptions& options) {
  command.add_option("question", options.question, "A question in plain Chinese")->required();
  command.add_option("--date", options.reference_date, "Day that 去年 and 目前 are read against");
  command.add_option("--limit", options.limit, "Answers at most (default 5)");
  AddAllowPartial(command, options.allow_partial);
}

}  // namespace

void AddAskCommand(CLI::App& app, Session& session) {
  AddCommand<AskOptions>(app, session, "ask", "Answer a question with cited facts", Declare, Run);
}

}  // namespace yinzheng::cli
