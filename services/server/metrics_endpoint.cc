// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/metrics_endpoint.h"

#include <exception>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/server/listen_address.h"

namespace yinzheng::services {

absl::StatusOr<std::unique_ptr<MetricsEndpoint>> MetricsEndpoint::Start(
    const std::string& address,
    std::vector<std::shared_ptr<prometheus::Collectable>> collectables) {
  std::unique_ptr<MetricsEndpoint> endpoint(new MetricsEndpoint);
  endpoint->collectables_ = std::move(collectables);
  // The library reports by exceptions; this is the one place where they end.
  try {
    endpoint->exposer_ = std::make_unique<prometheus::Exposer>(address);
    for (const auto& collectable : endpoint->collectables_) {
      endpoint->exposer_->RegisterCollectable(collectable);
    }
    endpoint->address_ = WithPort(address, endpoint->exposer_->GetListeningPorts().at(0));
  } catch (const std::exception& error) {
    return absl::UnavailableError(absl::StrCat("listen for metrics on ", address,
                                               ": not possible; is it in use, or out of reach? (",
                                               error.what(), ")"));
  }
  return endpoint;
}

}  // namespace yinzheng::services
