// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Calls as bytes, over a connection of their own: what transport and server take, without the
// making and reading of messages, which is alike for all.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_RPC_CALLER_H_
#define YINZHENG_TESTS_BENCH_SERVICE_RPC_CALLER_H_

#include <functional>
#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "grpcpp/channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/support/byte_buffer.h"

namespace yinzheng::bench {

// The call that does nothing: a health check.
inline constexpr char kEmptyRpc[] = "/grpc.health.v1.Health/Check";

// A call, ready to be sent any number of times.
struct RpcCall {
  std::string method;  // `/package.Service/Method`.
  grpc::ByteBuffer request;
};

RpcCall MakeCall(std::string method, const google::protobuf::Message& request);

// A connection to a server. Thread-safe.
class RpcCaller {
 public:
  explicit RpcCaller(const std::string& address);

  // Waits for the answer and says how long it took. Errors are the server's, with the method.
  absl::StatusOr<absl::Duration> Call(const RpcCall& call);

  // Does not wait: `done` is called on a thread of gRPC. It must not block.
  void Start(const RpcCall& call, std::function<void(const absl::Status&)> done);

 private:
  RpcCaller();  // To nowhere.
  static const RpcCaller* KeepThreads();

  std::shared_ptr<grpc::Channel> channel_;
  grpc::GenericStub stub_;
};

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_RPC_CALLER_H_
