// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

// quickstart [ADDRESS]: asks a question, looks up an entity and prints a fact with its citation.

#include <cstdlib>
#include <iostream>
#include <utility>

#include "yinzheng/client/client.h"

namespace v1 = yinzheng::v1;

// The response; without one the program ends with what went wrong.
template <typename Response>
Response OrExit(absl::StatusOr<Response> response) {
  if (response.ok()) return *std::move(response);
  std::cerr << response.status() << "\n";
  std::exit(1);
}

int main(int argc, char** argv) {
  const auto client =
      yinzheng::client::Client::Connect({.address = argc > 1 ? argv[1] : "127.0.0.1:50151"});

  v1::AskRequest question;
  question.set_question("量子院有多少全职科研人员？");
  const v1::AskResponse asked = OrExit(client->Ask(question));
  for (const v1::Answer& answer : asked.answers()) {
    std::cout << "answer: " << answer.fact().quantity().text() << "\n";
  }

  v1::LookupEntitiesRequest names;
  (*names.mutable_queries())["q"].set_name("量子院");
  const v1::LookupEntitiesResponse found = OrExit(client->LookupEntities(names));
  for (const v1::EntityCandidate& candidate : found.results().at("q").candidates()) {
    std::cout << "entity: " << candidate.entity().display_name() << " " << candidate.entity().name()
              << "\n";

    v1::SearchFactsRequest wanted;
    wanted.set_subject(candidate.entity().name());
    wanted.set_property("全职科研人员");
    const v1::SearchFactsResponse facts = OrExit(client->SearchFacts(wanted));
    for (const v1::Fact& fact : facts.facts()) {
      const v1::Citation& citation = fact.citations(0);
      std::cout << "fact: " << fact.property() << " " << fact.quantity().text() << "\n  「"
                << citation.quote() << "」 " << citation.outlet() << "《" << citation.title()
                << "》 " << citation.article() << "\n";
    }
  }
}
