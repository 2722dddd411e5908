// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// contract_client ADDRESS CASES_DIR GOLDEN_DIR: the contract suite with the C++ client against a
// running server. Closes with a line `N passed, N failed`.

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "clients/cpp/client.h"
#include "clients/cpp/text_slice.h"
#include "indexer/base/status_macros.h"
#include "tests/contract/contract_case.h"
#include "tests/contract/golden_resource.h"

namespace yinzheng::contract {
namespace {

class Report {
 public:
  void Add(const std::string& name, const absl::Status& status) {
    ++(status.ok() ? passed_ : failed_);
    if (!status.ok()) std::cout << "FAILED " << name << ": " << status.message() << '\n';
  }

  int Close() const {
    std::cout << passed_ << " passed, " << failed_ << " failed\n";
    return failed_ == 0 ? 0 : 1;
  }

 private:
  int passed_ = 0;
  int failed_ = 0;
};

absl::StatusOr<std::string> BodyOf(const client::Client& client, const std::string& article) {
  v1::GetArticleRequest request;
  request.set_name(article);
  request.set_view(v1::ARTICLE_VIEW_FULL);
  YZ_ASSIGN_OR_RETURN(const v1::GetArticleResponse response, client.GetArticle(request));
  return response.article().body();
}

absl::Status CheckSlice(const std::string& body, const v1::Citation& citation) {
  const std::string got(client::Slice(body, citation.span()));
  if (got == citation.quote()) return absl::OkStatus();
  return absl::FailedPreconditionError(
      absl::StrCat(citation.article(), " has ", got, ", the quote is ", citation.quote()));
}

// Cuts every citation of some facts out of its article and holds it against the quote.
absl::Status CheckSlices(const client::Client& client) {
  v1::SearchFactsRequest request;
  request.set_query("2024年");
  request.set_page_size(20);
  YZ_ASSIGN_OR_RETURN(const v1::SearchFactsResponse found, client.SearchFacts(request));
  std::map<std::string, std::string> bodies;
  for (const v1::Fact& fact : found.facts()) {
    for (const v1::Citation& citation : fact.citations()) {
      const auto [body, is_new] = bodies.try_emplace(citation.article());
      if (is_new) {
        YZ_ASSIGN_OR_RETURN(body->second, BodyOf(client, citation.article()));
      }
      YZ_RETURN_IF_ERROR(CheckSlice(body->second, citation));
    }
  }
  if (bodies.empty()) return absl::NotFoundError("no fact was found, so no citation was checked");
  return absl::OkStatus();
}

absl::Status RunSuite(const std::string& address, const std::string& cases_folder,
                      const std::string& golden_folder, Report& report) {
  const std::unique_ptr<client::Client> client = client::Client::Connect({.address = address});
  YZ_ASSIGN_OR_RETURN(const std::vector<Json> cases, ReadCases(cases_folder));
  for (const Json& test_case : cases) {
    report.Add(test_case.value("name", "a case without name"), RunCase(*client, test_case));
  }
  YZ_ASSIGN_OR_RETURN(const std::vector<GoldenResource> resources, ReadGolden(golden_folder));
  for (const GoldenResource& resource : resources) {
    const std::string name = absl::StrCat("golden ", resource.name, ": ");
    report.Add(name + "bytes to JSON", CheckBytesToJson(resource));
    report.Add(name + "JSON to bytes", CheckJsonToBytes(resource));
    report.Add(name + "unknown fields are kept", CheckUnknownFields(resource));
  }
  report.Add("citations are slices of their articles", CheckSlices(*client));
  return absl::OkStatus();
}

}  // namespace
}  // namespace yinzheng::contract

// NOLINTNEXTLINE(bugprone-exception-escape): JSON throws where a case names itself by no text.
int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: contract_client ADDRESS CASES_DIR GOLDEN_DIR\n";
    return 2;
  }
  yinzheng::contract::Report report;
  const absl::Status status = yinzheng::contract::RunSuite(argv[1], argv[2], argv[3], report);
  if (!status.ok()) {
    std::cerr << "contract_client: " << status.message() << '\n';
    return 2;
  }
  return report.Close();
}
