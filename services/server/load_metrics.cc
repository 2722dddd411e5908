// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/load_metrics.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "prometheus/client_metric.h"
#include "prometheus/metric_family.h"
#include "prometheus/metric_type.h"

namespace yinzheng::services {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;

MetricFamily Gauge(const char* name, const char* help) {
  MetricFamily family;
  family.name = name;
  family.help = help;
  family.type = prometheus::MetricType::Gauge;
  return family;
}

void AddValue(double value, std::vector<ClientMetric::Label> labels, MetricFamily& family) {
  ClientMetric metric;
  metric.gauge.value = value;
  metric.label = std::move(labels);
  family.metric.push_back(std::move(metric));
}

void AddGauge(const char* name, const char* help, double value, std::vector<MetricFamily>& out) {
  MetricFamily family = Gauge(name, help);
  AddValue(value, {}, family);
  out.push_back(std::move(family));
}

void AddContents(const v1::IndexCounts& counts, std::vector<MetricFamily>& out) {
  MetricFamily family = Gauge("yinzheng_index_resources", "What the generation served holds.");
  const std::pair<const char*, int64_t> kinds[] = {
      {"articles", counts.articles()}, {"passages", counts.passages()},
      {"entities", counts.entities()}, {"mentions", counts.mentions()},
      {"facts", counts.facts()},       {"citations", counts.citations()}};
  for (const auto& [kind, count] : kinds) {
    AddValue(static_cast<double>(count), {{"kind", kind}}, family);
  }
  out.push_back(std::move(family));
}

void AddShards(const store::IndexSnapshot& snapshot, std::vector<MetricFamily>& out) {
  MetricFamily family = Gauge("yinzheng_shard_reachable",
                              "Whether a shard that another machine serves could be reached.");
  for (const store::ShardState& shard : snapshot.Shards()) {
    AddValue(shard.problem.empty() ? 1 : 0, {{"shard", shard.name}}, family);
  }
  if (!family.metric.empty()) out.push_back(std::move(family));
}

void AddIndex(const store::IndexSnapshot& snapshot, std::vector<MetricFamily>& out) {
  const v1::GenerationInfo info = snapshot.Info();
  MetricFamily family =
      Gauge("yinzheng_index_info", "Always 1; its labels say which generation is served.");
  AddValue(1,
           {{"generation", snapshot.generation()},
            {"format", absl::StrCat(info.format_version())},
            {"analyzer", info.analyzer()}},
           family);
  out.push_back(std::move(family));
  AddContents(info.counts(), out);
  AddShards(snapshot, out);
  AddGauge("yinzheng_index_size_bytes", "Size of the generation served, on disk.",
           static_cast<double>(info.size_bytes()), out);
  AddGauge("yinzheng_index_built_timestamp_seconds", "When its build ended.",
           static_cast<double>(info.built().seconds()), out);
  AddGauge("yinzheng_index_opened_timestamp_seconds", "When this server opened it.",
           absl::ToDoubleSeconds(snapshot.opened() - absl::UnixEpoch()), out);
}

}  // namespace

std::vector<MetricFamily> LoadMetrics::Collect() const {
  std::vector<MetricFamily> out;
  AddGauge("yinzheng_workers", "Threads that answer calls.",
           static_cast<double>(workers_.threads()), out);
  AddGauge("yinzheng_workers_busy", "Threads that answer a call now.",
           static_cast<double>(workers_.busy()), out);
  AddGauge("yinzheng_queue_capacity", "Calls that may wait for a worker.",
           static_cast<double>(workers_.queue_size()), out);
  AddGauge("yinzheng_queue_length", "Calls that wait for a worker now.",
           static_cast<double>(workers_.queued()), out);
  if (const auto snapshot = index_.Acquire(); snapshot != nullptr) AddIndex(*snapshot, out);
  return out;
}

}  // namespace yinzheng::services
