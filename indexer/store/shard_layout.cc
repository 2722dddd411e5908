// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_layout.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/schema.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

using base::AbslView;

// FNV-1a, folded: the same on every machine, now and later, as what stands on disk depends on it.
size_t ShardOfName(std::string_view name, size_t shards) {
  if (shards <= 1) return 0;
  uint64_t digest = 14695981039346656037U;
  for (const char byte : IdPart(name)) {
    digest = (digest ^ static_cast<unsigned char>(byte)) * 1099511628211U;
  }
  return (digest ^ (digest >> 32U)) % shards;
}

std::string Directory(std::string_view kind, size_t shard, size_t shards) {
  return shards <= 1 ? std::string(kind) : absl::StrCat(AbslView(kind), "-", shard);
}

std::string Label(std::string_view kind, size_t shard, size_t shards) {
  return shards <= 1 ? "" : absl::StrCat(AbslView(kind), " ", shard, "/", shards);
}

}  // namespace

size_t PassageShard(std::string_view article, std::string_view reprint_group, size_t shards) {
  return ShardOfName(reprint_group.empty() ? article : reprint_group, shards);
}

size_t FactShard(const yinzheng::v1::Fact& fact, size_t shards) {
  return ShardOfName(fact.citations().empty() ? fact.name() : fact.citations(0).article(), shards);
}

std::string PassagesDirectory(size_t shard, size_t shards) {
  return Directory(kPassagesDirectory, shard, shards);
}
std::string FactsDirectory(size_t shard, size_t shards) {
  return Directory(kFactsDirectory, shard, shards);
}

std::string PassagesLabel(size_t shard, size_t shards) {
  return Label(kPassagesDirectory, shard, shards);
}
std::string FactsLabel(size_t shard, size_t shards) {
  return Label(kFactsDirectory, shard, shards);
}

size_t ShardCount(const v1::Manifest& manifest) {
  return manifest.shards().empty() ? 1 : static_cast<size_t>(manifest.shards_size());
}

absl::Status CheckShards(const v1::Manifest& manifest, absl::string_view directory) {
  const int count = manifest.shards_size();
  if (count == 1 || count > kMaxShards) {
    return absl::DataLossError(absl::StrCat(directory, ": its manifest lists ", count,
                                            " shards, and there may be 2 to ", kMaxShards,
                                            " or no list; restore the generation"));
  }
  for (int i = 0; i < count; ++i) {
    if (manifest.shards(i).number() == i) continue;
    return absl::DataLossError(absl::StrCat(directory, ": its manifest lists shard ",
                                            manifest.shards(i).number(), " in the place of shard ",
                                            i, "; restore the generation"));
  }
  return absl::OkStatus();
}

absl::Status CheckShardHosts(const v1::Manifest& manifest, const ShardHosts& hosts) {
  const size_t named = hosts.hosts.size();
  const auto count = static_cast<size_t>(manifest.shards_size());
  if (named == 0 || named == count) return absl::OkStatus();
  if (count == 0) {
    return absl::FailedPreconditionError(
        absl::StrCat("shard_hosts names ", named,
                     " shards and the generation has one, which only this machine can serve; leave "
                     "shard_hosts out, or build with --shards 2 or more"));
  }
  return absl::FailedPreconditionError(
      absl::StrCat("shard_hosts names ", named, " shards and the generation has ", count,
                   "; name every one of them, or build with --shards ", named));
}

v1::Manifest WithoutRemoteFiles(const v1::Manifest& manifest, const ShardHosts& hosts) {
  v1::Manifest local = manifest;
  const size_t shards = ShardCount(manifest);
  for (size_t i = 0; i < hosts.hosts.size() && i < shards; ++i) {
    const auto is_in = [](const v1::ManifestFile& file, const std::string& directory) {
      return file.path().compare(0, directory.size() + 1, directory + "/") == 0;
    };
    auto& files = *local.mutable_shards(static_cast<int>(i))->mutable_files();
    const auto elsewhere = [&](const v1::ManifestFile& file) {
      return (!hosts.hosts[i].passages.empty() && is_in(file, PassagesDirectory(i, shards))) ||
             (!hosts.hosts[i].facts.empty() && is_in(file, FactsDirectory(i, shards)));
    };
    files.erase(std::remove_if(files.begin(), files.end(), elsewhere), files.end());
  }
  return local;
}

std::vector<const v1::ManifestFile*> AllFiles(const v1::Manifest& manifest) {
  std::vector<const v1::ManifestFile*> files;
  for (const v1::ManifestFile& file : manifest.files()) files.push_back(&file);
  for (const v1::ManifestShard& shard : manifest.shards()) {
    for (const v1::ManifestFile& file : shard.files()) files.push_back(&file);
  }
  return files;
}

}  // namespace yinzheng::store
