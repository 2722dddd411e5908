// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which shard of a generation holds what. Passages and facts of a large index are spread over
// several databases of each kind; which one depends on names alone, so that an update finds what an
// earlier build wrote, and a reader knows where to look. An article and its reprints share a shard:
// the same words are then scored by the same sums, and no group is collapsed across shards.
// docs/scaling.md says how to use shards. Pure functions.

#ifndef YINZHENG_INDEXER_STORE_SHARD_LAYOUT_H_
#define YINZHENG_INDEXER_STORE_SHARD_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "indexer/store/shard_hosts.h"
#include "yinzheng/store/v1/manifest.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store {

// Each shard takes some file descriptors of every search.
inline constexpr int kMaxShards = 64;

// The shard of an article's passages. `reprint_group` is that of its record; may be empty.
size_t PassageShard(std::string_view article, std::string_view reprint_group, size_t shards);

// The shard of a fact: by the article that its first citation names, by its own name without one.
size_t FactShard(const yinzheng::v1::Fact& fact, size_t shards);

// Directories inside a generation: `passages`, or `passages-3` where there are several.
std::string PassagesDirectory(size_t shard, size_t shards);
std::string FactsDirectory(size_t shard, size_t shards);

// What metadata::kShard says in the databases of a shard, such as "passages 3/4"; empty where there
// is but one.
std::string PassagesLabel(size_t shard, size_t shards);
std::string FactsLabel(size_t shard, size_t shards);

// How many shards a generation has; 1 for one without a list of them.
size_t ShardCount(const v1::Manifest& manifest);

// kDataLoss unless the shards that the manifest of `directory` lists are numbered in their order,
// and neither one nor too many.
absl::Status CheckShards(const v1::Manifest& manifest, absl::string_view directory);

// kFailedPrecondition unless `hosts` is empty or names every shard of the manifest.
absl::Status CheckShardHosts(const v1::Manifest& manifest, const ShardHosts& hosts);

// The manifest without the files of shards that are served elsewhere, which need not be here.
v1::Manifest WithoutRemoteFiles(const v1::Manifest& manifest, const ShardHosts& hosts);

// Every file of the generation but its manifest.
std::vector<const v1::ManifestFile*> AllFiles(const v1::Manifest& manifest);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SHARD_LAYOUT_H_
