// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// One published generation, open for reading. Immutable: the same question has the same answer for
// as long as anybody holds it, whatever is published meanwhile, and its files are not pruned before
// the last holder lets go. Not for choosing which generation to serve: index_manager.h.
//
//   YZ_ASSIGN_OR_RETURN(auto snapshot, IndexSnapshot::Open({.directory = "idx/gen-3f2a", …}));
//   YZ_ASSIGN_OR_RETURN(auto fact, snapshot->facts().Get("facts/42"));

#ifndef YINZHENG_INDEXER_STORE_INDEX_SNAPSHOT_H_
#define YINZHENG_INDEXER_STORE_INDEX_SNAPSHOT_H_

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/base/file_system.h"
#include "indexer/store/article_reader.h"
#include "indexer/store/correction_reader.h"
#include "indexer/store/entity_reader.h"
#include "indexer/store/fact_reader.h"
#include "indexer/store/passage_searcher.h"
#include "indexer/store/shard_hosts.h"
#include "indexer/store/suggestion_reader.h"
#include "yinzheng/store/v1/manifest.pb.h"
#include "yinzheng/v1/index_service.pb.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

struct SnapshotOptions {
  std::string directory;  // The generation's own directory.
  std::string
      analyzer_fingerprint;  // text::Analyzer::Fingerprint(); empty: any (for `info` and `verify`).
  size_t max_handles = 0;    // Searches at one time; more wait. 0: twice the number of cores.
  base::FileSystem* file_system = nullptr;  // Default: the machine's.
  // Shards that other machines serve; their files need not be in `directory`.
  ShardHosts shard_hosts = {};
  // Whether it opens though some of these cannot be reached. Until they can, what needs them is
  // kUnavailable. Those that serve something else are refused all the same.
  bool allow_missing_shards = false;
};

// Safe for concurrent use. Searches share a bounded pool of database handles; each takes one for
// its length.
class IndexSnapshot {
 public:
  // Checks the manifest and the size of every file, then opens the databases; a few milliseconds.
  // kFailedPrecondition: another format or text analysis; the message says whether to rebuild.
  // kDataLoss: a file is missing, damaged or of another size. kNotFound: no such generation. With
  // shard_hosts also kFailedPrecondition: an address serves something else, or the numbers differ;
  // kUnavailable: a shard cannot be reached.
  static absl::StatusOr<std::shared_ptr<const IndexSnapshot>> Open(const SnapshotOptions& options);

  ~IndexSnapshot();
  IndexSnapshot(const IndexSnapshot&) = delete;
  IndexSnapshot& operator=(const IndexSnapshot&) = delete;

  // The digest in the directory's name.
  const std::string& generation() const;
  const v1::Manifest& manifest() const;
  absl::Time opened() const;

  // Reads now what `other` has read of its own generation because somebody asked (the order of
  // names, fields to count by), so that nobody waits for it after a swap. Costs what the first
  // request of each kind would have. Errors as those of reading.
  absl::Status WarmUpLike(const IndexSnapshot& other) const;

  // The fields to count by that are in memory.
  std::vector<yinzheng::v1::FacetField> FieldsInMemory() const;

  // The shards that other machines serve, as last seen; none if all are here.
  std::vector<ShardState> Shards() const;
  // Looks after them: takes seconds where one hangs.
  void ProbeShards() const;

  // What IndexService tells of it; `current` is left to the caller.
  yinzheng::v1::GenerationInfo Info() const;

  const ArticleReader& articles() const;
  const PassageSearcher& passages() const;
  const EntityReader& entities() const;
  const FactReader& facts() const;
  const SuggestionReader& suggestions() const;
  const CorrectionReader& corrections() const;

 private:
  class Impl;
  explicit IndexSnapshot(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_INDEX_SNAPSHOT_H_
