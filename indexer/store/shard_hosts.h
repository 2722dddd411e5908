// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Where the shards of a generation are served that this machine does not have, each by
// xapian-tcpsrv. Plain values, as an operator configures them; docs/scaling.md.

#ifndef YINZHENG_INDEXER_STORE_SHARD_HOSTS_H_
#define YINZHENG_INDEXER_STORE_SHARD_HOSTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"

namespace yinzheng::store {

// Addresses (HOST:PORT) of one shard, tried in their order: the first that serves the shard of the
// generation at hand is used. So a new generation can be served beside the last one. None: its
// directory is read.
struct ShardHost {
  std::vector<std::string> passages;
  std::vector<std::string> facts;
};

struct ShardHosts {
  std::vector<ShardHost> hosts;  // By number, as many as the generation has; none: all are here.
  absl::Duration connect_timeout = absl::Seconds(1);
  absl::Duration read_timeout = absl::Seconds(3);  // For each message of a shard.
};

struct HostAndPort {
  std::string host;
  uint16_t port = 0;
};

// "db1:7001"; an IPv6 address stands in brackets. Nothing for anything else, or port 0.
std::optional<HostAndPort> ParseShardAddress(std::string_view address);

// A shard of one kind, as last seen.
struct ShardState {
  std::string name;     // Its directory: "passages-3".
  std::string problem;  // Why it cannot be asked; empty if it can.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SHARD_HOSTS_H_
