// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_fault.h"

#include <algorithm>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/rpc/error_details.pb.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::store {
namespace {

constexpr char kErrorInfoUrl[] = "type.googleapis.com/google.rpc.ErrorInfo";

}  // namespace

void MissingShards::Add(const std::string& name) {
  const auto place = std::lower_bound(names_.begin(), names_.end(), name);
  if (place == names_.end() || *place != name) names_.insert(place, name);
}

absl::Status ShardsUnavailable(const std::vector<std::string>& names, std::string_view why) {
  const std::string listed = absl::StrJoin(names, ", ");
  absl::Status status = absl::UnavailableError(
      absl::StrCat("ask the shards ", listed, ": not reached (", base::AbslView(why),
                   "); try again, or allow partial results where the request can"));
  google::rpc::ErrorInfo info;
  info.set_reason("SHARD_UNAVAILABLE");
  info.set_domain("yinzheng");
  (*info.mutable_metadata())["shards"] = listed;
  status.SetPayload(kErrorInfoUrl, absl::Cord(info.SerializeAsString()));
  return status;
}

}  // namespace yinzheng::store
