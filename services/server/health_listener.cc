// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/health_listener.h"

#include <chrono>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/impl/server_builder_option.h"
#include "grpcpp/impl/server_builder_plugin.h"
#include "grpcpp/security/server_credentials.h"
#include "grpcpp/server_builder.h"
#include "indexer/base/status_macros.h"
#include "services/server/listen_address.h"
#include "services/server/unix_socket.h"

namespace yinzheng::services {
namespace {

// A probe is a few bytes; whoever sends more is none.
constexpr int kMaxRequestBytes = 4096;
constexpr int kMaxStreams = 16;
constexpr int kMaxIdleMillis = 10 * 60 * 1000;

// Reflection adds itself to every server of the program; a listener for probes has no use for it.
class WithoutPlugins final : public grpc::ServerBuilderOption {
 public:
  void UpdateArguments(grpc::ChannelArguments* /*arguments*/) override {}
  void UpdatePlugins(std::vector<std::unique_ptr<grpc::ServerBuilderPlugin>>* plugins) override {
    plugins->clear();
  }
};

}  // namespace

void SetHealth(grpc::Server& server, const std::vector<std::string>& services, bool serving) {
  grpc::HealthCheckServiceInterface* health = server.GetHealthCheckService();
  if (health == nullptr) return;
  for (const std::string& service : services) health->SetServingStatus(service, serving);
  health->SetServingStatus("", serving);
}

absl::StatusOr<std::unique_ptr<HealthListener>> HealthListener::Start(const std::string& address) {
  YZ_RETURN_IF_ERROR(CheckUnixSocketFree(address));
  grpc::EnableDefaultHealthCheckService(true);
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort(address, grpc::InsecureServerCredentials(), &port);
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxStreams);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS, kMaxIdleMillis);
  builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
  builder.SetOption(std::make_unique<WithoutPlugins>());
  std::unique_ptr<HealthListener> listener(new HealthListener);
  builder.RegisterCallbackGenericService(&listener->others_);
  listener->server_ = builder.BuildAndStart();
  if (listener->server_ == nullptr || (port == 0 && !absl::StartsWith(address, "unix:"))) {
    return absl::UnavailableError(absl::StrCat("listen for probes on ", address,
                                               ": not possible; is it in use, or out of reach?"));
  }
  listener->address_ = WithPort(address, port);
  return listener;
}

HealthListener::~HealthListener() {
  if (server_ != nullptr) server_->Shutdown(std::chrono::system_clock::now());
}

void HealthListener::Set(const std::vector<std::string>& services, bool serving) {
  SetHealth(*server_, services, serving);
}

}  // namespace yinzheng::services
