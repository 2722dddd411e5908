// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CPP_RPC_STATUS_H_
#define YINZHENG_CLIENTS_CPP_RPC_STATUS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/types/optional.h"
#include "google/rpc/error_details.pb.h"
#include "grpcpp/support/status.h"

namespace yinzheng::client {

// Turns what a call returned into an absl::Status with the same code and message. The
// google.rpc.ErrorInfo that every error of the service carries is kept as payload.
absl::Status FromGrpcStatus(const grpc::Status& status);

// The ErrorInfo of a status made by FromGrpcStatus; nullopt where the error did not come from the
// service (no connection, a proxy).
absl::optional<google::rpc::ErrorInfo> GetErrorInfo(const absl::Status& status);

// An error as the service would give it, for tests: GetErrorInfo() of it has that reason (a name of
// ErrorReason without ERROR_REASON_) and the domain `yinzheng`.
absl::Status ErrorWithReason(absl::StatusCode code, const std::string& reason,
                             const std::string& message);

}  // namespace yinzheng::client

#endif  // YINZHENG_CLIENTS_CPP_RPC_STATUS_H_
