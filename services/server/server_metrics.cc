// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server_metrics.h"

#include <iterator>
#include <utility>

#include "prometheus/metric_family.h"
#include "prometheus/text_serializer.h"
#include "services/request/error_info.h"
#include "services/server/load_metrics.h"

namespace yinzheng::services {
namespace {

using prometheus::Histogram;

// Seconds: from an entity read out of memory to the longest deadline.
const Histogram::BucketBoundaries& Seconds() {
  static const auto& boundaries = *new Histogram::BucketBoundaries{
      0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60};
  return boundaries;
}

prometheus::Family<prometheus::Counter>& Counter(prometheus::Registry& registry, const char* name,
                                                 const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

prometheus::Family<Histogram>& Times(prometheus::Registry& registry, const char* name,
                                     const char* help) {
  return prometheus::BuildHistogram().Name(name).Help(help).Register(registry);
}

// As gRFC A66 writes codes: "OK", "NOT_FOUND".
std::string CodeName(absl::StatusCode code) { return absl::StatusCodeToString(code); }

}  // namespace

ServerMetrics::ServerMetrics()
    : registry_(std::make_shared<prometheus::Registry>()),
      started_(Counter(*registry_, "grpc_server_call_started_total", "Calls that came in.")),
      duration_(Times(*registry_, "grpc_server_call_duration_seconds",
                      "Time from a call's arrival to its answer.")),
      received_bytes_(Counter(*registry_,
                              "grpc_server_call_rcvd_total_compressed_message_size_bytes_total",
                              "Bytes of requests.")),
      sent_bytes_(Counter(*registry_,
                          "grpc_server_call_sent_total_compressed_message_size_bytes_total",
                          "Bytes of responses.")),
      errors_(Counter(*registry_, "yinzheng_errors_total",
                      "Calls that failed, by the reason that their ErrorInfo gives.")),
      phase_(Times(*registry_, "yinzheng_phase_duration_seconds",
                   "Time of one call in one phase of its handler.")),
      reloads_(Counter(*registry_, "yinzheng_reloads_total",
                       "Generations that the watch of CURRENT found, by what became of them.")),
      waited_(
          Times(*registry_, "yinzheng_queue_wait_seconds", "Time that calls waited for a worker.")
              .Add({}, Seconds())),
      collectables_{registry_} {
  // Series that only show up when something goes wrong cannot be watched for it.
  reloads_.Add({{"result", "served"}});
  reloads_.Add({{"result", "refused"}});
}

void ServerMetrics::OnStart(std::string_view method) {
  started_.Add({{"grpc_method", std::string(method)}}).Increment();
}

void ServerMetrics::OnEnd(const CallEnd& end) {
  const std::string method(end.head.method);
  const prometheus::Labels labels{{"grpc_method", method},
                                  {"grpc_status", CodeName(end.status.code())}};
  duration_.Add(labels, Seconds()).Observe(absl::ToDoubleSeconds(end.elapsed));
  received_bytes_.Add({{"grpc_method", method}}).Increment(static_cast<double>(end.request_bytes));
  sent_bytes_.Add({{"grpc_method", method}}).Increment(static_cast<double>(end.response_bytes));
  if (end.waited.has_value()) waited_.Observe(absl::ToDoubleSeconds(*end.waited));
  if (!end.status.ok()) {
    errors_.Add({{"grpc_method", method}, {"reason", ErrorInfoOf(end.status).reason()}})
        .Increment();
  }
  for (const PhaseTime& phase : end.phases) {
    phase_.Add({{"grpc_method", method}, {"phase", std::string(phase.phase)}}, Seconds())
        .Observe(absl::ToDoubleSeconds(phase.time));
  }
}

void ServerMetrics::CountReload(ReloadResult result) {
  reloads_.Add({{"result", result == ReloadResult::kServed ? "served" : "refused"}}).Increment();
}

void ServerMetrics::Watch(const WorkerPool& workers, const store::IndexManager& index) {
  collectables_.push_back(std::make_shared<LoadMetrics>(workers, index));
}

std::string ServerMetrics::ToText() const {
  std::vector<prometheus::MetricFamily> all;
  for (const auto& collectable : collectables_) {
    std::vector<prometheus::MetricFamily> families = collectable->Collect();
    std::move(families.begin(), families.end(), std::back_inserter(all));
  }
  return prometheus::TextSerializer().Serialize(all);
}

}  // namespace yinzheng::services
