// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server.h"

#include <chrono>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grpcpp/ext/proto_server_reflection_plugin.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/security/server_credentials.h"
#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "indexer/base/clock.h"
#include "indexer/base/logging.h"
#include "indexer/base/status_macros.h"
#include "services/request/limits.h"
#include "services/rpc/unary_call.h"
#include "services/rpc/worker_pool.h"
#include "services/server/answering.h"
#include "services/server/index_watcher.h"
#include "services/server/unix_socket.h"

namespace yinzheng::services {
namespace {

// `HOST:0` with the port that was picked.
std::string WithPort(const std::string& address, int port) {
  if (absl::StartsWith(address, "unix:")) return address;
  return absl::StrCat(address.substr(0, address.rfind(':') + 1), port);
}

class RunningServer final : public Server {
 public:
  explicit RunningServer(const ServerOptions& options)
      : options_(options),
        workers_(static_cast<size_t>(options.worker_threads),
                 static_cast<size_t>(options.queue_size)),
        environment_{.workers = &workers_,
                     .clock = &base::Clock::Real(),
                     .default_deadline = options.default_deadline,
                     .max_deadline = options.max_deadline} {}

  ~RunningServer() override { Shutdown(); }

  absl::Status Start() {
    YZ_ASSIGN_OR_RETURN(answering_, Answering::Create(options_.index, environment_));
    YZ_RETURN_IF_ERROR(Listen());
    watcher_.emplace(answering_->index(), options_.reload_interval);
    return absl::OkStatus();
  }

  const std::string& address() const override { return address_; }

  std::shared_ptr<grpc::Channel> InProcessChannel() override {
    return server_->InProcessChannel(grpc::ChannelArguments());
  }

  absl::StatusOr<bool> Reload() override { return answering_->index().Poll(); }

  void Shutdown() override {
    if (server_ == nullptr) return;
    watcher_.reset();
    // Load balancers see NOT_SERVING and stop sending while running calls end.
    if (auto* health = server_->GetHealthCheckService(); health != nullptr) {
      health->SetServingStatus(false);
    }
    server_->Shutdown(std::chrono::system_clock::now() +
                      absl::ToChronoMilliseconds(options_.drain_timeout));
    server_->Wait();
    server_.reset();
  }

 private:
  absl::Status Listen() {
    YZ_RETURN_IF_ERROR(CheckUnixSocketFree(options_.listen));
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort(options_.listen, grpc::InsecureServerCredentials(), &port);
    builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
    builder.SetMaxSendMessageSize(kMaxMessageBytes);
    // A second server on the same port must fail, not share it.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    for (grpc::Service* service : answering_->services()) builder.RegisterService(service);
    server_ = builder.BuildAndStart();
    if (server_ == nullptr || (port == 0 && !absl::StartsWith(options_.listen, "unix:"))) {
      return absl::UnavailableError(absl::StrCat("listen on ", options_.listen,
                                                 ": not possible; is it in use, or out of reach?"));
    }
    address_ = WithPort(options_.listen, port);
    return absl::OkStatus();
  }

  const ServerOptions options_;
  std::unique_ptr<Answering> answering_;  // outlives the workers that use it
  WorkerPool workers_;
  const CallEnvironment environment_;
  std::unique_ptr<grpc::Server> server_;
  std::optional<IndexWatcher> watcher_;
  std::string address_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Create(const ServerOptions& options) {
  auto server = std::make_unique<RunningServer>(options);
  YZ_RETURN_IF_ERROR(server->Start());
  return server;
}

}  // namespace yinzheng::services
