// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/index_manager.h"

#include <utility>

#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/retractions.h"

namespace yinzheng::store {
namespace {

IndexManagerOptions WithDefaults(IndexManagerOptions options) {
  if (options.file_system == nullptr) options.file_system = &base::FileSystem::Real();
  return options;
}

}  // namespace

IndexManager::IndexManager(IndexManagerOptions options)
    : options_(WithDefaults(std::move(options))) {}
IndexManager::~IndexManager() = default;

std::shared_ptr<const IndexSnapshot> IndexManager::Acquire() const {
  base::MutexLock lock(mutex_);
  return snapshots_.empty() ? nullptr : snapshots_.front();
}

std::shared_ptr<const IndexSnapshot> IndexManager::AcquireGeneration(std::string_view id) const {
  base::MutexLock lock(mutex_);
  for (const std::shared_ptr<const IndexSnapshot>& snapshot : snapshots_) {
    if (snapshot->generation() == id) return snapshot;
  }
  return nullptr;
}

absl::StatusOr<bool> IndexManager::Poll() {
  base::MutexLock poll_lock(poll_mutex_);
  absl::StatusOr<bool> swapped = TakeCurrent();
  // Whatever became of CURRENT: an article is taken back at once.
  LetGoOfRetracted(swapped.ok() && *swapped);
  if (const std::shared_ptr<const IndexSnapshot> served = Acquire()) served->ProbeShards();
  return swapped;
}

absl::StatusOr<bool> IndexManager::TakeCurrent() {
  const GenerationDirectory directory(*options_.file_system, options_.index_directory);
  YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
  const std::shared_ptr<const IndexSnapshot> served = Acquire();
  if (served != nullptr && served->generation() == current) return false;
  // Going back to a generation that is still open, as a rollback does, opens nothing.
  std::shared_ptr<const IndexSnapshot> next = AcquireGeneration(current);
  if (next == nullptr) {
    SnapshotOptions options;
    options.directory = directory.PathOf(current);
    options.analyzer_fingerprint = options_.analyzer_fingerprint;
    options.max_handles = options_.max_handles;
    options.file_system = options_.file_system;
    options.shard_hosts = options_.shard_hosts;
    options.allow_missing_shards = served == nullptr;
    YZ_ASSIGN_OR_RETURN(next, IndexSnapshot::Open(options));
    if (served != nullptr) YZ_RETURN_IF_ERROR(next->WarmUpLike(*served));
  }
  Snapshots dropped;  // Closed after the lock is released.
  base::MutexLock lock(mutex_);
  std::erase(snapshots_, next);
  snapshots_.insert(snapshots_.begin(), std::move(next));
  while (snapshots_.size() > options_.kept_generations + 1) {
    dropped.push_back(std::move(snapshots_.back()));
    snapshots_.pop_back();
  }
  return true;
}

IndexManager::Snapshots IndexManager::Kept() const {
  base::MutexLock lock(mutex_);
  if (snapshots_.empty()) return {};
  return {snapshots_.begin() + 1, snapshots_.end()};
}

void IndexManager::LetGoOfRetracted(bool swapped) {
  const absl::StatusOr<Retractions> retractions =
      Retractions::Read(*options_.file_system, options_.index_directory);
  if (retractions.ok()) {
    const std::string digest = retractions->Digest();
    if (!swapped && digest == retractions_seen_) return;
    retractions_seen_ = digest;
  }
  Snapshots dropped = Kept();
  std::erase_if(dropped, [&](const std::shared_ptr<const IndexSnapshot>& snapshot) {
    if (!retractions.ok()) return false;
    const auto held = retractions->HeldBy(*snapshot);
    return held.ok() && held->empty();
  });
  base::MutexLock lock(mutex_);
  for (const std::shared_ptr<const IndexSnapshot>& snapshot : dropped) {
    std::erase(snapshots_, snapshot);
  }
}

absl::StatusOr<std::vector<yinzheng::v1::GenerationInfo>> IndexManager::List() const {
  return GenerationDirectory(*options_.file_system, options_.index_directory).List();
}

}  // namespace yinzheng::store
