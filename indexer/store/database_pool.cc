// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/database_pool.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/document_codec.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store {
namespace {

Xapian::Database Combined(const std::vector<Xapian::Database>& shards) {
  Xapian::Database combined;
  for (const Xapian::Database& shard : shards) combined.add_database(shard);
  return combined;
}

std::vector<Xapian::Database> AllDatabases(const DatabaseHandles& handles) {
  std::vector<Xapian::Database> all = {handles.articles, handles.entities, handles.suggestions};
  all.insert(all.end(), handles.passage_shards.begin(), handles.passage_shards.end());
  all.insert(all.end(), handles.fact_shards.begin(), handles.fact_shards.end());
  return all;
}

}  // namespace

DatabasePool::Lease::~Lease() {
  if (handles_ != nullptr) pool_->GiveBack(std::move(handles_));
}

absl::StatusOr<std::unique_ptr<DatabasePool>> DatabasePool::Open(std::string directory,
                                                                 size_t shards,
                                                                 size_t max_handles) {
  std::unique_ptr<DatabasePool> pool(new DatabasePool(std::move(directory), shards, max_handles));
  YZ_ASSIGN_OR_RETURN(Lease first, pool->Acquire());
  return pool;
}

absl::StatusOr<std::unique_ptr<DatabaseHandles>> DatabasePool::OpenHandles() const {
  const auto path = [&](std::string_view name) { return base::JoinPath(directory_, name); };
  return CatchXapian(
      absl::StrCat("open the databases of ", directory_),
      [&]() -> absl::StatusOr<std::unique_ptr<DatabaseHandles>> {
        auto handles = std::make_unique<DatabaseHandles>();
        handles->articles = Xapian::Database(path(kArticlesDirectory));
        handles->entities = Xapian::Database(path(kEntitiesDirectory));
        handles->suggestions = Xapian::Database(path(kSuggestionsDirectory));
        for (size_t i = 0; i < shards_; ++i) {
          handles->passage_shards.emplace_back(path(PassagesDirectory(i, shards_)));
          handles->fact_shards.emplace_back(path(FactsDirectory(i, shards_)));
        }
        handles->passages = Combined(handles->passage_shards);
        handles->facts = Combined(handles->fact_shards);
        for (const Xapian::Database& database : AllDatabases(*handles)) {
          YZ_ASSIGN_OR_RETURN(
              std::shared_ptr<const DocumentDictionary> dictionary,
              HoldDictionary(database.get_metadata(std::string(metadata::kDictionary))));
          handles->dictionaries.push_back(std::move(dictionary));
        }
        return handles;
      });
}

absl::StatusOr<DatabasePool::Lease> DatabasePool::Acquire(absl::Time deadline) {
  {
    base::MutexLock lock(mutex_);
    while (free_.empty() && open_ >= max_handles_) {
      // Bounded waits: a deadline far away must not overflow the clock's arithmetic.
      const absl::Duration left = std::min(deadline - absl::Now(), absl::Seconds(1));
      if (left <= absl::ZeroDuration()) {
        return absl::DeadlineExceededError(absl::StrCat("waiting for one of ", max_handles_,
                                                        " handles of ", directory_,
                                                        ": the deadline passed"));
      }
      given_back_.WaitFor(mutex_, absl::ToChronoNanoseconds(left));
    }
    if (!free_.empty()) {
      std::unique_ptr<DatabaseHandles> handles = std::move(free_.back());
      free_.pop_back();
      return Lease(this, std::move(handles));
    }
    ++open_;
  }
  absl::StatusOr<std::unique_ptr<DatabaseHandles>> handles = OpenHandles();
  if (!handles.ok()) {
    base::MutexLock lock(mutex_);
    --open_;
    given_back_.SignalOne();
    return handles.status();
  }
  return Lease(this, *std::move(handles));
}

void DatabasePool::GiveBack(std::unique_ptr<DatabaseHandles> handles) {
  base::MutexLock lock(mutex_);
  free_.push_back(std::move(handles));
  given_back_.SignalOne();
}

}  // namespace yinzheng::store
