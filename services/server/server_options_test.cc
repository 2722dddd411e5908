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
  for (const Row& row : {Row{"", "index is empty"}, Row{"index: 'i' listen: 'here'", "listen"},
                         Row{"index: 'i' listen: 'unix:'", "listen"},
                         Row{"index: 'i' worker_threads: -1", "worker_threads is -1"},
                         Row{"index: 'i' queue_size: -1", "queue_size is -1"},
                         Row{"index: 'i' max_deadline { }", "max_deadline"},
                         Row{"index: 'i' drain_timeout { seconds: -1 }", "drain_timeout"}}) {
    const auto options = ResolveOptions(Config(row.config));
    EXPECT_EQ(options.status().code(), absl::StatusCode::kInvalidArgument) << row.config;
    EXPECT_THAT(std::string(options.status().message()), testing::HasSubstr(row.message));
  }
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
}

}  // namespace
}  // namespace yinzheng::services
