// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_set.h"

#include <thread>
#include <utility>

#include "absl/strings/str_join.h"
#include "indexer/base/file_system.h"
#include "indexer/store/shard_layout.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store {
namespace {

// xapian-tcpsrv closes connections that are idle for a minute, unless told otherwise.
constexpr absl::Duration kLongestIdle = absl::Seconds(30);

// Calls `function` with every number below `count`, each on a thread of its own, as one call may
// wait for as long as all of them; one after the other where the system has no threads left.
template <typename Function>
void AllAtATime(size_t count, const Function& function) {
  std::vector<std::jthread> threads;
  for (size_t i = 1; i < count; ++i) {
    const absl::Status started = CatchXapian("start a thread", [&] {
      threads.emplace_back(function, i);
      return absl::OkStatus();
    });
    if (!started.ok()) function(i);
  }
  if (count > 0) function(0);
}

}  // namespace

ShardSource::ShardSource(Kind kind, const std::string& generation_directory, size_t shards,
                         const ShardHosts& hosts, const base::Clock& clock)
    : clock_(clock), health_(shards, clock), dictionaries_(shards), has_dictionary_(shards) {
  const bool passages = kind == Kind::kPassages;
  for (size_t i = 0; i < shards; ++i) {
    RemoteShard shard;
    shard.name = passages ? PassagesDirectory(i, shards) : FactsDirectory(i, shards);
    shard.label = passages ? PassagesLabel(i, shards) : FactsLabel(i, shards);
    if (i < hosts.hosts.size()) {
      shard.addresses = passages ? hosts.hosts[i].passages : hosts.hosts[i].facts;
    }
    shard.connect_timeout = hosts.connect_timeout;
    shard.read_timeout = hosts.read_timeout;
    has_remote_ = has_remote_ || !shard.addresses.empty();
    paths_.push_back(base::JoinPath(generation_directory, shard.name));
    shards_.push_back(std::move(shard));
  }
}

std::vector<size_t> ShardSource::ToConnect(ShardSet& set) {
  std::vector<size_t> wanted;
  const bool stale = clock_.Now() - set.used > kLongestIdle;
  for (size_t i = 0; i < shards_.size(); ++i) {
    if (!is_remote(i)) continue;
    if (stale || !health_.Problem(i).ok()) set.shards[i].reset();
    if (!set.shards[i].has_value() && health_.MayTry(i)) wanted.push_back(i);
  }
  return wanted;
}

bool ShardSource::Connect(const GenerationStamp& stamp, ShardSet& set) {
  if (!has_remote_) return false;
  std::vector<bool> before;
  for (const auto& shard : set.shards) before.push_back(shard.has_value());
  const std::vector<size_t> wanted = ToConnect(set);
  std::vector<absl::StatusOr<ConnectedShard>> connected(wanted.size());
  std::vector<bool> with_dictionary(wanted.size());
  {
    base::MutexLock lock(mutex_);
    for (size_t i = 0; i < wanted.size(); ++i) with_dictionary[i] = !has_dictionary_[wanted[i]];
  }
  AllAtATime(wanted.size(), [&](size_t i) {
    connected[i] = ConnectShard(shards_[wanted[i]], stamp, with_dictionary[i]);
  });
  bool changed = false;
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (!connected[i].ok()) {
      health_.Failed(wanted[i], connected[i].status());
      continue;
    }
    health_.Reached(wanted[i]);
    if (with_dictionary[i]) Hold(wanted[i], *connected[i]);
    set.shards[wanted[i]] = std::move(connected[i]->database);
    changed = true;
  }
  for (size_t i = 0; i < before.size(); ++i) {
    changed = changed || before[i] != set.shards[i].has_value();
  }
  set.used = clock_.Now();
  return changed;
}

void ShardSource::Hold(size_t shard, const ConnectedShard& connected) {
  base::MutexLock lock(mutex_);
  dictionaries_[shard] = connected.dictionary;
  has_dictionary_[shard] = true;
}

void ShardSource::Disconnect(ShardSet& set) const {
  for (size_t i = 0; i < shards_.size(); ++i) {
    if (is_remote(i)) set.shards[i].reset();
  }
}

void ShardSource::Probe(ShardSet& set) {
  std::vector<size_t> asked;
  for (size_t i = 0; i < shards_.size(); ++i) {
    if (is_remote(i) && set.shards[i].has_value()) asked.push_back(i);
  }
  AllAtATime(asked.size(), [&](size_t i) {
    std::optional<Xapian::Database>& shard = set.shards[asked[i]];
    const absl::Status alive = CatchXapian("ask for a sign of life", [&] {
      shard->keep_alive();
      return absl::OkStatus();
    });
    if (!alive.ok()) shard.reset();
  });
}

std::vector<std::string> ShardSource::Missing(const ShardSet& set) const {
  std::vector<std::string> names;
  for (size_t i = 0; i < set.shards.size(); ++i) {
    if (!set.shards[i].has_value()) names.push_back(shards_[i].name);
  }
  return names;
}

std::string ShardSource::WhyMissing(const ShardSet& set) const {
  std::vector<std::string> reasons;
  for (size_t i = 0; i < set.shards.size(); ++i) {
    if (!set.shards[i].has_value()) reasons.emplace_back(health_.Problem(i).message());
  }
  return absl::StrJoin(reasons, "; ");
}

absl::Status ShardSource::Problem(const ShardSet& set) const {
  absl::Status worst;
  for (size_t i = 0; i < set.shards.size(); ++i) {
    if (set.shards[i].has_value()) continue;
    const absl::Status problem = health_.Problem(i);
    if (worst.ok() || absl::IsFailedPrecondition(problem)) worst = problem;
  }
  return worst;
}

std::vector<ShardState> ShardSource::States() const {
  std::vector<ShardState> states;
  for (size_t i = 0; i < shards_.size(); ++i) {
    if (!is_remote(i)) continue;
    states.push_back({shards_[i].name, std::string(health_.Problem(i).message())});
  }
  return states;
}

std::vector<Xapian::Database> ShardSet::Present() const {
  std::vector<Xapian::Database> present;
  for (const std::optional<Xapian::Database>& shard : shards) {
    if (shard.has_value()) present.push_back(*shard);
  }
  return present;
}

Xapian::Database Combined(const ShardSet& set) {
  Xapian::Database combined;
  for (const Xapian::Database& shard : set.Present()) combined.add_database(shard);
  return combined;
}

}  // namespace yinzheng::store
