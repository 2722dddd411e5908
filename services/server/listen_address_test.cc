// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/listen_address.h"

#include <gtest/gtest.h>

namespace yinzheng::services {
namespace {

TEST(ListenAddressTest, TellsAddressesFromOtherWords) {
  for (const char* good : {"127.0.0.1:0", "0.0.0.0:50151", "[::1]:443", "host.example:65535",
                           "localhost:1", "unix:/run/yz.sock"}) {
    EXPECT_TRUE(IsListenAddress(good)) << good;
  }
  for (const char* bad : {"", "here", ":50151", "127.0.0.1:", "127.0.0.1:port", "127.0.0.1:65536",
                          "127.0.0.1:-1", "unix:"}) {
    EXPECT_FALSE(IsListenAddress(bad)) << bad;
  }
}

TEST(ListenAddressTest, LocalIsWhatOnlyThisMachineReaches) {
  for (const char* local :
       {"127.0.0.1:0", "127.8.9.1:1", "[::1]:443", "localhost:1", "unix:/run/yz.sock"}) {
    EXPECT_TRUE(IsLocalAddress(local)) << local;
  }
  for (const char* reachable : {"0.0.0.0:1", "[::]:1", "10.0.0.1:1", "128.0.0.1:1",
                                "host.example:1", "localhost.example:1"}) {
    EXPECT_FALSE(IsLocalAddress(reachable)) << reachable;
  }
}

TEST(ListenAddressTest, PutsThePickedPort) {
  EXPECT_EQ(WithPort("127.0.0.1:0", 4321), "127.0.0.1:4321");
  EXPECT_EQ(WithPort("[::1]:0", 4321), "[::1]:4321");
  EXPECT_EQ(WithPort("unix:/run/yz.sock", 0), "unix:/run/yz.sock");
}

}  // namespace
}  // namespace yinzheng::services
