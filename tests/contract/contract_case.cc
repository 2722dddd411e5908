// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/contract/contract_case.h"

#include <map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "clients/cpp/rpc_status.h"
#include "indexer/base/status_macros.h"
#include "tests/contract/client_methods.h"
#include "tests/contract/json_files.h"

namespace yinzheng::contract {
namespace {

// What the first steps of a case took, by name with `${` and `}` around it.
using Variables = std::map<std::string, std::string>;

// Puts values in place of their names in every string; keys stay.
Json Fill(Json json, const Variables& variables) {
  if (json.is_string()) return absl::StrReplaceAll(json.get_ref<std::string&>(), variables);
  if (json.is_structured()) {
    for (Json& inner : json) inner = Fill(std::move(inner), variables);
  }
  return json;
}

// The value of `key`, or an empty object: steps and expectations may leave fields out.
Json FieldOf(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? Json::object() : *found;
}

std::string TextOf(const Json& object, const char* key) {
  const Json field = FieldOf(object, key);
  return field.is_string() ? field.get<std::string>() : "";
}

absl::StatusOr<Json> Send(const client::Client& client, const Json& call,
                          const Variables& variables) {
  const Json request = Fill(FieldOf(call, "request"), variables);
  YZ_ASSIGN_OR_RETURN(const std::string response,
                      CallMethod(client, TextOf(call, "method"), request.dump()));
  return ParseJson(response, "response");
}

absl::StatusOr<Variables> TakeVariables(const client::Client& client, const Json& test_case) {
  Variables variables;
  for (const Json& step : FieldOf(test_case, "first")) {
    YZ_ASSIGN_OR_RETURN(const Json response, Send(client, step, variables));
    const Json take = FieldOf(step, "take");
    for (const auto& [name, path] : take.items()) {
      YZ_ASSIGN_OR_RETURN(const std::string value, TextAt(response, path.get<std::string>()));
      variables[absl::StrCat("${", name, "}")] = value;
    }
  }
  return variables;
}

absl::Status JudgeError(const absl::Status& error, const Json& expect) {
  const auto info = client::GetErrorInfo(error);
  Json got = {{"code", absl::StatusCodeToString(error.code())}, {"metadata", Json::object()}};
  if (info.has_value()) {
    got["reason"] = info->reason();
    for (const auto& [key, value] : info->metadata()) got["metadata"][key] = value;
  }
  absl::Status matched = Match(got, expect, "error");
  if (matched.ok()) return matched;
  return absl::FailedPreconditionError(absl::StrCat(matched.message(), " (", error.message(), ")"));
}

}  // namespace

absl::StatusOr<std::vector<Json>> ReadCases(const std::string& folder) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> files, JsonFilesOf(folder));
  std::vector<Json> cases;
  for (const std::string& file : files) {
    YZ_ASSIGN_OR_RETURN(const std::string text, ReadWhole(file));
    YZ_ASSIGN_OR_RETURN(const Json list, ParseJson(text, file));
    for (const Json& test_case : list) {
      if (!test_case.is_object()) {
        return absl::InvalidArgumentError(absl::StrCat(file, " is no list of cases"));
      }
      cases.push_back(test_case);
    }
  }
  return cases;
}

absl::Status RunCase(const client::Client& client, const Json& test_case) {
  const absl::StatusOr<Variables> variables = TakeVariables(client, test_case);
  if (!variables.ok()) {
    return absl::FailedPreconditionError(absl::StrCat("first: ", variables.status().message()));
  }
  const absl::StatusOr<Json> response = Send(client, test_case, *variables);
  const Json expect = Fill(FieldOf(test_case, "expect"), *variables);
  if (!response.ok() || TextOf(expect, "code") != "OK") {
    return JudgeError(response.status(), expect);
  }
  return Match(*response, FieldOf(expect, "response"), "response");
}

}  // namespace yinzheng::contract
