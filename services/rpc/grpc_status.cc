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

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const bool ours =
      status.code() == absl::StatusCode::kInternal || status.code() == absl::StatusCode::kUnknown;
  const absl::Status shown = ours ? HideInternals(status) : status;

  google::rpc::Status details;
  details.set_code(static_cast<int>(shown.code()));
  details.set_message(CutAtCharacter(base::StdView(shown.message()), kMaxMessageBytes));
  details.add_details()->PackFrom(ErrorInfoOf(shown));
  return grpc::Status(static_cast<grpc::StatusCode>(shown.code()), details.message(),
                      details.SerializeAsString());
}

}  // namespace yinzheng::services
