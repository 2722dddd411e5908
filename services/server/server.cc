// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server.h"

#include <chrono>
#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "grpcpp/ext/channelz_service_plugin.h"
#include "grpcpp/ext/proto_server_reflection_plugin.h"
#include "grpcpp/health_check_service_interface.h"
#include "grpcpp/resource_quota.h"
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
#include "services/server/caller_gate.h"
#include "services/server/health_listener.h"
#include "services/server/listen_address.h"
#include "services/server/metrics_endpoint.h"
#include "services/server/poller.h"
#include "services/server/request_log.h"
#include "services/server/server_metrics.h"
#include "services/server/token_file.h"
#include "services/server/unix_socket.h"

namespace yinzheng::services {
namespace {

// How often the files of tokens and TLS are looked at; they are small.
constexpr absl::Duration kFilesInterval = absl::Seconds(2);

// Messages are read before anybody knows whose they are, so connections are bounded before callers
// are: calls that one may have open (more wait at the client), bytes that all together may hold,
// time without a call, time to agree on TLS.
constexpr int kMaxStreamsPerConnection = 128;
constexpr size_t kMaxBufferedBytes = size_t{512} << 20;
constexpr int kMaxIdleMillis = 30 * 60 * 1000;
constexpr int kHandshakeMillis = 20 * 1000;

class RunningServer final : public Server {
 public:
  explicit RunningServer(const ServerOptions& options)
      : options_(options),
        gate_({.tokens = nullptr,
               .allow_operations = options.allow_operations,
               .max_requests_per_caller = options.max_requests_per_caller},
              base::Clock::Real()),
        request_log_(options.slow_request, base::Clock::Real()),
        environment_{.workers = nullptr,
                     .clock = &base::Clock::Real(),
                     .default_deadline = options.default_deadline,
                     .max_deadline = options.max_deadline,
                     .guard = &gate_,
                     .observers = {&metrics_, &request_log_}} {}

  ~RunningServer() override { Shutdown(); }

  absl::Status Start() {
    YZ_RETURN_IF_ERROR(StartTokens());
    if (options_.tls.enabled()) YZ_RETURN_IF_ERROR(CheckTlsFiles(options_.tls, absl::Now()));
    YZ_ASSIGN_OR_RETURN(
        answering_,
        Answering::Create({.index_directory = options_.index,
                           .kept_generations = static_cast<size_t>(options_.kept_generations),
                           .shard_hosts = options_.shard_hosts},
                          environment_));
    // Threads that answer begin once there is something to answer with.
    environment_.workers = &workers_.emplace(static_cast<size_t>(options_.worker_threads),
                                             static_cast<size_t>(options_.queue_size));
    metrics_.Watch(*workers_, answering_->index());
    YZ_RETURN_IF_ERROR(StartMetrics());
    YZ_RETURN_IF_ERROR(Listen());
    // Last: gRPC's health service says SERVING from its first moment on.
    if (!options_.probe_listen.empty()) {
      YZ_ASSIGN_OR_RETURN(probes_, HealthListener::Start(options_.probe_listen));
    }
    SetServing(true);
    files_poller_.emplace(kFilesInterval, [this] { PollFiles(); });
    index_poller_.emplace(options_.reload_interval, [this] { PollIndex(); });
    return absl::OkStatus();
  }

  const std::string& address() const override { return address_; }
  std::string probe_address() const override {
    return probes_ == nullptr ? "" : probes_->address();
  }
  std::string metrics_address() const override {
    return metrics_endpoint_ == nullptr ? "" : metrics_endpoint_->address();
  }

  std::shared_ptr<grpc::Channel> InProcessChannel() override {
    return server_->InProcessChannel(grpc::ChannelArguments());
  }

  absl::StatusOr<bool> Reload() override { return answering_->index().Poll(); }

  void Shutdown() override {
    if (server_ == nullptr) return;
    // Load balancers see NOT_SERVING and stop sending while running calls end. Tokens are watched
    // until the end: one that is taken away must not be good for longer.
    SetServing(false);
    absl::SleepFor(options_.drain_delay);
    index_poller_.reset();
    files_poller_.reset();
    server_->Shutdown(std::chrono::system_clock::now() +
                      absl::ToChronoMilliseconds(options_.drain_timeout));
    server_->Wait();
    server_.reset();
    metrics_endpoint_.reset();
    probes_.reset();
  }

 private:
  absl::Status StartTokens() {
    if (options_.tokens.empty()) return absl::OkStatus();
    token_file_.emplace(options_.tokens);
    YZ_ASSIGN_OR_RETURN(std::shared_ptr<const AccessTokens> tokens, token_file_->ReadIfChanged());
    gate_.SetTokens(std::move(tokens));
    return absl::OkStatus();
  }

  absl::Status StartMetrics() {
    if (options_.metrics_listen.empty()) return absl::OkStatus();
    YZ_ASSIGN_OR_RETURN(metrics_endpoint_,
                        MetricsEndpoint::Start(options_.metrics_listen, metrics_.collectables()));
    return absl::OkStatus();
  }

  absl::Status Listen() {
    YZ_RETURN_IF_ERROR(CheckUnixSocketFree(options_.listen));
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    if (options_.channelz) grpc::channelz::experimental::InitChannelzService();
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort(options_.listen,
                             options_.tls.enabled() ? MakeTlsCredentials(options_.tls)
                                                    : grpc::InsecureServerCredentials(),
                             &port);
    builder.SetMaxReceiveMessageSize(options_.max_message_bytes);
    builder.SetMaxSendMessageSize(kMaxMessageBytes);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS, kMaxStreamsPerConnection);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_IDLE_MS, kMaxIdleMillis);
    builder.AddChannelArgument(GRPC_ARG_SERVER_HANDSHAKE_TIMEOUT_MS, kHandshakeMillis);
    builder.SetResourceQuota(grpc::ResourceQuota("yinzheng").Resize(kMaxBufferedBytes));
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

  void SetServing(bool serving) {
    SetHealth(*server_, Answering::ServiceNames(), serving);
    if (probes_ != nullptr) probes_->Set(Answering::ServiceNames(), serving);
  }

  // What cannot be opened is tried again and again, and told once.
  void PollIndex() {
    const absl::StatusOr<bool> swapped = answering_->index().Poll();
    const std::string problem = swapped.ok() ? "" : swapped.status().ToString();
    const bool known = std::exchange(index_problem_, problem) == problem;
    if (!swapped.ok()) {
      if (known) return;
      metrics_.CountReload(ReloadResult::kRefused);
      base::LogWarning("new generation refused", {{"status", problem}});
    } else if (*swapped) {
      metrics_.CountReload(ReloadResult::kServed);
      base::LogInfo("new generation served",
                    {{"generation", answering_->index().Acquire()->generation()}});
    }
  }

  void PollFiles() {
    if (token_file_.has_value()) PollTokens();
    if (options_.tls.enabled()) PollTlsFiles();
  }

  // gRPC takes what it finds; nobody but us would say that it cannot work, or has expired.
  void PollTlsFiles() {
    const absl::Status status = CheckTlsFiles(options_.tls, absl::Now());
    const std::string problem = status.ok() ? "" : status.ToString();
    if (std::exchange(tls_problem_, problem) == problem) return;
    if (status.ok()) {
      base::LogInfo("the files of TLS are good again", {});
    } else {
      base::LogWarning("the files of TLS cannot work: new connections fail", {{"status", problem}});
    }
  }

  // Tokens that cannot be read leave those from before in force.
  void PollTokens() {
    absl::StatusOr<std::shared_ptr<const AccessTokens>> tokens = token_file_->ReadIfChanged();
    if (!tokens.ok()) {
      base::LogWarning("new tokens refused", {{"status", tokens.status().ToString()}});
    } else if (*tokens != nullptr) {
      gate_.SetTokens(*tokens);
      base::LogInfo("new tokens taken", {{"tokens", (*tokens)->size()}});
    }
  }

  const ServerOptions options_;
  // What calls lean on outlives the workers, and those the services' own threads.
  CallerGate gate_;
  ServerMetrics metrics_;
  RequestLog request_log_;
  CallEnvironment environment_;  // complete before the first call
  std::unique_ptr<Answering> answering_;
  std::optional<WorkerPool> workers_;
  std::unique_ptr<MetricsEndpoint> metrics_endpoint_;
  std::unique_ptr<HealthListener> probes_;
  std::unique_ptr<grpc::Server> server_;
  std::optional<TokenFile> token_file_;  // read by its poller alone, once that runs
  std::string tls_problem_;              // so is this
  std::optional<Poller> files_poller_;
  std::string index_problem_;  // used by its poller alone
  std::optional<Poller> index_poller_;
  std::string address_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Create(const ServerOptions& options) {
  auto server = std::make_unique<RunningServer>(options);
  YZ_RETURN_IF_ERROR(server->Start());
  return server;
}

}  // namespace yinzheng::services
