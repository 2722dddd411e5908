// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/server_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "google/protobuf/text_format.h"

namespace yinzheng::services {
namespace {

config::v1::ServerConfig Config(const std::string& text) {
  config::v1::ServerConfig config;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &config)) << text;
  return config;
}

TEST(ServerOptionsTest, FillsInDefaults) {
  const auto options = ResolveOptions(Config("index: 'idx'"));
  ASSERT_TRUE(options.ok()) << options.status();
  EXPECT_EQ(options->listen, "127.0.0.1:50151");
  EXPECT_GE(options->worker_threads, 1);
  EXPECT_EQ(options->queue_size, 256);
  EXPECT_EQ(options->max_deadline, absl::Seconds(60));
}

TEST(ServerOptionsTest, RefusesWhatCannotWork) {
  struct Row {
    const char* config;
    const char* message;
  };
  for (const Row& row :
       {Row{"", "index is empty"}, Row{"index: 'i' listen: 'here'", "listen"},
        Row{"index: 'i' listen: 'unix:'", "listen"},
        Row{"index: 'i' worker_threads: -1", "worker_threads is -1"},
        Row{"index: 'i' queue_size: -1", "queue_size is -1"},
        Row{"index: 'i' max_deadline { }", "max_deadline"},
        Row{"index: 'i' drain_timeout { seconds: -1 }", "drain_timeout"},
        Row{"index: 'i' drain_delay { seconds: -1 }", "drain_delay"},
        Row{"index: 'i' shard_hosts { passages: 'db1' }", "shard_hosts.passages"},
        Row{"index: 'i' shard_hosts { facts: 'db1:0' }", "shard_hosts.facts"},
        Row{"index: 'i' shard_read_timeout { }", "shard_read_timeout"},
        Row{"index: 'i' shard_connect_timeout { seconds: -1 }", "shard_connect_timeout"},
        Row{"index: 'i' log_level: 'loud'", "log_level"},
        Row{"index: 'i' max_message_bytes: 5000000", "up to 4194304"},
        Row{"index: 'i' max_requests_per_caller: -2", "max_requests_per_caller"},
        Row{"index: 'i' probe_listen: '50152'", "probe_listen"},
        Row{"index: 'i' metrics_listen: 'unix:m'", "metrics need HOST:PORT"},
        Row{"index: 'i' tls { private_key: 'k' }", "tls.certificate is empty"},
        Row{"index: 'i' tls { certificate: 'c' }", "tls.private_key is empty"}}) {
    const auto options = ResolveOptions(Config(row.config));
    EXPECT_EQ(options.status().code(), absl::StatusCode::kInvalidArgument) << row.config;
    EXPECT_THAT(std::string(options.status().message()), testing::HasSubstr(row.message));
  }
}

TEST(ServerOptionsTest, ShardsAreNamedFromTheFirstOn) {
  const auto options = ResolveOptions(
      Config("index: 'i' shard_hosts { passages: ['db1:7000', 'db1:7100'] facts: 'db1:7001' } "
             "shard_hosts { facts: '[::1]:7001' } shard_read_timeout { nanos: 250000000 }"));
  ASSERT_TRUE(options.ok()) << options.status();
  const store::ShardHosts& shards = options->shard_hosts;
  ASSERT_EQ(shards.hosts.size(), 2U);
  EXPECT_THAT(shards.hosts[0].passages, testing::ElementsAre("db1:7000", "db1:7100"));
  EXPECT_THAT(shards.hosts[1].passages, testing::IsEmpty());
  EXPECT_EQ(shards.connect_timeout, absl::Seconds(1));
  EXPECT_EQ(shards.read_timeout, absl::Milliseconds(250));
}

TEST(ServerOptionsTest, AnAddressThatOthersReachWantsTlsOrAWord) {
  constexpr char kPublic[] = "index: 'i' listen: '0.0.0.0:50151' ";
  const auto with = [&](const std::string& more) { return ResolveOptions(Config(kPublic + more)); };
  EXPECT_THAT(std::string(with("").status().message()), testing::HasSubstr("there is no TLS"));
  EXPECT_TRUE(with("allow_insecure: true").ok());
  EXPECT_TRUE(with("tls { certificate: 'c' private_key: 'k' }").ok());
  EXPECT_THAT(std::string(with("allow_insecure: true channelz: true").status().message()),
              testing::HasSubstr("channelz"));
  EXPECT_TRUE(ResolveOptions(Config("index: 'i' channelz: true")).ok());
}

TEST(ServerOptionsTest, FillInConfigLeavesNothingToGuess) {
  const auto filled = FillInConfig(Config("index: 'i' queue_size: 3"));
  ASSERT_TRUE(filled.ok()) << filled.status();
  EXPECT_EQ(filled->queue_size(), 3);
  EXPECT_EQ(filled->max_requests_per_caller(), 64);
  EXPECT_EQ(filled->slow_request().seconds(), 1);
  EXPECT_EQ(filled->log_level(), "info");
  // What is printed can be read again and means the same.
  std::string text;
  google::protobuf::TextFormat::PrintToString(*filled, &text);
  const auto again = FillInConfig(Config(text));
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(again->DebugString(), filled->DebugString());
}

TEST(ServerOptionsTest, SettingsOfTheCommandLineNameTheirMistake) {
  auto config = Config("index: 'i'");
  EXPECT_THAT(std::string(MergeConfigText("colour: 3", config).message()),
              testing::HasSubstr("--set 'colour: 3':1:"));
  EXPECT_EQ(config.DebugString(), Config("index: 'i'").DebugString());
}

TEST(ServerOptionsTest, SettingsStandOverTheFileWhateverTheyAre) {
  auto config = Config(
      "index: 'i' queue_size: 9 channelz: true tokens: 't' default_deadline { seconds: 10 } "
      "tls { certificate: 'c' private_key: 'k' client_ca: 'a' }");
  for (const char* setting :
       {"queue_size: 0", "channelz: false", "tokens: ''", "default_deadline { nanos: 500000000 }",
        "tls { certificate: 'd' private_key: 'l' }", "listen: '127.0.0.1:1'"}) {
    ASSERT_TRUE(MergeConfigText(setting, config).ok()) << setting;
  }
  EXPECT_EQ(config.DebugString(),
            Config("index: 'i' listen: '127.0.0.1:1' default_deadline { nanos: 500000000 } "
                   "tls { certificate: 'd' private_key: 'l' }")
                .DebugString());
}

TEST(ServerOptionsTest, ConfigFileErrorsNameLineAndColumn) {
  const std::string path = testing::TempDir() + "/server_options_test.textproto";
  std::ofstream(path) << "index: 'idx'\ncolour: 1\n";
  const auto config = ReadConfigFile(path);
  EXPECT_THAT(std::string(config.status().message()), testing::HasSubstr(path + ":2:"));
  EXPECT_FALSE(ReadConfigFile("/nonexistent/x.textproto").ok());
  EXPECT_THAT(std::string(ReadConfigFile("/").status().message()),
              testing::HasSubstr("not readable"));
}

// What the repository ships for operators must be readable by the server it ships.
TEST(ServerOptionsTest, ShippedConfigurationIsValid) {
  const auto config =
      ReadConfigFile(std::string(YINZHENG_SOURCE_DIR) + "/deploy/config/server.textproto");
  ASSERT_TRUE(config.ok()) << config.status();
  EXPECT_TRUE(ResolveOptions(*config).ok());
  for (const char* name : {"container.textproto", "sharded.textproto"}) {
    const auto container =
        ReadConfigFile(std::string(YINZHENG_SOURCE_DIR) + "/deploy/config/" + name);
    ASSERT_TRUE(container.ok()) << container.status();
    EXPECT_FALSE(ResolveOptions(*container).ok()) << "somebody has to vouch for the network";
    auto vouched = *container;
    vouched.set_allow_insecure(true);
    EXPECT_TRUE(ResolveOptions(vouched).ok());
  }
}

}  // namespace
}  // namespace yinzheng::services
