// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_ANSWERING_H_
#define YINZHENG_SERVICES_SERVER_ANSWERING_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "grpcpp/impl/service_type.h"
#include "indexer/store/index_manager.h"
#include "services/rpc/unary_call.h"

namespace yinzheng::services {

struct AnsweringOptions {
  std::string index_directory;
  size_t kept_generations = 2;  // that stay open behind the served one, for page tokens
  store::ShardHosts shard_hosts = {};
};

// Everything that answers requests: dictionaries, rules, the index, handlers and their gRPC
// services, built in the order in which they need each other and destroyed in the reverse.
//
// Thread-safe once made.
class Answering {
 public:
  // Loads dictionaries (most of a second) and opens the index. `environment` is borrowed. Errors as
  // Server::Create.
  static absl::StatusOr<std::unique_ptr<Answering>> Create(const AnsweringOptions& options,
                                                           const CallEnvironment& environment);
  virtual ~Answering() = default;

  virtual store::IndexManager& index() = 0;

  // The services to register; owned by this object.
  virtual std::vector<grpc::Service*> services() = 0;

  // Their full names, as health and reflection know them.
  static std::vector<std::string> ServiceNames();
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_ANSWERING_H_
