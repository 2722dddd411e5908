// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/contract/json_match.h"

#include <cstddef>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::contract {
namespace {

absl::Status Mismatch(const std::string& got, const Json& want, const std::string& place) {
  return absl::FailedPreconditionError(
      absl::StrCat(place, " is ", got, ", expected ", want.dump()));
}

absl::Status MatchObject(const Json& got, const Json& want, const std::string& place) {
  for (const auto& [key, value] : want.items()) {
    const std::string inner = absl::StrCat(place, ".", key);
    const auto found = got.find(key);
    if (value.is_null()) {
      if (found != got.end()) return Mismatch(found->dump(), value, inner);
      continue;
    }
    if (found == got.end()) return Mismatch("missing", value, inner);
    YZ_RETURN_IF_ERROR(Match(*found, value, inner));
  }
  return absl::OkStatus();
}

absl::Status MatchList(const Json& got, const Json& want, const std::string& place) {
  if (got.size() < want.size()) return Mismatch(got.dump(), want, place);
  for (size_t i = 0; i < want.size(); ++i) {
    YZ_RETURN_IF_ERROR(Match(got[i], want[i], absl::StrCat(place, ".", i)));
  }
  return absl::OkStatus();
}

// The value under a key or index; null where there is none.
const Json* Inner(const Json& json, const std::string& part) {
  if (json.is_object()) {
    const auto found = json.find(part);
    return found == json.end() ? nullptr : &*found;
  }
  size_t index = 0;
  if (!json.is_array() || !absl::SimpleAtoi(part, &index) || index >= json.size()) return nullptr;
  return &json[index];
}

}  // namespace

absl::Status Match(const Json& got, const Json& want, const std::string& place) {
  if (want.is_object() && got.is_object()) return MatchObject(got, want, place);
  if (want.is_array() && got.is_array()) return MatchList(got, want, place);
  if (want.is_structured() || got != want) return Mismatch(got.dump(), want, place);
  return absl::OkStatus();
}

absl::StatusOr<std::string> TextAt(const Json& json, const std::string& path) {
  const Json* place = &json;
  const std::vector<std::string> parts = absl::StrSplit(path, '.');
  for (const std::string& part : parts) {
    place = Inner(*place, part);
    if (place == nullptr) return absl::NotFoundError(absl::StrCat("nothing at ", path));
  }
  if (!place->is_string()) return absl::NotFoundError(absl::StrCat("no text at ", path));
  return place->get<std::string>();
}

}  // namespace yinzheng::contract
