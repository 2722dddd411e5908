// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/machine.h"

#include <stdlib.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <thread>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "google/protobuf/stubs/common.h"
#include "grpcpp/grpcpp.h"

namespace yinzheng::bench {
namespace {

std::string Processor() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    const size_t value = line.find(": ");
    if (absl::StartsWith(line, "model name") && value != std::string::npos) {
      return line.substr(value + 2);
    }
  }
  return "unknown";
}

}  // namespace

nlohmann::ordered_json DescribeMachine() {
  nlohmann::ordered_json machine;
  machine["processor"] = Processor();
  machine["cores"] = std::thread::hardware_concurrency();
  machine["memory_mb"] = sysconf(_SC_PHYS_PAGES) / 1024 * sysconf(_SC_PAGE_SIZE) / 1024;
  utsname names = {};
  if (uname(&names) == 0) {
    machine["kernel"] = absl::StrCat(names.sysname, " ", names.release, " ", names.machine);
  }
  machine["compiler"] = __VERSION__;
  machine["build_type"] = YINZHENG_BUILD_TYPE;
  machine["grpc"] = grpc::Version();
  machine["protobuf"] = google::protobuf::internal::VersionString(GOOGLE_PROTOBUF_VERSION);
  double load = 0;
  if (getloadavg(&load, 1) == 1) machine["load_before"] = load;
  machine["time"] = absl::FormatTime(absl::RFC3339_sec, absl::Now(), absl::UTCTimeZone());
  return machine;
}

}  // namespace yinzheng::bench
