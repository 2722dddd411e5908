// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server_metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include "re2/re2.h"
#include "services/request/error_info.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

void End(ServerMetrics& metrics, const absl::Status& status) {
  CallHead head;
  head.method = "yinzheng.v1.SearchService/Search";
  const std::string caller;
  const v1::SearchRequest request;
  metrics.OnStart(head.method);
  metrics.OnEnd({.head = head,
                 .caller = caller,
                 .status = status,
                 .waited = absl::Milliseconds(1),
                 .elapsed = absl::Milliseconds(30),
                 .request_bytes = 11,
                 .response_bytes = status.ok() ? size_t{500} : 0,
                 .phases = {{"match", absl::Milliseconds(20)}},
                 .request = request});
}

TEST(ServerMetricsTest, CountsCallsByMethodAndStatus) {
  ServerMetrics metrics;
  End(metrics, absl::OkStatus());
  End(metrics, absl::OkStatus());
  End(metrics, FieldRequired("query"));
  constexpr char kMethod[] = "{grpc_method=\"yinzheng.v1.SearchService/Search\"";
  const std::string method = kMethod;
  EXPECT_THAT(
      metrics.ToText(),
      AllOf(
          HasSubstr("grpc_server_call_started_total" + method + "} 3"),
          HasSubstr("grpc_server_call_duration_seconds_count" + method + ",grpc_status=\"OK\"} 2"),
          HasSubstr("grpc_server_call_duration_seconds_count" + method +
                    ",grpc_status=\"INVALID_ARGUMENT\"} 1"),
          HasSubstr("grpc_server_call_rcvd_total_compressed_message_size_bytes_total" + method +
                    "} 33"),
          HasSubstr("grpc_server_call_sent_total_compressed_message_size_bytes_total" + method +
                    "} 1000"),
          HasSubstr("yinzheng_errors_total" + method + ",reason=\"FIELD_REQUIRED\"} 1"),
          HasSubstr("yinzheng_phase_duration_seconds_sum" + method + ",phase=\"match\"} 0.06"),
          HasSubstr("yinzheng_queue_wait_seconds_count 3")));
}

TEST(ServerMetricsTest, ReloadsAreThereBeforeTheFirst) {
  ServerMetrics metrics;
  metrics.CountReload(ReloadResult::kRefused);
  EXPECT_THAT(metrics.ToText(), AllOf(HasSubstr("yinzheng_reloads_total{result=\"refused\"} 1"),
                                      HasSubstr("yinzheng_reloads_total{result=\"served\"} 0")));
}

TEST(ServerMetricsTest, ShowsTheLoadOfTheWorkersWithoutAnIndex) {
  WorkerPool workers(3, 7);
  store::IndexManager index({});
  ServerMetrics metrics;
  metrics.Watch(workers, index);
  EXPECT_THAT(metrics.ToText(),
              AllOf(HasSubstr("yinzheng_workers 3"), HasSubstr("yinzheng_workers_busy 0"),
                    HasSubstr("yinzheng_queue_capacity 7"), HasSubstr("yinzheng_queue_length 0")));
}

// The names in a file under the repository's root that are metrics of ours.
std::set<std::string> MetricNamesIn(const std::string& path) {
  std::ifstream file(std::string(YINZHENG_SOURCE_DIR) + "/" + path);
  EXPECT_TRUE(file.good()) << path;
  std::stringstream text;
  text << file.rdbuf();
  const std::string contents = text.str();
  re2::StringPiece rest(contents);
  std::set<std::string> names;
  std::string name;
  static const RE2 kName(R"(\b((?:yinzheng|grpc_server)_[a-z0-9_]+[a-z0-9]))");
  while (RE2::FindAndConsume(&rest, kName, &name)) {
    static const RE2 kOfHistogram("_(bucket|sum|count)$");
    RE2::Replace(&name, kOfHistogram, "");
    names.insert(name);
  }
  return names;
}

// The names of all families that a server shows.
std::set<std::string> MetricNamesShown() {
  WorkerPool workers(1, 1);
  store::IndexManager index({});
  ServerMetrics metrics;
  metrics.Watch(workers, index);
  End(metrics, FieldRequired("query"));
  std::set<std::string> names;
  const std::string text = metrics.ToText();
  re2::StringPiece rest(text);
  std::string name;
  static const RE2 kType(R"(# TYPE (\S+) )");
  while (RE2::FindAndConsume(&rest, kType, &name)) names.insert(name);
  // Shown once a generation is open, as the integration tests see.
  names.insert({"yinzheng_index_info", "yinzheng_index_resources", "yinzheng_index_size_bytes",
                "yinzheng_index_built_timestamp_seconds",
                "yinzheng_index_opened_timestamp_seconds"});
  return names;
}

TEST(MetricNamesTest, WhatDashboardAndAlertsAskForExists) {
  const std::set<std::string> shown = MetricNamesShown();
  for (const char* path : {"deploy/monitoring/dashboard.json", "deploy/monitoring/alerts.yaml"}) {
    const std::set<std::string> asked = MetricNamesIn(path);
    EXPECT_FALSE(asked.empty()) << path;
    for (const std::string& name : asked) {
      EXPECT_TRUE(shown.contains(name)) << path << " asks for " << name;
    }
  }
}

TEST(MetricNamesTest, EveryMetricIsDocumented) {
  const std::set<std::string> documented = MetricNamesIn("docs/operations.md");
  for (const std::string& name : MetricNamesShown()) {
    EXPECT_TRUE(documented.contains(name)) << name;
  }
}

}  // namespace
}  // namespace yinzheng::services
