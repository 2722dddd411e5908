// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Articles that were taken back: builds leave them out, and no generation that holds one is kept.
// They stand in the index directory, in the file RETRACTED, so that they outlive every build.
//
//   articles/3f2a…<TAB>2026-11-30T09:00:00Z<TAB>why
//
// Not for single facts (knowledge packs suppress those), and no history: Remove forgets an entry.

#ifndef YINZHENG_INDEXER_STORE_RETRACTIONS_H_
#define YINZHENG_INDEXER_STORE_RETRACTIONS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/base/file_system.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/index_snapshot.h"

namespace yinzheng::store {

struct Retraction {
  std::string article;  // `articles/…`.
  absl::Time time;
  std::string reason;  // May be empty; one line.
};

// A value: what the file said when it was read. Few entries are expected; looking one up walks
// them.
class Retractions {
 public:
  // Empty if the directory has no such file. kDataLoss, with the line, if it cannot be understood:
  // a build that went on would publish what was taken back.
  static absl::StatusOr<Retractions> Read(const base::FileSystem& files,
                                          const std::string& index_directory);

  bool empty() const { return entries_.empty(); }
  const std::vector<Retraction>& entries() const { return entries_; }
  bool Has(std::string_view article) const;

  // Adds an entry, or replaces that of the same article. kInvalidArgument if `article` is no name
  // of one or the reason has a tab or a line break.
  absl::Status Add(Retraction retraction);
  // False if there was none.
  bool Remove(std::string_view article);

  // Replaces the file, durably.
  absl::Status Write(const DirectoryLock& lock, base::FileSystem& files,
                     const std::string& index_directory) const;

  // The first retracted article that the generation holds; empty if it holds none.
  absl::StatusOr<std::string> HeldBy(const IndexSnapshot& snapshot) const;

 private:
  std::vector<Retraction> entries_;
};

// What became of generations that hold a retracted article.
struct RetractionPurge {
  std::vector<std::string> removed;
  std::vector<std::string> in_use;  // A server still has it open: purge again later.
  std::string current;              // The current one, if it holds one: update first.
};

// Removes every generation that holds a retracted article, but the current one and those in use.
// A generation that this program cannot read is removed as well: it cannot be known to be free of
// them, and nobody serves it with these programs. Takes a few milliseconds for each generation.
absl::StatusOr<RetractionPurge> PurgeRetracted(const DirectoryLock& lock, base::FileSystem& files,
                                               const std::string& index_directory);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_RETRACTIONS_H_
