// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Database handles of one generation. A Xapian handle must not be used by two threads at a time, so
// each request takes a set for its length and gives it back. Shards on other machines are connected
// to when a request needs them, and a connection through which an error came is never used again.
// Internal to the store.
//
//   return pool.Use("read a fact", {.facts = true}, deadline,
//                   [&](DatabaseHandles& handles) -> absl::StatusOr<Fact> { … Xapian … });

#ifndef YINZHENG_INDEXER_STORE_DATABASE_POOL_H_
#define YINZHENG_INDEXER_STORE_DATABASE_POOL_H_

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "indexer/base/mutex.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/shard_fault.h"
#include "indexer/store/shard_hosts.h"
#include "indexer/store/shard_set.h"
#include "indexer/store/xapian_status.h"
#include "yinzheng/store/v1/manifest.pb.h"

namespace yinzheng::store {

struct DatabaseHandles {
  Xapian::Database articles;
  Xapian::Database entities;
  Xapian::Database suggestions;
  // All shards that can be asked as one: docids are interleaved, frequencies added up. Its metadata
  // is that of one shard alone.
  Xapian::Database passages;
  Xapian::Database facts;  // Likewise.
  ShardSet passage_shards;
  ShardSet fact_shards;
  std::vector<std::string> missing;  // Of the kinds asked for: names of shards left out above.
  // Some shards are elsewhere: every look-up is a message to each, so few are better than many.
  bool remote = false;
  // What the data of local documents was compressed with.
  std::vector<std::shared_ptr<const DocumentDictionary>> dictionaries;
};

// Which shards a request asks.
struct ShardNeeds {
  bool passages = false;
  bool facts = false;
  // Null: all of them must be there. Else what was left out is added to it.
  MissingShards* missing = nullptr;
  // What is called must not be called again: it hands on what it finds.
  bool once = false;
};

struct DatabasePoolOptions {
  std::string directory;  // Of the generation.
  v1::Manifest manifest;
  size_t max_handles = 1;
  ShardHosts shard_hosts = {};
};

// Safe for concurrent use.
class DatabasePool {
 public:
  // Holds one set of handles; gives it back when it goes. The pool must outlive it.
  class Lease {
   public:
    Lease(DatabasePool* pool, std::unique_ptr<DatabaseHandles> handles)
        : pool_(pool), handles_(std::move(handles)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    DatabaseHandles* operator->() const { return handles_.get(); }
    DatabaseHandles& operator*() const { return *handles_; }

   private:
    DatabasePool* pool_;
    std::unique_ptr<DatabaseHandles> handles_;
  };

  // Opens the first set and checks what every database that is here says of itself, so that damage
  // shows now. kDataLoss.
  static absl::StatusOr<std::unique_ptr<DatabasePool>> Open(DatabasePoolOptions options);

  // Connects to the shards that are elsewhere for the first time. kFailedPrecondition as
  // ConnectShard; kUnavailable as well, unless shards that cannot be reached may be missing.
  absl::Status ConnectAll(bool allow_missing);

  // Waits until a set is free. kDeadlineExceeded at `deadline`; kUnavailable (ShardsUnavailable)
  // for shards that are needed, and if there is none of a kind at all.
  absl::StatusOr<Lease> Acquire(absl::Time deadline = absl::InfiniteFuture(),
                                const ShardNeeds& needs = {});

  // Calls `function` with handles, inside CatchXapian. Where a connection to a shard breaks before
  // `deadline`, it is called once more with fresh ones; so it must not leave half of its work
  // behind. A shard that is too slow for its read timeout but can be connected to is
  // kDeadlineExceeded: asking it again would not be quicker.
  template <typename Function>
  auto Use(std::string_view attempt, const ShardNeeds& needs, absl::Time deadline,
           Function&& function) -> decltype(function(std::declval<DatabaseHandles&>())) {
    for (bool again = false;; again = true) {
      absl::StatusOr<Lease> lease = Acquire(deadline, needs);
      if (!lease.ok()) return lease.status();
      Thrown thrown = Thrown::kNothing;
      auto result = CatchXapian(
          attempt, [&] { return function(**lease); }, &thrown);
      if (thrown == Thrown::kNothing || !(*lease)->remote) {
        NoteMissing(**lease, needs);
        return result;
      }
      Disconnect(**lease);
      if (thrown == Thrown::kOther) return result;
      const absl::Status broken = StatusOf(result);
      if (thrown == Thrown::kTimeout) YZ_RETURN_IF_ERROR(FindHanging(**lease, needs));
      if (again || needs.once) return Broken(broken, needs);
      if (deadline <= absl::Now()) return absl::DeadlineExceededError(broken.message());
    }
  }

  // Connects to shards that could not be reached, if it is time, and asks connected ones for a sign
  // of life. For a thread that looks after the index now and then.
  void Probe();

  // The shards that are elsewhere, as last seen.
  std::vector<ShardState> Shards() const;

  const std::string& directory() const { return options_.directory; }

 private:
  explicit DatabasePool(DatabasePoolOptions options);
  absl::StatusOr<Lease> TakeHandles(absl::Time deadline);
  absl::StatusOr<std::unique_ptr<DatabaseHandles>> OpenHandles() const;
  absl::Status CheckFirst();
  absl::Status ConnectNeeded(DatabaseHandles& handles, const ShardNeeds& needs);
  absl::Status FindHanging(DatabaseHandles& handles, const ShardNeeds& needs);
  // Says of all shards asked that one of them broke: Xapian tells the address, not the shard.
  absl::Status Broken(const absl::Status& fault, const ShardNeeds& needs) const;
  static const absl::Status& StatusOf(const absl::Status& result) { return result; }
  template <typename T>
  static const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
    return result.status();
  }
  static void NoteMissing(const DatabaseHandles& handles, const ShardNeeds& needs);
  void Disconnect(DatabaseHandles& handles) const;
  void GiveBack(std::unique_ptr<DatabaseHandles> handles);

  const DatabasePoolOptions options_;
  GenerationStamp stamp_;  // Set by Open.
  const std::unique_ptr<ShardSource> passages_;
  const std::unique_ptr<ShardSource> facts_;
  base::Mutex mutex_;
  base::ConditionVariable given_back_;
  std::vector<std::unique_ptr<DatabaseHandles>> free_ ABSL_GUARDED_BY(mutex_);
  size_t open_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DATABASE_POOL_H_
