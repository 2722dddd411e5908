// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_SERVER_METRICS_H_
#define YINZHENG_SERVICES_SERVER_SERVER_METRICS_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/index_manager.h"
#include "prometheus/collectable.h"
#include "prometheus/counter.h"
#include "prometheus/family.h"
#include "prometheus/histogram.h"
#include "prometheus/registry.h"
#include "services/rpc/call_observer.h"
#include "services/rpc/worker_pool.h"

namespace yinzheng::services {

// What a look for a new generation came to.
enum class ReloadResult { kServed, kRefused };

// The server's metrics for Prometheus. Those of calls are named as gRFC A66 names them, with
// underscores for dots; docs/operations.md lists all with their meaning. Calls of health,
// reflection and channelz, which gRPC answers itself, are not counted.
//
// Thread-safe. A call costs a few microseconds.
class ServerMetrics final : public CallObserver {
 public:
  ServerMetrics();

  void OnStart(std::string_view method) override;
  void OnEnd(const CallEnd& end) override;

  void CountReload(ReloadResult result);

  // Shows the load of `workers` and the generation that `index` serves at each scrape. Both are
  // borrowed and must outlive this object's last scrape.
  void Watch(const WorkerPool& workers, const store::IndexManager& index);

  // What an endpoint serves. The pointers are all that keeps the metrics from being scraped after
  // this object is gone.
  const std::vector<std::shared_ptr<prometheus::Collectable>>& collectables() const {
    return collectables_;
  }

  // Everything in Prometheus text format: for tests.
  std::string ToText() const;

 private:
  const std::shared_ptr<prometheus::Registry> registry_;
  prometheus::Family<prometheus::Counter>& started_;
  prometheus::Family<prometheus::Histogram>& duration_;
  prometheus::Family<prometheus::Counter>& received_bytes_;
  prometheus::Family<prometheus::Counter>& sent_bytes_;
  prometheus::Family<prometheus::Counter>& errors_;
  prometheus::Family<prometheus::Histogram>& phase_;
  prometheus::Family<prometheus::Counter>& reloads_;
  prometheus::Histogram& waited_;
  std::vector<std::shared_ptr<prometheus::Collectable>> collectables_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_SERVER_METRICS_H_
