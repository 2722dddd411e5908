// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_SERVER_H_
#define YINZHENG_SERVICES_SERVER_SERVER_H_

#include <memory>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "grpcpp/channel.h"
#include "services/server/server_options.h"

namespace yinzheng::services {

// The composition root: loads dictionaries and rules, opens the index, builds every handler and
// service, listens. It decides nothing about answers.
//
// Every call passes the gate (token, scope, calls at once: caller_gate.h) and is seen by metrics
// and the request log; health (grpc.health.v1) and reflection, which are on, are open to everybody.
// The address is listened on only after the index is open, so a server that can be reached can
// answer. A watcher looks for new generations; a bad one is logged and the old one served on.
//
// Thread-safe. The destructor shuts down.
class Server {
 public:
  // Errors say what could not be opened: NotFound or DataLoss for the index, FailedPrecondition for
  // an index of another version, InvalidArgument for files of TLS and tokens, Unavailable if an
  // address cannot be listened on.
  static absl::StatusOr<std::unique_ptr<Server>> Create(const ServerOptions& options);
  virtual ~Server() = default;

  // The address listened on, with the port that was picked where the options said 0.
  virtual const std::string& address() const = 0;
  // The same for probes and metrics; empty where the options ask for none.
  virtual std::string probe_address() const = 0;
  virtual std::string metrics_address() const = 0;

  // A channel inside this process, for tests.
  virtual std::shared_ptr<grpc::Channel> InProcessChannel() = 0;

  // Looks for a new generation now. True if another one is served afterwards.
  virtual absl::StatusOr<bool> Reload() = 0;

  // Announces NOT_SERVING, serves on for the drain delay, lets running calls end within the drain
  // timeout, then cancels the rest.
  // Blocks until all have ended. May be called more than once.
  virtual void Shutdown() = 0;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_SERVER_H_
