// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_GRPC_STATUS_H_
#define YINZHENG_SERVICES_RPC_GRPC_STATUS_H_

#include "absl/status/status.h"
#include "grpcpp/support/status.h"

namespace yinzheng::services {

// The one bridge from absl::Status to gRPC. Codes are equal by number; the message is cut at 1,024
// bytes on a character boundary; the details hold a google.rpc.Status with the ErrorInfo (AIP-193),
// and a RetryInfo where waiting helps.
// Internal and unknown errors keep their message to the server's log: the caller gets an id that
// stands there.
grpc::Status ToGrpcStatus(const absl::Status& status);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RPC_GRPC_STATUS_H_
