// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_METRICS_ENDPOINT_H_
#define YINZHENG_SERVICES_SERVER_METRICS_ENDPOINT_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "prometheus/collectable.h"
#include "prometheus/exposer.h"

namespace yinzheng::services {

// Metrics over plain HTTP at /metrics, for Prometheus to fetch. It has no login: keep it on an
// address that only the monitoring reaches.
class MetricsEndpoint {
 public:
  // Listens on `address`, HOST:PORT. Unavailable if that is not possible. The collectables live as
  // long as the endpoint.
  static absl::StatusOr<std::unique_ptr<MetricsEndpoint>> Start(
      const std::string& address,
      std::vector<std::shared_ptr<prometheus::Collectable>> collectables);

  // With the port that was picked where the address said 0.
  const std::string& address() const { return address_; }

 private:
  MetricsEndpoint() = default;

  std::vector<std::shared_ptr<prometheus::Collectable>> collectables_;
  std::unique_ptr<prometheus::Exposer> exposer_;  // gone before what it shows
  std::string address_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_METRICS_ENDPOINT_H_
