// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server_options.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "google/protobuf/io/tokenizer.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/time_util.h"
#include "indexer/base/file_system.h"
#include "indexer/base/logging.h"
#include "indexer/base/status_macros.h"
#include "services/server/listen_address.h"

namespace yinzheng::services {
namespace {

using config::v1::ServerConfig;
using google::protobuf::util::TimeUtil;

// "3:7: Message type … has no field named …"
class FirstError : public google::protobuf::io::ErrorCollector {
 public:
  void AddError(int line, int column, const std::string& message) override {
    if (text.empty()) text = absl::StrCat(line + 1, ":", column + 1, ": ", message);
  }

  std::string text;
};

absl::StatusOr<ServerConfig> Parse(const std::string& text, const std::string& where) {
  FirstError error;
  google::protobuf::TextFormat::Parser parser;
  parser.RecordErrorsTo(&error);
  ServerConfig config;
  if (!parser.ParseFromString(text, &config)) {
    return absl::InvalidArgumentError(absl::StrCat("read configuration ", where, ":", error.text));
  }
  return config;
}

absl::Status Refuse(const char* field, const std::string& value, const std::string& expected) {
  return absl::InvalidArgumentError(
      absl::StrCat("read configuration: ", field, " is ", value, "; ", expected));
}

absl::Duration ToDuration(const google::protobuf::Duration& duration) {
  return absl::Milliseconds(TimeUtil::DurationToMilliseconds(duration));
}

// A number for which 0 means a default.
struct NumberField {
  const char* name;
  int32_t (ServerConfig::*get)() const;
  void (ServerConfig::*set)(int32_t);
  int32_t fallback;
  int32_t most;
};

absl::Status FillInNumber(const NumberField& field, ServerConfig& config) {
  const int32_t value = (config.*field.get)();
  if (value < 0 || value > field.most) {
    return Refuse(field.name, absl::StrCat(value),
                  absl::StrCat("give 0 for the default or up to ", field.most));
  }
  if (value == 0) (config.*field.set)(field.fallback);
  return absl::OkStatus();
}

void FillInDuration(bool is_set, google::protobuf::Duration* (ServerConfig::*mutable_field)(),
                    absl::Duration fallback, ServerConfig& config) {
  if (is_set) return;
  *(config.*mutable_field)() =
      TimeUtil::MillisecondsToDuration(absl::ToInt64Milliseconds(fallback));
}

absl::Status FillInNumbers(ServerConfig& config) {
  const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  const ServerOptions defaults;
  const NumberField fields[] = {
      {"worker_threads", &ServerConfig::worker_threads, &ServerConfig::set_worker_threads, cores,
       1024},
      {"queue_size", &ServerConfig::queue_size, &ServerConfig::set_queue_size, defaults.queue_size,
       1 << 20},
      {"max_requests_per_caller", &ServerConfig::max_requests_per_caller,
       &ServerConfig::set_max_requests_per_caller, defaults.max_requests_per_caller, 1 << 20},
      {"max_message_bytes", &ServerConfig::max_message_bytes, &ServerConfig::set_max_message_bytes,
       defaults.max_message_bytes, kMaxMessageBytes},
      {"kept_generations", &ServerConfig::kept_generations, &ServerConfig::set_kept_generations,
       defaults.kept_generations, 100},
  };
  for (const NumberField& field : fields) YZ_RETURN_IF_ERROR(FillInNumber(field, config));
  return absl::OkStatus();
}

void FillInDurations(ServerConfig& config) {
  const ServerOptions defaults;
  FillInDuration(config.has_default_deadline(), &ServerConfig::mutable_default_deadline,
                 defaults.default_deadline, config);
  FillInDuration(config.has_max_deadline(), &ServerConfig::mutable_max_deadline,
                 defaults.max_deadline, config);
  FillInDuration(config.has_drain_timeout(), &ServerConfig::mutable_drain_timeout,
                 defaults.drain_timeout, config);
  FillInDuration(config.has_drain_delay(), &ServerConfig::mutable_drain_delay, defaults.drain_delay,
                 config);
  FillInDuration(config.has_reload_interval(), &ServerConfig::mutable_reload_interval,
                 defaults.reload_interval, config);
  FillInDuration(config.has_shard_connect_timeout(), &ServerConfig::mutable_shard_connect_timeout,
                 defaults.shard_hosts.connect_timeout, config);
  FillInDuration(config.has_shard_read_timeout(), &ServerConfig::mutable_shard_read_timeout,
                 defaults.shard_hosts.read_timeout, config);
  FillInDuration(config.has_slow_request(), &ServerConfig::mutable_slow_request,
                 defaults.slow_request, config);
}

absl::Status CheckDurations(const ServerOptions& options) {
  const std::pair<const char*, absl::Duration> positive[] = {
      {"default_deadline", options.default_deadline},
      {"max_deadline", options.max_deadline},
      {"drain_timeout", options.drain_timeout},
      {"shard_connect_timeout", options.shard_hosts.connect_timeout},
      {"shard_read_timeout", options.shard_hosts.read_timeout}};
  for (const auto& [field, duration] : positive) {
    if (duration <= absl::ZeroDuration()) {
      return Refuse(field, absl::FormatDuration(duration), "it must be longer than nothing");
    }
  }
  if (options.drain_delay < absl::ZeroDuration()) {
    return Refuse("drain_delay", absl::FormatDuration(options.drain_delay),
                  "it must not be negative");
  }
  return absl::OkStatus();
}

absl::Status CheckAddress(const char* field, const std::string& address) {
  if (IsListenAddress(address)) return absl::OkStatus();
  return Refuse(field, absl::StrCat("\"", address, "\""),
                "expected HOST:PORT with a port from 0 to 65535, or unix:PATH");
}

absl::Status CheckAddresses(const ServerOptions& options) {
  YZ_RETURN_IF_ERROR(CheckAddress("listen", options.listen));
  if (!options.probe_listen.empty()) {
    YZ_RETURN_IF_ERROR(CheckAddress("probe_listen", options.probe_listen));
  }
  if (options.metrics_listen.empty()) return absl::OkStatus();
  YZ_RETURN_IF_ERROR(CheckAddress("metrics_listen", options.metrics_listen));
  if (options.metrics_listen.rfind("unix:", 0) == 0) {
    return Refuse("metrics_listen", options.metrics_listen, "metrics need HOST:PORT");
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<std::string>> ReadShardAddresses(
    const char* field, const google::protobuf::RepeatedPtrField<std::string>& addresses) {
  for (const std::string& address : addresses) {
    if (store::ParseShardAddress(address)) continue;
    return Refuse(field, absl::StrCat("\"", address, "\""),
                  "expected HOST:PORT with a port from 1 to 65535");
  }
  return std::vector<std::string>(addresses.begin(), addresses.end());
}

absl::StatusOr<store::ShardHosts> ReadShardHosts(const ServerConfig& config) {
  store::ShardHosts shards;
  for (const config::v1::ShardConfig& host : config.shard_hosts()) {
    store::ShardHost& shard = shards.hosts.emplace_back();
    YZ_ASSIGN_OR_RETURN(shard.passages,
                        ReadShardAddresses("shard_hosts.passages", host.passages()));
    YZ_ASSIGN_OR_RETURN(shard.facts, ReadShardAddresses("shard_hosts.facts", host.facts()));
  }
  shards.connect_timeout = ToDuration(config.shard_connect_timeout());
  shards.read_timeout = ToDuration(config.shard_read_timeout());
  return shards;
}

// What would leave the door open without the operator having said so.
absl::Status CheckExposure(const ServerConfig& config, const ServerOptions& options) {
  const bool local = IsLocalAddress(options.listen);
  if (!local && !options.tls.enabled() && !config.allow_insecure()) {
    return Refuse("listen", options.listen,
                  "which others reach, and there is no TLS; set tls, or listen on 127.0.0.1 or a "
                  "Unix socket, or set allow_insecure if the network itself is guarded");
  }
  if (!local && options.channelz) {
    return Refuse("channelz", "true",
                  absl::StrCat("it would tell of all calls to whoever reaches ", options.listen,
                               "; listen on 127.0.0.1 or a Unix socket, or leave it out"));
  }
  return absl::OkStatus();
}

absl::StatusOr<TlsFiles> ReadTls(const ServerConfig& config) {
  TlsFiles files;
  if (!config.has_tls()) return files;
  files = {config.tls().certificate(), config.tls().private_key(), config.tls().client_ca()};
  if (files.certificate.empty()) return Refuse("tls.certificate", "empty", "give a PEM file");
  if (files.private_key.empty()) return Refuse("tls.private_key", "empty", "give a PEM file");
  return files;
}

}  // namespace

absl::StatusOr<ServerConfig> ReadConfigFile(const std::string& path) {
  const absl::StatusOr<std::string> contents = base::FileSystem::Real().ReadFile(path);
  if (!contents.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("read configuration ", path,
                                                   ": not readable; is it a file? (",
                                                   contents.status().message(), ")"));
  }
  return Parse(*contents, path);
}

absl::Status MergeConfigText(const std::string& text, ServerConfig& config) {
  YZ_ASSIGN_OR_RETURN(const ServerConfig set, Parse(text, absl::StrCat("--set '", text, "'")));
  const google::protobuf::Reflection& reflection = *config.GetReflection();
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  set.GetReflection()->ListFields(set, &fields);
  for (const google::protobuf::FieldDescriptor* field : fields) {
    if (field->message_type() != nullptr) reflection.ClearField(&config, field);
  }
  // The parser, unlike MergeFrom, also sets what it reads to be false, 0 or empty.
  google::protobuf::TextFormat::Parser().MergeFromString(text, &config);
  return absl::OkStatus();
}

absl::StatusOr<ServerConfig> FillInConfig(ServerConfig config) {
  const ServerOptions defaults;
  if (config.index().empty()) {
    return Refuse("index", "empty", "give --index DIR or set index in the file");
  }
  if (config.listen().empty()) config.set_listen(defaults.listen);
  if (config.log_level().empty()) config.set_log_level("info");
  base::LogLevel level;
  if (!base::ParseLogLevel(config.log_level(), &level)) {
    return Refuse("log_level", absl::StrCat("\"", config.log_level(), "\""),
                  "expected debug, info, warning, error or off");
  }
  YZ_RETURN_IF_ERROR(FillInNumbers(config));
  FillInDurations(config);
  return config;
}

absl::StatusOr<ServerOptions> ResolveOptions(const ServerConfig& given) {
  YZ_ASSIGN_OR_RETURN(const ServerConfig config, FillInConfig(given));
  ServerOptions options;
  options.index = config.index();
  options.listen = config.listen();
  options.worker_threads = config.worker_threads();
  options.queue_size = config.queue_size();
  options.default_deadline = ToDuration(config.default_deadline());
  options.max_deadline = ToDuration(config.max_deadline());
  options.drain_timeout = ToDuration(config.drain_timeout());
  options.drain_delay = ToDuration(config.drain_delay());
  options.reload_interval = ToDuration(config.reload_interval());
  options.slow_request = ToDuration(config.slow_request());
  YZ_ASSIGN_OR_RETURN(options.tls, ReadTls(config));
  YZ_ASSIGN_OR_RETURN(options.shard_hosts, ReadShardHosts(config));
  options.tokens = config.tokens();
  options.allow_operations = config.allow_operations();
  options.probe_listen = config.probe_listen();
  options.metrics_listen = config.metrics_listen();
  options.max_requests_per_caller = config.max_requests_per_caller();
  options.max_message_bytes = config.max_message_bytes();
  options.kept_generations = config.kept_generations();
  options.channelz = config.channelz();
  YZ_RETURN_IF_ERROR(CheckDurations(options));
  YZ_RETURN_IF_ERROR(CheckAddresses(options));
  YZ_RETURN_IF_ERROR(CheckExposure(config, options));
  return options;
}

}  // namespace yinzheng::services
