// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/resolve_entity.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace yinzheng::cli {
namespace {

absl::Status NothingFits(const std::string& text, const v1::LookupResult& result) {
  std::vector<std::string> nearest;
  for (const v1::EntityRef& ref : result.nearest()) nearest.push_back(ref.display_name());
  return absl::NotFoundError(absl::StrCat(
      "look up \"", text, "\": no entity has this name",
      nearest.empty() ? "" : absl::StrCat("; nearest: ", absl::StrJoin(nearest, ", "))));
}

}  // namespace

absl::StatusOr<v1::EntityRef> ResolveEntity(Session& session, const client::Client& client,
                                            const std::string& text) {
  v1::EntityRef ref;
  if (absl::StartsWith(text, "entities/")) {
    ref.set_entity(text);
    ref.set_display_name(text);
    return ref;
  }
  v1::LookupEntitiesRequest request;
  (*request.mutable_queries())["name"].set_name(text);
  const absl::StatusOr<v1::LookupEntitiesResponse> response = client.LookupEntities(request);
  if (!response.ok()) return response.status();
  const auto found = response->results().find("name");
  if (found == response->results().end() || found->second.candidates().empty()) {
    return NothingFits(text,
                       found == response->results().end() ? v1::LookupResult() : found->second);
  }
  const v1::EntityCandidate& best = found->second.candidates(0);
  if (!best.match()) {
    std::vector<std::string> names;
    for (const v1::EntityCandidate& candidate : found->second.candidates()) {
      names.push_back(candidate.entity().display_name());
    }
    session.Note(absl::StrCat("\"", text, "\" may mean ", absl::StrJoin(names, ", "), "; taking ",
                              names.front()));
  }
  ref.set_entity(best.entity().name());
  ref.set_display_name(best.entity().display_name());
  return ref;
}

}  // namespace yinzheng::cli
