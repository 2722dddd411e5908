// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_TESTS_CONTRACT_CLIENT_METHODS_H_
#define YINZHENG_TESTS_CONTRACT_CLIENT_METHODS_H_

#include <string>

#include "absl/status/statusor.h"
#include "clients/cpp/client.h"

namespace yinzheng::contract {

// Calls what `method` names (`yinzheng.v1.SearchService/Search`) through the client's own function
// for it, from and to proto3 JSON. An error of the service is handed on as the client gives it; a
// name that the client lacks is kUnimplemented, a request that is not JSON of its message
// kInvalidArgument, both without ErrorInfo.
absl::StatusOr<std::string> CallMethod(const client::Client& client, const std::string& method,
                                       const std::string& request);

}  // namespace yinzheng::contract

#endif  // YINZHENG_TESTS_CONTRACT_CLIENT_METHODS_H_
