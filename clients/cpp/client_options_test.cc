// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/client_options.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace yinzheng::client {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(IsOnThisMachineTest, LoopbackAndSocketsAre) {
  for (const char* address : {"127.0.0.1:50151", "127.8.8.8:50151", "localhost:50151", "localhost",
                              "[::1]:50151", "unix:/run/yinzheng", "unix:///run/yinzheng",
                              "unix-abstract:yinzheng", "dns:///localhost:50151",
                              "dns:localhost:50151", "ipv4:127.0.0.1:50151", "ipv6:[::1]:50151"}) {
    EXPECT_TRUE(IsOnThisMachine(address)) << address;
  }
}

TEST(IsOnThisMachineTest, WhatOnlyLooksLikeItIsNot) {
  for (const char* address :
       {"", "10.0.0.1:50151", "server.example:50151", "127.example.org:50151",
        "127.0.0.1.example.org:50151", "localhost.example.org:50151", "0.0.0.0:50151",
        "[::2]:50151", "[::1", "[::1].example.org:50151", "ipv4:127.0.0.1:50151,10.0.0.1:50151",
        "xds:///localhost:50151", "dns://10.0.0.1/localhost:50151"}) {
    EXPECT_FALSE(IsOnThisMachine(address)) << address;
  }
}

TEST(CheckOptionsTest, TheDefaultsAreGood) { EXPECT_TRUE(CheckOptions(ClientOptions()).ok()); }

TEST(CheckOptionsTest, ATokenIsNotSentInTheClear) {
  ClientOptions options{.address = "server.example:50151", .token = "secret"};
  const absl::Status status = CheckOptions(options);
  EXPECT_EQ(status.code(), absl::StatusCode::kInvalidArgument);
  EXPECT_THAT(status.message(), HasSubstr("server.example:50151"));
  EXPECT_THAT(status.message(), Not(HasSubstr("secret")));

  options.allow_insecure_token = true;
  EXPECT_TRUE(CheckOptions(options).ok());
  options.allow_insecure_token = false;
  options.tls.emplace();
  EXPECT_TRUE(CheckOptions(options).ok());
  EXPECT_TRUE(CheckOptions({.address = "unix:/run/yinzheng", .token = "secret"}).ok());
}

TEST(CheckOptionsTest, HalfACertificateIsNone) {
  ClientOptions options;
  options.tls.emplace().certificate = "PEM";
  EXPECT_THAT(CheckOptions(options).message(), HasSubstr("private_key"));
  options.tls->private_key = "PEM";
  EXPECT_TRUE(CheckOptions(options).ok());
  options.tls->certificate.clear();
  EXPECT_EQ(CheckOptions(options).code(), absl::StatusCode::kInvalidArgument);
}

TEST(CheckOptionsTest, ADeadlineLeavesTime) {
  for (const absl::Duration deadline : {absl::ZeroDuration(), absl::Seconds(-1)}) {
    EXPECT_EQ(CheckOptions({.deadline = deadline}).code(), absl::StatusCode::kInvalidArgument);
  }
  EXPECT_TRUE(CheckOptions({.deadline = absl::InfiniteDuration()}).ok());
}

}  // namespace
}  // namespace yinzheng::client
