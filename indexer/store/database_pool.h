// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Database handles of one generation. A Xapian handle must not be used by two threads at a time, so
// each request takes a set for its length and gives it back. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_DATABASE_POOL_H_
#define YINZHENG_INDEXER_STORE_DATABASE_POOL_H_

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/base/mutex.h"

namespace yinzheng::store {

class DocumentDictionary;

struct DatabaseHandles {
  Xapian::Database articles;
  // All shards as one: docids are interleaved, frequencies added up. Its metadata is that of the
  // first shard alone.
  Xapian::Database passages;
  Xapian::Database entities;
  Xapian::Database facts;  // Likewise.
  Xapian::Database suggestions;
  // By number; the handles that the databases above are made of.
  std::vector<Xapian::Database> passage_shards;
  std::vector<Xapian::Database> fact_shards;
  // What the data of their documents was compressed with.
  std::vector<std::shared_ptr<const DocumentDictionary>> dictionaries;
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

  // Opens the first set, so that damage shows now. `shards`: of the generation (shard_layout.h).
  static absl::StatusOr<std::unique_ptr<DatabasePool>> Open(std::string directory, size_t shards,
                                                            size_t max_handles);

  // Waits until a set is free. kDeadlineExceeded at `deadline`.
  absl::StatusOr<Lease> Acquire(absl::Time deadline = absl::InfiniteFuture());

  const std::string& directory() const { return directory_; }

 private:
  DatabasePool(std::string directory, size_t shards, size_t max_handles)
      : directory_(std::move(directory)), shards_(shards), max_handles_(max_handles) {}
  absl::StatusOr<std::unique_ptr<DatabaseHandles>> OpenHandles() const;
  void GiveBack(std::unique_ptr<DatabaseHandles> handles);

  const std::string directory_;
  const size_t shards_;
  const size_t max_handles_;
  base::Mutex mutex_;
  base::ConditionVariable given_back_;
  std::vector<std::unique_ptr<DatabaseHandles>> free_ ABSL_GUARDED_BY(mutex_);
  size_t open_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DATABASE_POOL_H_
