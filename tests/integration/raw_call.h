// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A call of a service whose protos are not part of the project (health, reflection), with request
// and response as serialised bytes. Not for our own services, which have stubs.

#ifndef YINZHENG_TESTS_INTEGRATION_RAW_CALL_H_
#define YINZHENG_TESTS_INTEGRATION_RAW_CALL_H_

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "grpcpp/channel.h"

namespace yinzheng::testing {

// Sends one message to `method` ("/package.Service/Method", unary or streaming) and returns the
// first message that comes back. Ends with an error after ten seconds.
absl::StatusOr<std::string> RawCall(const std::shared_ptr<grpc::Channel>& channel,
                                    const std::string& method, const std::string& request);

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_INTEGRATION_RAW_CALL_H_
