// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a run found: text for people as it goes, and at the end the ratios against their bars and,
// on request, JSON.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_REPORT_H_
#define YINZHENG_TESTS_BENCH_SERVICE_REPORT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "nlohmann/json.hpp"

namespace yinzheng::bench {

// Not thread-safe.
class Report {
 public:
  // A figure that other runs are compared with. Names of bars.cc are shown with their bar.
  void AddRatio(const std::string& name, double value);
  // Any other figure of a section, for the JSON: `figures.section.name`.
  void AddFigure(const std::string& section, const std::string& name, double value);
  // How the run ended; the figures of a failed one are those before it failed.
  void SetStatus(const absl::Status& status) { status_ = status.ok() ? "OK" : status.ToString(); }
  void SetMachine(nlohmann::ordered_json machine) { machine_ = std::move(machine); }

  // A table of all ratios: value, bar, whether it is met.
  std::string RatioTable() const;

  // An object with `status`, `machine`, `ratios`, `bars` and `figures`.
  absl::Status WriteJson(const std::string& path) const;

 private:
  struct Ratio {
    std::string name;
    double value = 0;
  };
  std::string status_ = "OK";
  std::vector<Ratio> ratios_;
  nlohmann::ordered_json machine_ = nlohmann::ordered_json::object();
  nlohmann::ordered_json figures_ = nlohmann::ordered_json::object();
};

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_REPORT_H_
