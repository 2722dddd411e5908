// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_HEALTH_LISTENER_H_
#define YINZHENG_SERVICES_SERVER_HEALTH_LISTENER_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "grpcpp/generic/async_generic_service.h"
#include "grpcpp/server.h"

namespace yinzheng::services {

// Says on `server`'s own grpc.health.v1 whether it serves: as a whole (the empty name) and each of
// `services`.
void SetHealth(grpc::Server& server, const std::vector<std::string>& services, bool serving);

// A listener of its own for probes: grpc.health.v1 without TLS or token and nothing else, since
// probes of Kubernetes and of load balancers speak no TLS.
class HealthListener {
 public:
  // Listens on `address`, HOST:PORT or unix:PATH. Unavailable if that is not possible. It says
  // SERVING of the server as a whole from the start, so start it once that is so.
  static absl::StatusOr<std::unique_ptr<HealthListener>> Start(const std::string& address);
  ~HealthListener();

  // With the port that was picked where the address said 0.
  const std::string& address() const { return address_; }

  void Set(const std::vector<std::string>& services, bool serving);

 private:
  HealthListener() = default;

  // Answers UNIMPLEMENTED to every other call; a server without any service does not start.
  grpc::CallbackGenericService others_;
  std::unique_ptr<grpc::Server> server_;
  std::string address_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_HEALTH_LISTENER_H_
