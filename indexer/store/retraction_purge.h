// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Removes from an index directory the generations that hold a retracted article. Not the cache:
// whoever adds a retraction removes that.

#ifndef YINZHENG_INDEXER_STORE_RETRACTION_PURGE_H_
#define YINZHENG_INDEXER_STORE_RETRACTION_PURGE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/store/generation_directory.h"

namespace yinzheng::store {

struct UnreadGeneration {
  std::string id;
  absl::Status why;
};

// What became of generations that hold a retracted article.
struct RetractionPurge {
  std::vector<std::string> removed;
  std::vector<std::string> in_use;  // A server still has it open: purge again later.
  std::string current;              // The current one, if it holds one: update first.
  // They may hold one; they are damaged, of another format, or a passing fault was in the way, so
  // that they are neither looked through nor removed.
  std::vector<UnreadGeneration> unreadable;

  // Whether the current generation is known to be free of them.
  bool CurrentIsFree(const std::string& current_id) const;
};

// Removes every generation that holds a retracted article, but the current one and those in use,
// and what programs that died meanwhile have left. kFailedPrecondition if CURRENT names none of the
// generations that are there. For the cost of each generation see Retractions::HeldBy.
absl::StatusOr<RetractionPurge> PurgeRetracted(const DirectoryLock& lock, base::FileSystem& files,
                                               const std::string& index_directory);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_RETRACTION_PURGE_H_
