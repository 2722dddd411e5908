// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/database_pool.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/clock.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/document_codec.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"

namespace yinzheng::store {
namespace {

using Kind = ShardSource::Kind;

// Opens the shards that are here; the others are connected to when they are needed.
void OpenLocal(const ShardSource& source, ShardSet& set) {
  set.shards.resize(source.size());
  for (size_t i = 0; i < source.size(); ++i) {
    if (!source.is_remote(i)) set.shards[i] = Xapian::Database(source.path(i));
  }
}

std::vector<Xapian::Database> LocalDatabases(const DatabaseHandles& handles,
                                             const ShardSource& passages,
                                             const ShardSource& facts) {
  std::vector<Xapian::Database> all = {handles.articles, handles.entities, handles.suggestions};
  for (size_t i = 0; i < passages.size(); ++i) {
    if (!passages.is_remote(i)) all.push_back(*handles.passage_shards.shards[i]);
    if (!facts.is_remote(i)) all.push_back(*handles.fact_shards.shards[i]);
  }
  return all;
}

absl::Status CheckLocalShards(const ShardSource& source, const ShardSet& set,
                              const GenerationStamp& stamp) {
  for (size_t i = 0; i < source.size(); ++i) {
    if (source.is_remote(i)) continue;
    YZ_RETURN_IF_ERROR(CheckDatabase(*set.shards[i], stamp, source.label(i), source.path(i)));
  }
  return absl::OkStatus();
}

}  // namespace

DatabasePool::Lease::~Lease() {
  if (handles_ != nullptr) pool_->GiveBack(std::move(handles_));
}

DatabasePool::DatabasePool(DatabasePoolOptions options)
    : options_(std::move(options)),
      passages_(std::make_unique<ShardSource>(Kind::kPassages, options_.directory,
                                              ShardCount(options_.manifest), options_.shard_hosts,
                                              base::Clock::Real())),
      facts_(std::make_unique<ShardSource>(Kind::kFacts, options_.directory,
                                           ShardCount(options_.manifest), options_.shard_hosts,
                                           base::Clock::Real())) {}

absl::StatusOr<std::unique_ptr<DatabasePool>> DatabasePool::Open(DatabasePoolOptions options) {
  std::unique_ptr<DatabasePool> pool(new DatabasePool(std::move(options)));
  YZ_RETURN_IF_ERROR(pool->CheckFirst());
  return pool;
}

// A database of another build put into this directory has the right size only by chance, and says
// so here.
absl::Status DatabasePool::CheckFirst() {
  YZ_ASSIGN_OR_RETURN(const Lease lease, TakeHandles(absl::InfiniteFuture()));
  return CatchXapian(absl::StrCat("read ", options_.directory), [&]() -> absl::Status {
    stamp_ = StampOf(options_.manifest, lease->articles);
    const auto check = [&](const Xapian::Database& database, std::string_view directory) {
      return CheckDatabase(database, stamp_, "", base::JoinPath(options_.directory, directory));
    };
    YZ_RETURN_IF_ERROR(check(lease->articles, kArticlesDirectory));
    YZ_RETURN_IF_ERROR(check(lease->entities, kEntitiesDirectory));
    YZ_RETURN_IF_ERROR(check(lease->suggestions, kSuggestionsDirectory));
    YZ_RETURN_IF_ERROR(CheckLocalShards(*passages_, lease->passage_shards, stamp_));
    return CheckLocalShards(*facts_, lease->fact_shards, stamp_);
  });
}

absl::Status DatabasePool::ConnectAll(bool allow_missing) {
  YZ_ASSIGN_OR_RETURN(const Lease lease, TakeHandles(absl::InfiniteFuture()));
  if (!lease->remote) return absl::OkStatus();
  passages_->Connect(stamp_, lease->passage_shards);
  facts_->Connect(stamp_, lease->fact_shards);
  for (const absl::Status& problem :
       {passages_->Problem(lease->passage_shards), facts_->Problem(lease->fact_shards)}) {
    if (absl::IsFailedPrecondition(problem)) return problem;
    if (!problem.ok() && !allow_missing) return problem;
  }
  lease->passages = Combined(lease->passage_shards);
  lease->facts = Combined(lease->fact_shards);
  return absl::OkStatus();
}

absl::StatusOr<std::unique_ptr<DatabaseHandles>> DatabasePool::OpenHandles() const {
  const auto path = [&](std::string_view name) { return base::JoinPath(options_.directory, name); };
  return CatchXapian(
      absl::StrCat("open the databases of ", options_.directory),
      [&]() -> absl::StatusOr<std::unique_ptr<DatabaseHandles>> {
        auto handles = std::make_unique<DatabaseHandles>();
        handles->articles = Xapian::Database(path(kArticlesDirectory));
        handles->entities = Xapian::Database(path(kEntitiesDirectory));
        handles->suggestions = Xapian::Database(path(kSuggestionsDirectory));
        OpenLocal(*passages_, handles->passage_shards);
        OpenLocal(*facts_, handles->fact_shards);
        handles->passages = Combined(handles->passage_shards);
        handles->facts = Combined(handles->fact_shards);
        handles->remote = passages_->has_remote() || facts_->has_remote();
        for (const Xapian::Database& database : LocalDatabases(*handles, *passages_, *facts_)) {
          YZ_ASSIGN_OR_RETURN(
              std::shared_ptr<const DocumentDictionary> dictionary,
              HoldDictionary(database.get_metadata(std::string(metadata::kDictionary))));
          handles->dictionaries.push_back(std::move(dictionary));
        }
        return handles;
      });
}

absl::StatusOr<DatabasePool::Lease> DatabasePool::Acquire(absl::Time deadline,
                                                          const ShardNeeds& needs) {
  YZ_ASSIGN_OR_RETURN(Lease lease, TakeHandles(deadline));
  if (lease->remote) YZ_RETURN_IF_ERROR(ConnectNeeded(*lease, needs));
  return lease;
}

absl::Status DatabasePool::ConnectNeeded(DatabaseHandles& handles, const ShardNeeds& needs) {
  handles.missing.clear();
  const auto connect = [&](ShardSource& source, ShardSet& set,
                           Xapian::Database& combined) -> absl::Status {
    if (source.Connect(stamp_, set)) combined = Combined(set);
    const std::vector<std::string> missing = source.Missing(set);
    if (missing.empty()) return absl::OkStatus();
    const bool none = missing.size() == source.size();
    if (needs.missing == nullptr || none) {
      return ShardsUnavailable(missing, source.WhyMissing(set));
    }
    handles.missing.insert(handles.missing.end(), missing.begin(), missing.end());
    return absl::OkStatus();
  };
  if (needs.passages) {
    YZ_RETURN_IF_ERROR(connect(*passages_, handles.passage_shards, handles.passages));
  }
  if (!needs.facts) return absl::OkStatus();
  return connect(*facts_, handles.fact_shards, handles.facts);
}

// After a timeout: a shard that cannot even be connected to is left out or told of. One that is
// slow has to be let go.
absl::Status DatabasePool::FindHanging(DatabaseHandles& handles, const ShardNeeds& needs) {
  YZ_RETURN_IF_ERROR(ConnectNeeded(handles, needs));
  if (!handles.missing.empty()) return absl::OkStatus();
  return absl::DeadlineExceededError(
      absl::StrCat("ask the shards of ", options_.directory, ": one did not answer within ",
                   absl::FormatDuration(options_.shard_hosts.read_timeout),
                   " though it can be reached; ask for less, or raise shard_read_timeout"));
}

absl::Status DatabasePool::Broken(const absl::Status& fault, const ShardNeeds& needs) const {
  std::vector<std::string> names;
  const auto add = [&](const ShardSource& source) {
    for (const ShardState& state : source.States()) names.push_back(state.name);
  };
  if (needs.passages) add(*passages_);
  if (needs.facts) add(*facts_);
  return ShardsUnavailable(names, absl::StrCat("the connection to one of them broke: ",
                                               fault.message(), "; look into its host's log"));
}

void DatabasePool::NoteMissing(const DatabaseHandles& handles, const ShardNeeds& needs) {
  if (needs.missing == nullptr) return;
  for (const std::string& name : handles.missing) needs.missing->Add(name);
}

void DatabasePool::Disconnect(DatabaseHandles& handles) const {
  passages_->Disconnect(handles.passage_shards);
  facts_->Disconnect(handles.fact_shards);
  handles.passages = Combined(handles.passage_shards);
  handles.facts = Combined(handles.fact_shards);
}

void DatabasePool::Probe() {
  if (!passages_->has_remote() && !facts_->has_remote()) return;
  const absl::StatusOr<Lease> lease = TakeHandles(absl::Now() + absl::Seconds(1));
  if (!lease.ok()) return;  // All are at work, and find out by themselves.
  DatabaseHandles& handles = **lease;
  for (const bool after : {false, true}) {
    passages_->Connect(stamp_, handles.passage_shards);
    facts_->Connect(stamp_, handles.fact_shards);
    if (after) break;
    passages_->Probe(handles.passage_shards);
    facts_->Probe(handles.fact_shards);
  }
  handles.passages = Combined(handles.passage_shards);
  handles.facts = Combined(handles.fact_shards);
}

std::vector<ShardState> DatabasePool::Shards() const {
  std::vector<ShardState> states = passages_->States();
  for (ShardState& state : facts_->States()) states.push_back(std::move(state));
  return states;
}

absl::StatusOr<DatabasePool::Lease> DatabasePool::TakeHandles(absl::Time deadline) {
  {
    base::MutexLock lock(mutex_);
    while (free_.empty() && open_ >= options_.max_handles) {
      // Bounded waits: a deadline far away must not overflow the clock's arithmetic.
      const absl::Duration left = std::min(deadline - absl::Now(), absl::Seconds(1));
      if (left <= absl::ZeroDuration()) {
        return absl::DeadlineExceededError(absl::StrCat("waiting for one of ", options_.max_handles,
                                                        " handles of ", options_.directory,
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
