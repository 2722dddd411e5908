// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_CALL_HEAD_H_
#define YINZHENG_SERVICES_RPC_CALL_HEAD_H_

#include <string>
#include <string_view>

#include "google/protobuf/descriptor.h"
#include "grpcpp/server_context.h"

namespace yinzheng::services {

// What a call says of itself before it is answered.
struct CallHead {
  std::string_view method;    // "yinzheng.v1.SearchService/Search"; lives as long as the program
  std::string peer;           // as gRPC names it: "ipv4:127.0.0.1:41234", "unix:"
  std::string authorization;  // metadata of this name; empty without
  std::string request_id;     // the caller's `x-request-id` if it is a plain word, else a new one
  std::string traceparent;    // W3C Trace Context, if the caller sent a well-formed one
};

// Reads the metadata of a call. `method` must live as long as the program.
CallHead ReadCallHead(const grpc::CallbackServerContext& context, std::string_view method);

// "package.Service/Method" of the one method that takes messages of this type; the type's own name
// if no service of its file does.
std::string MethodTaking(const google::protobuf::Descriptor& request);

// Up to 64 letters, digits, `.`, `_` and `-`.
bool IsRequestId(std::string_view text);

// `00-<32 hex>-<16 hex>-<2 hex>` in lower case, neither id all zeros.
bool IsTraceparent(std::string_view text);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RPC_CALL_HEAD_H_
