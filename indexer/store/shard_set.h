// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The shards of one kind: where they are (ShardSource, one for a generation), and the handles of
// them that one set has (ShardSet). Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_SHARD_SET_H_
#define YINZHENG_INDEXER_STORE_SHARD_SET_H_

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/base/mutex.h"
#include "indexer/store/database_metadata.h"
#include "indexer/store/remote_shard.h"
#include "indexer/store/shard_health.h"
#include "indexer/store/shard_hosts.h"

namespace yinzheng::store {

// Handles by number; nothing for a shard that is not connected.
struct ShardSet {
  std::vector<std::optional<Xapian::Database>> shards;
  absl::Time used = absl::InfinitePast();  // When connections were last of use.

  size_t size() const { return shards.size(); }
  // Those that are connected.
  std::vector<Xapian::Database> Present() const;
};

// Safe for concurrent use.
class ShardSource {
 public:
  enum class Kind { kPassages, kFacts };

  ShardSource(Kind kind, const std::string& generation_directory, size_t shards,
              const ShardHosts& hosts, const base::Clock& clock);

  size_t size() const { return shards_.size(); }
  bool has_remote() const { return has_remote_; }
  const std::string& name(size_t shard) const { return shards_[shard].name; }
  const std::string& label(size_t shard) const { return shards_[shard].label; }
  const std::string& path(size_t shard) const { return paths_[shard]; }
  bool is_remote(size_t shard) const { return !shards_[shard].addresses.empty(); }

  // Connects to what is missing in `set` and does not rest, all at a time; lets go of what others
  // found to be unreachable, and of connections that were idle for so long that the other side may
  // have closed them. True if the set changed.
  bool Connect(const GenerationStamp& stamp, ShardSet& set);

  // Drops every connection, as one of them broke.
  void Disconnect(ShardSet& set) const;

  // Asks every connected shard for a sign of life, all at a time; drops those that give none.
  void Probe(ShardSet& set);

  // Names of the shards that `set` lacks.
  std::vector<std::string> Missing(const ShardSet& set) const;

  // Why, for people.
  std::string WhyMissing(const ShardSet& set) const;
  // The same as a status: kFailedPrecondition if one of them serves something else.
  absl::Status Problem(const ShardSet& set) const;

  std::vector<ShardState> States() const;

 private:
  std::vector<size_t> ToConnect(ShardSet& set);
  void Hold(size_t shard, const ConnectedShard& connected);

  std::vector<RemoteShard> shards_;
  std::vector<std::string> paths_;
  bool has_remote_ = false;
  const base::Clock& clock_;
  ShardHealth health_;
  mutable base::Mutex mutex_;
  std::vector<std::shared_ptr<const DocumentDictionary>> dictionaries_ ABSL_GUARDED_BY(mutex_);
  std::vector<bool> has_dictionary_ ABSL_GUARDED_BY(mutex_);
};

// The shards that are there as one database; one without shards if there is none.
Xapian::Database Combined(const ShardSet& set);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SHARD_SET_H_
