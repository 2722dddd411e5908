// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/contract/client_methods.h"

#include <functional>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::contract {
namespace {

using client::Client;
using Method = std::function<absl::StatusOr<std::string>(const Client&, const std::string&)>;

template <typename Request, typename Response>
Method Of(absl::StatusOr<Response> (Client::*function)(const Request&) const) {
  return [function](const Client& client, const std::string& json) -> absl::StatusOr<std::string> {
    Request request;
    const auto read = google::protobuf::util::JsonStringToMessage(json, &request);
    if (!read.ok()) {
      return absl::InvalidArgumentError(absl::StrCat("read ", json, ": ", read.ToString()));
    }
    YZ_ASSIGN_OR_RETURN(const Response response, (client.*function)(request));
    std::string text;
    const auto written = google::protobuf::util::MessageToJsonString(response, &text);
    if (!written.ok()) return absl::InternalError(written.ToString());
    return text;
  };
}

const absl::flat_hash_map<std::string, Method>& Methods() {
  static const auto& methods = *new absl::flat_hash_map<std::string, Method>{
      {"SearchService/Search", Of(&Client::Search)},
      {"SearchService/Suggest", Of(&Client::Suggest)},
      {"SearchService/FindSimilarArticles", Of(&Client::FindSimilarArticles)},
      {"SearchService/Ask", Of(&Client::Ask)},
      {"ArticleService/GetArticle", Of(&Client::GetArticle)},
      {"ArticleService/BatchGetArticles", Of(&Client::BatchGetArticles)},
      {"ArticleService/ListArticles", Of(&Client::ListArticles)},
      {"ArticleService/BatchGetPassages", Of(&Client::BatchGetPassages)},
      {"EntityService/LookupEntities", Of(&Client::LookupEntities)},
      {"EntityService/GetEntity", Of(&Client::GetEntity)},
      {"EntityService/ListEntities", Of(&Client::ListEntities)},
      {"EntityService/ListMentions", Of(&Client::ListMentions)},
      {"EntityService/ListRelatedEntities", Of(&Client::ListRelatedEntities)},
      {"FactService/SearchFacts", Of(&Client::SearchFacts)},
      {"FactService/GetFact", Of(&Client::GetFact)},
      {"FactService/BatchGetFacts", Of(&Client::BatchGetFacts)},
      {"FactService/ListProperties", Of(&Client::ListProperties)},
      {"FactService/GetTimeline", Of(&Client::GetTimeline)},
      {"FactService/ListConflicts", Of(&Client::ListConflicts)},
      {"CheckService/CheckClaim", Of(&Client::CheckClaim)},
      {"CheckService/VerifyQuotes", Of(&Client::VerifyQuotes)},
      {"CheckService/AnalyzeText", Of(&Client::AnalyzeText)},
      {"IndexService/GetIndexStatus", Of(&Client::GetIndexStatus)},
      {"IndexService/ReloadIndex", Of(&Client::ReloadIndex)},
      {"IndexService/ListGenerations", Of(&Client::ListGenerations)},
  };
  return methods;
}

}  // namespace

absl::StatusOr<std::string> CallMethod(const Client& client, const std::string& method,
                                       const std::string& request) {
  constexpr std::string_view kPackage = "yinzheng.v1.";
  const auto found = method.starts_with(kPackage) ? Methods().find(method.substr(kPackage.size()))
                                                  : Methods().end();
  if (found == Methods().end()) {
    return absl::UnimplementedError(absl::StrCat("the client has no function for ", method));
  }
  return found->second(client, request);
}

}  // namespace yinzheng::contract
