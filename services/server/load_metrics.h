// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_LOAD_METRICS_H_
#define YINZHENG_SERVICES_SERVER_LOAD_METRICS_H_

#include <vector>

#include "indexer/store/index_manager.h"
#include "prometheus/collectable.h"
#include "services/rpc/worker_pool.h"

namespace yinzheng::services {

// What is so at the moment of a scrape: workers, queue, the generation served and what it holds.
// Nothing is kept between scrapes.
//
// Thread-safe; borrows both.
class LoadMetrics final : public prometheus::Collectable {
 public:
  LoadMetrics(const WorkerPool& workers, const store::IndexManager& index)
      : workers_(workers), index_(index) {}

  std::vector<prometheus::MetricFamily> Collect() const override;

 private:
  const WorkerPool& workers_;
  const store::IndexManager& index_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_LOAD_METRICS_H_
