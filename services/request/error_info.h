// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_ERROR_INFO_H_
#define YINZHENG_SERVICES_REQUEST_ERROR_INFO_H_

#include <map>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "google/rpc/error_details.pb.h"
#include "yinzheng/v1/error_reason.pb.h"

// Errors of handlers: an absl::Status with a google.rpc.ErrorInfo as payload, so that the one
// bridge to gRPC (services/rpc/grpc_status.h) can send it. Handlers make errors here and nowhere
// else; statuses of lower layers pass through and get an ErrorInfo by their code, but for those
// that bring their own (store/shard_fault.h).
namespace yinzheng::services {

inline constexpr std::string_view kErrorDomain = "yinzheng";

using ErrorMetadata = std::map<std::string, std::string>;

// The longest beginning of UTF-8 `text` that has at most `max_bytes` and ends between characters.
std::string CutAtCharacter(std::string_view text, size_t max_bytes);

// A status with reason and metadata. `code` must not be OK. Values of metadata are cut at 200
// bytes: an error has to fit into gRPC's metadata.
absl::Status MakeError(absl::StatusCode code, v1::ErrorReason reason, std::string_view message,
                       const ErrorMetadata& metadata);

// InvalidArgument: required `field` is empty.
absl::Status FieldRequired(std::string_view field);
// InvalidArgument: `field` has `value`, which is outside `limit` ("1 to 100").
absl::Status FieldOutOfRange(std::string_view field, std::string_view value,
                             std::string_view limit);
// InvalidArgument: `field` has `value`, which is not of the form `expected`.
absl::Status FieldMalformed(std::string_view field, std::string_view value,
                            std::string_view expected);
// NotFound: nothing is called `name`; `hint` says how to find what exists.
absl::Status ResourceNotFound(std::string_view name, std::string_view hint);

// The ErrorInfo of `status`: its payload, or one made from its code (never empty for an error).
google::rpc::ErrorInfo ErrorInfoOf(const absl::Status& status);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_ERROR_INFO_H_
