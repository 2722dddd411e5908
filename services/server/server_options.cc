// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server_options.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <thread>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/time_util.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::services {
namespace {

class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (text.empty()) text = absl::StrCat(line + 1, ":", column + 1, ": ", message);
  }

  std::string text;
};

absl::Status Positive(int value, const char* field) {
  if (value >= 0) return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("read configuration: ", field, " is ", value,
                                                 "; give 0 for the default or a positive number"));
}

// The duration, or `fallback` where the config leaves it out.
absl::StatusOr<absl::Duration> PositiveDuration(bool is_set,
                                                const google::protobuf::Duration& value,
                                                absl::Duration fallback, const char* field) {
  if (!is_set) return fallback;
  const absl::Duration duration =
      absl::Milliseconds(google::protobuf::util::TimeUtil::DurationToMilliseconds(value));
  if (duration > absl::ZeroDuration()) return duration;
  return absl::InvalidArgumentError(absl::StrCat("read configuration: ", field, " is ",
                                                 absl::FormatDuration(duration),
                                                 "; it must be longer than nothing"));
}

bool IsListenAddress(const std::string& address) {
  if (absl::StartsWith(address, "unix:")) return address.size() > 5;
  const size_t colon = address.rfind(':');
  return colon != std::string::npos && colon > 0 && colon + 1 < address.size();
}

}  // namespace

absl::StatusOr<config::v1::ServerConfig> ReadConfigFile(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    return absl::InvalidArgumentError(
        absl::StrCat("read configuration ", path, ": cannot open the file"));
  }
  // A directory opens as well, and fails when it is read.
  std::ostringstream contents;
  if (file.peek() != std::ifstream::traits_type::eof()) contents << file.rdbuf();
  if (file.bad() || contents.bad()) {
    return absl::InvalidArgumentError(
        absl::StrCat("read configuration ", path, ": not readable; is it a file?"));
  }
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  config::v1::ServerConfig config;
  if (!parser.ParseFromString(contents.str(), &config)) {
    return absl::InvalidArgumentError(absl::StrCat("read configuration ", path, ":", error.text));
  }
  return config;
}

absl::StatusOr<ServerOptions> ResolveOptions(const config::v1::ServerConfig& config) {
  ServerOptions options;
  if (config.index().empty()) {
    return absl::InvalidArgumentError(
        "read configuration: index is empty; give --index DIR or set index in the file");
  }
  options.index = config.index();
  if (!config.listen().empty()) options.listen = config.listen();
  if (!IsListenAddress(options.listen)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "read configuration: listen is \"", options.listen, "\"; expected HOST:PORT or unix:PATH"));
  }
  YZ_RETURN_IF_ERROR(Positive(config.worker_threads(), "worker_threads"));
  YZ_RETURN_IF_ERROR(Positive(config.queue_size(), "queue_size"));
  options.worker_threads = config.worker_threads();
  if (options.worker_threads == 0) {
    options.worker_threads = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  }
  if (config.queue_size() > 0) options.queue_size = config.queue_size();
  YZ_ASSIGN_OR_RETURN(options.default_deadline,
                      PositiveDuration(config.has_default_deadline(), config.default_deadline(),
                                       options.default_deadline, "default_deadline"));
  YZ_ASSIGN_OR_RETURN(options.max_deadline,
                      PositiveDuration(config.has_max_deadline(), config.max_deadline(),
                                       options.max_deadline, "max_deadline"));
  YZ_ASSIGN_OR_RETURN(options.drain_timeout,
                      PositiveDuration(config.has_drain_timeout(), config.drain_timeout(),
                                       options.drain_timeout, "drain_timeout"));
  if (config.has_reload_interval()) {
    options.reload_interval = absl::Milliseconds(
        google::protobuf::util::TimeUtil::DurationToMilliseconds(config.reload_interval()));
  }
  return options;
}

}  // namespace yinzheng::services
