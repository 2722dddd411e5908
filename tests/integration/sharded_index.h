// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// One corpus as indexes of different numbers of shards, each served inside the test's own process.
// The corpus is the sample of the repository and some news that the test makes up: several articles
// on each of a few institutions, with figures, quotations, dates and reprints.

#ifndef YINZHENG_TESTS_INTEGRATION_SHARDED_INDEX_H_
#define YINZHENG_TESTS_INTEGRATION_SHARDED_INDEX_H_

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "grpcpp/channel.h"
#include "indexer/store/shard_hosts.h"
#include "services/server/server.h"
#include "tests/integration/shard_process.h"

namespace yinzheng::testing {

// Writes the news to a file of records in `directory`; returns its path.
std::filesystem::path WriteNews(const std::filesystem::path& directory);

// Builds the corpus into `index_directory`; aborts with a message if that fails. Returns the id of
// the generation.
std::string BuildSharded(const std::filesystem::path& index_directory,
                         const std::filesystem::path& news, size_t shards);

// A server of an index and a channel to it.
struct ServedIndex {
  std::unique_ptr<services::Server> server;
  std::shared_ptr<grpc::Channel> channel;
};

// Serves `index_directory`; its socket is made in `directory`. With `hosts` shards are asked there.
absl::StatusOr<ServedIndex> Serve(const std::filesystem::path& index_directory,
                                  const std::filesystem::path& directory,
                                  const store::ShardHosts& hosts = {});

// Index directories, built once for a test binary: the one with so many shards.
std::filesystem::path ShardedDirectory(size_t shards);

// The same served. Aborts with a message if it cannot be.
ServedIndex& ShardedIndex(size_t shards);

// The same, every shard by a process of its own; with `mixed` the passages of the even ones and the
// facts of the odd ones alone.
ServedIndex& RemoteIndex(size_t shards, bool mixed);

// One process for each shard of passages and of facts.
struct ShardProcesses {
  std::vector<std::unique_ptr<ShardProcess>> passages;
  std::vector<std::unique_ptr<ShardProcess>> facts;

  store::ShardHosts Hosts() const;
};
ShardProcesses StartShards(const std::filesystem::path& index_directory, size_t shards);

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_INTEGRATION_SHARDED_INDEX_H_
