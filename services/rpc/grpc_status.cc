// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/rpc/grpc_status.h"

#include <atomic>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/logging.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

constexpr size_t kMaxMessageBytes = 1024;

// Unique enough to find a line in a log.
std::string NewErrorId() {
  static std::atomic<uint64_t> counter{0};
  return base::Sha256Hex(absl::StrCat(absl::ToUnixNanos(absl::Now()), ":", ++counter))
      .substr(0, 12);
}

// What the caller may see of a fault of ours; the log gets the rest.
absl::Status HideInternals(const absl::Status& status) {
  const std::string id = NewErrorId();
  base::LogError("internal error", {{"error_id", id}, {"status", status.ToString()}});
  return MakeError(status.code(), v1::ERROR_REASON_INTERNAL,
                   absl::StrCat("answer request: a fault of the service; its log has error ", id),
                   {{"error_id", id}});
}

// When a call that was refused for want of room is worth another try. Half a second is many times
// what an answer takes; a caller with too much of its own running is free as soon as one ends.
absl::Duration RetryDelay(absl::StatusCode code, const google::rpc::ErrorInfo& info) {
  if (info.reason() == "OVERLOADED") return absl::Milliseconds(500);
  if (info.reason() == "TOO_MANY_REQUESTS") return absl::Milliseconds(100);
  if (info.reason() == "INDEX_NOT_READY" && code == absl::StatusCode::kUnavailable) {
    return absl::Seconds(1);
  }
  if (info.reason() == "SHARD_UNAVAILABLE") return absl::Seconds(1);
  return absl::ZeroDuration();
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const bool ours =
      status.code() == absl::StatusCode::kInternal || status.code() == absl::StatusCode::kUnknown;
  const absl::Status shown = ours ? HideInternals(status) : status;

  google::rpc::Status details;
  details.set_code(static_cast<int>(shown.code()));
  details.set_message(CutAtCharacter(base::StdView(shown.message()), kMaxMessageBytes));
  const google::rpc::ErrorInfo info = ErrorInfoOf(shown);
  details.add_details()->PackFrom(info);
  if (const absl::Duration delay = RetryDelay(shown.code(), info); delay > absl::ZeroDuration()) {
    google::rpc::RetryInfo retry;
    retry.mutable_retry_delay()->set_seconds(absl::ToInt64Seconds(delay));
    retry.mutable_retry_delay()->set_nanos(
        static_cast<int32_t>(absl::ToInt64Nanoseconds(delay % absl::Seconds(1))));
    details.add_details()->PackFrom(retry);
  }
  return grpc::Status(static_cast<grpc::StatusCode>(shown.code()), details.message(),
                      details.SerializeAsString());
}

}  // namespace yinzheng::services
