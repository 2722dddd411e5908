// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/report.h"

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "indexer/base/file_system.h"
#include "tests/bench/service/bars.h"

namespace yinzheng::bench {
namespace {

std::string BarText(const Bar* bar, double value) {
  if (bar == nullptr) return "";
  return absl::StrFormat("%s %-6g %-6s %s", bar->at_least ? ">=" : "<=", bar->bound,
                         bar->Holds(value) ? "met" : "MISSED", std::string(bar->meaning));
}

}  // namespace

void Report::AddRatio(const std::string& name, double value) { ratios_.push_back({name, value}); }

void Report::AddFigure(const std::string& section, const std::string& name, double value) {
  figures_[section][name] = value;
}

std::string Report::RatioTable() const {
  std::string table = absl::StrFormat("%-34s %8s  %s\n", "ratio", "value", "bar");
  for (const Ratio& ratio : ratios_) {
    absl::StrAppendFormat(&table, "%-34s %8.3f  %s\n", ratio.name, ratio.value,
                          BarText(FindBar(ratio.name), ratio.value));
  }
  return table;
}

absl::Status Report::WriteJson(const std::string& path) const {
  nlohmann::ordered_json json;
  json["status"] = status_;
  json["machine"] = machine_;
  json["ratios"] = nlohmann::ordered_json::object();
  json["bars"] = nlohmann::ordered_json::object();
  for (const Ratio& ratio : ratios_) {
    json["ratios"][ratio.name] = ratio.value;
    const Bar* bar = FindBar(ratio.name);
    if (bar == nullptr) continue;
    json["bars"][ratio.name] = {{bar->at_least ? "at_least" : "at_most", bar->bound},
                                {"met", bar->Holds(ratio.value)},
                                {"meaning", std::string(bar->meaning)}};
  }
  json["figures"] = figures_;
  return base::FileSystem::Real().WriteFile(path, json.dump(2) + "\n");
}

}  // namespace yinzheng::bench
