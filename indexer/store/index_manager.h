// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which generation is served. It follows CURRENT: a new generation is opened beside the old one,
// warmed up by what was asked of that one (IndexSnapshot::WarmUpLike) and swapped in; requests that
// run keep the one they acquired. A generation that cannot be opened is refused and the old one
// kept. It has no thread of its own: the server calls Poll() from time to time.

#ifndef YINZHENG_INDEXER_STORE_INDEX_MANAGER_H_
#define YINZHENG_INDEXER_STORE_INDEX_MANAGER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/base/mutex.h"
#include "indexer/store/index_snapshot.h"
#include "yinzheng/v1/index_service.pb.h"

namespace yinzheng::store {

struct IndexManagerOptions {
  std::string index_directory;
  std::string analyzer_fingerprint;  // See SnapshotOptions.
  size_t max_handles = 0;
  size_t kept_generations = 2;  // Older snapshots that stay open for page tokens.
  base::FileSystem* file_system = nullptr;
  ShardHosts shard_hosts = {};  // See SnapshotOptions.
};

// Safe for concurrent use.
class IndexManager {
 public:
  // Opens nothing yet: call Poll().
  explicit IndexManager(IndexManagerOptions options);
  ~IndexManager();

  // The generation being served; hold it for one request. Null before the first one was opened.
  std::shared_ptr<const IndexSnapshot> Acquire() const;

  // The generation with this id if it is served or kept (for page tokens), else null.
  std::shared_ptr<const IndexSnapshot> AcquireGeneration(std::string_view id) const;

  // Opens what CURRENT names if that is another generation than the one served. True if it swapped.
  // Lets go of kept generations that hold a retracted article, since page tokens would show it:
  // they are looked through when RETRACTED or what is served has changed (for the cost see
  // Retractions::HeldBy); while RETRACTED cannot be read, none is kept.
  // The first generation is opened though shards cannot be reached, so that a server can start; a
  // later one only with all of them.
  // An error (as of IndexSnapshot::Open, or kNotFound without CURRENT) leaves what is served alone;
  // the next call tries again.
  absl::StatusOr<bool> Poll();

  // The generations in the directory, latest first.
  absl::StatusOr<std::vector<yinzheng::v1::GenerationInfo>> List() const;

 private:
  using Snapshots = std::vector<std::shared_ptr<const IndexSnapshot>>;

  absl::StatusOr<bool> TakeCurrent();
  void LetGoOfRetracted(bool swapped) ABSL_EXCLUSIVE_LOCKS_REQUIRED(poll_mutex_);
  Snapshots Kept() const;

  const IndexManagerOptions options_;
  base::Mutex poll_mutex_;  // One Poll at a time; never held while serving.
  std::string retractions_seen_ ABSL_GUARDED_BY(poll_mutex_);  // Their digest.
  mutable base::Mutex mutex_;
  Snapshots snapshots_ ABSL_GUARDED_BY(mutex_);  // Served one first.
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_INDEX_MANAGER_H_
