// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/index/index_handler.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "indexer/base/status_macros.h"
#include "services/record/snapshot_access.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

google::protobuf::Timestamp ToTimestamp(absl::Time time) {
  google::protobuf::Timestamp timestamp;
  const absl::Duration since = time - absl::UnixEpoch();
  const int64_t seconds = absl::ToInt64Seconds(absl::Floor(since, absl::Seconds(1)));
  timestamp.set_seconds(seconds);
  timestamp.set_nanos(
      static_cast<int32_t>(absl::ToInt64Nanoseconds(since - absl::Seconds(seconds))));
  return timestamp;
}

// Whether CURRENT names the generation of `id`, as the directory says now.
bool IsCurrent(const std::vector<v1::GenerationInfo>& generations, const std::string& id) {
  for (const v1::GenerationInfo& info : generations) {
    if (info.generation().id() == id) return info.current();
  }
  return false;
}

// An index that is not there at all cannot be reloaded: the contract's codes for that are two.
absl::Status AsReloadError(const absl::Status& status) {
  if (status.code() != absl::StatusCode::kNotFound) return status;
  return MakeError(absl::StatusCode::kFailedPrecondition, v1::ERROR_REASON_INDEX_NOT_READY,
                   absl::StrCat("reload index: ", status.message()), {});
}

}  // namespace

absl::StatusOr<v1::GetIndexStatusResponse> IndexHandler::GetIndexStatus(
    const RequestContext& /*context*/, const v1::GetIndexStatusRequest& /*request*/) const {
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::GetIndexStatusResponse response;
  *response.mutable_info() = snapshot->Info();
  // What is served stays served even if the directory cannot be listed; only CURRENT is unknown.
  if (const auto listed = index_.List(); listed.ok()) {
    response.mutable_info()->set_current(IsCurrent(*listed, snapshot->generation()));
  }
  for (const store::ShardState& shard : snapshot->Shards()) {
    v1::ShardStatus& status = *response.add_shards();
    status.set_name(shard.name);
    status.set_reachable(shard.problem.empty());
    status.set_problem(shard.problem);
  }
  response.set_server_version(server_version_);
  *response.mutable_opened() = ToTimestamp(snapshot->opened());
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::ReloadIndexResponse> IndexHandler::ReloadIndex(
    const RequestContext& /*context*/, const v1::ReloadIndexRequest& /*request*/) const {
  const absl::StatusOr<bool> changed = index_.Poll();
  if (!changed.ok()) return AsReloadError(changed.status());
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  v1::ReloadIndexResponse response;
  *response.mutable_info() = snapshot->Info();
  response.mutable_info()->set_current(true);
  response.set_changed(*changed);
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

absl::StatusOr<v1::ListGenerationsResponse> IndexHandler::ListGenerations(
    const RequestContext& /*context*/, const v1::ListGenerationsRequest& /*request*/) const {
  YZ_ASSIGN_OR_RETURN(const Snapshot snapshot, AcquireSnapshot(index_));
  YZ_ASSIGN_OR_RETURN(const std::vector<v1::GenerationInfo> generations, index_.List());
  v1::ListGenerationsResponse response;
  for (const v1::GenerationInfo& info : generations) *response.add_generations() = info;
  *response.mutable_generation() = StampOf(*snapshot);
  return response;
}

}  // namespace yinzheng::services
