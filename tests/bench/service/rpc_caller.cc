// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/rpc_caller.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/synchronization/notification.h"
#include "absl/time/clock.h"
#include "grpcpp/client_context.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/security/credentials.h"
#include "grpcpp/support/channel_arguments.h"

namespace yinzheng::bench {
namespace {

constexpr std::chrono::seconds kDeadline(60);

std::shared_ptr<grpc::Channel> OwnConnection(const std::string& address) {
  grpc::ChannelArguments arguments;
  // Channels to one address would share a connection otherwise.
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  arguments.SetMaxReceiveMessageSize(-1);
  return grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), arguments);
}

// One call under way; deletes itself when it is answered.
struct Pending {
  grpc::ClientContext context;
  grpc::ByteBuffer request;
  grpc::ByteBuffer response;
  std::function<void(const absl::Status&)> done;
};

absl::Status AsStatus(const grpc::Status& status, const std::string& method) {
  if (status.ok()) return absl::OkStatus();
  return absl::Status(static_cast<absl::StatusCode>(status.error_code()),
                      absl::StrCat(method, ": ", status.error_message()));
}

}  // namespace

RpcCall MakeCall(std::string method, const google::protobuf::Message& request) {
  const grpc::Slice bytes(request.SerializeAsString());
  return {std::move(method), grpc::ByteBuffer(&bytes, 1)};
}

RpcCaller::RpcCaller(const std::string& address)
    : channel_(OwnConnection(address)), stub_(channel_) {
  static const RpcCaller* const kept = KeepThreads();
  (void)kept;
}

RpcCaller::RpcCaller() : channel_(OwnConnection("unix:/nonexistent")), stub_(channel_) {}

// The threads that callbacks run on end with the last channel that used them, and gRPC 1.51 may
// still count on them then: one that is never closed keeps them. It has used them once it has made
// a call, which fails at once.
const RpcCaller* RpcCaller::KeepThreads() {
  auto* keeper = new RpcCaller;
  keeper->Call({kEmptyRpc, grpc::ByteBuffer()}).IgnoreError();
  return keeper;
}

void RpcCaller::Start(const RpcCall& call, std::function<void(const absl::Status&)> done) {
  auto* pending = new Pending;
  pending->context.set_deadline(std::chrono::system_clock::now() + kDeadline);
  pending->request = call.request;
  // A buffer without a slice is no message at all.
  if (!pending->request.Valid()) {
    const grpc::Slice nothing("");
    pending->request = grpc::ByteBuffer(&nothing, 1);
  }
  pending->done = std::move(done);
  stub_.UnaryCall(&pending->context, call.method, {}, &pending->request, &pending->response,
                  [pending, method = call.method](const grpc::Status& status) {
                    const std::unique_ptr<Pending> owned(pending);
                    owned->done(AsStatus(status, method));
                  });
}

absl::StatusOr<absl::Duration> RpcCaller::Call(const RpcCall& call) {
  absl::Notification answered;
  absl::Status result;
  const absl::Time begin = absl::Now();
  Start(call, [&](const absl::Status& status) {
    result = status;
    answered.Notify();
  });
  answered.WaitForNotification();
  const absl::Duration took = absl::Now() - begin;
  if (!result.ok()) return result;
  return took;
}

}  // namespace yinzheng::bench
