// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The index directory: generations beside each other, and CURRENT, a file with one line, the name
// of the generation that is served.
//
//   idx/CURRENT             "gen-3f2a…\n"
//   idx/LOCK                held (flock) by the one program that changes the directory
//   idx/gen-3f2a…/          a published generation: articles/ passages/ entities/ facts/
//                           suggestions/ manifest.textproto (with shards: passages-0/ facts-0/ …)
//   idx/tmp-…/              a build, or a removal, that has not ended; swept by the next program
//                           that changes the directory if its own died
//
// Readers take a shared flock on the manifest of their generation, so that pruning knows what is in
// use; no reader writes anything. Works on local file systems (flock, atomic rename).

#ifndef YINZHENG_INDEXER_STORE_GENERATION_DIRECTORY_H_
#define YINZHENG_INDEXER_STORE_GENERATION_DIRECTORY_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "yinzheng/store/v1/manifest.pb.h"
#include "yinzheng/v1/index_service.pb.h"

namespace yinzheng::store {

// Held as long as the object lives: the right to change an index directory.
class DirectoryLock {
 public:
  // Creates the directory and its LOCK if need be. kFailedPrecondition if another program holds it.
  static absl::StatusOr<DirectoryLock> Acquire(base::FileSystem& files,
                                               const std::string& index_directory);
  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&& other) noexcept;
  ~DirectoryLock();

 private:
  explicit DirectoryLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Held as long as the object lives: this generation is in use and must not be pruned.
class GenerationUse {
 public:
  // kNotFound if the generation is not there (or goes away meanwhile).
  static absl::StatusOr<GenerationUse> Acquire(const std::string& generation_directory);
  GenerationUse(GenerationUse&& other) noexcept;
  GenerationUse& operator=(GenerationUse&& other) noexcept;
  ~GenerationUse();

 private:
  friend class GenerationDirectory;
  explicit GenerationUse(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

// Stateless but for its path; two objects on one directory see the same. Methods that change the
// directory want a DirectoryLock. Errors of the file system pass through.
class GenerationDirectory {
 public:
  // `files` must outlive it.
  GenerationDirectory(base::FileSystem& files, std::string path);

  const std::string& path() const { return path_; }
  std::string PathOf(std::string_view generation) const;  // "idx/gen-<id>".

  // Id that CURRENT names. kNotFound: nothing published; kDataLoss: CURRENT is unreadable.
  absl::StatusOr<std::string> Current() const;

  // Ids of the complete generations (those with a manifest), in order of id.
  absl::StatusOr<std::vector<std::string>> Ids() const;

  absl::StatusOr<v1::Manifest> ReadManifest(std::string_view generation) const;

  // Every generation, latest build first, `current` set.
  absl::StatusOr<std::vector<yinzheng::v1::GenerationInfo>> List() const;

  // A fresh directory for a build, and the removal of what dead programs left: temporaries, and
  // generations without a manifest, which nothing can open, but for the one that CURRENT names.
  absl::StatusOr<std::string> CreateTemporary(const DirectoryLock& lock);
  absl::Status RemoveTemporaries(const DirectoryLock& lock);

  // Makes the finished `temporary` the generation `id` and CURRENT name it. Everything inside must
  // be durable already. If the generation is there and every checksum of its manifest holds, only
  // CURRENT changes; a damaged one is replaced. Costs one reading of a generation that is there.
  absl::Status Publish(const DirectoryLock& lock, const std::string& temporary,
                       std::string_view id);

  // Makes CURRENT name `id`. kNotFound.
  absl::Status SetCurrent(const DirectoryLock& lock, std::string_view id);

  // Makes CURRENT name the latest generation built before the current one, or `id` if given;
  // returns its id. Order is by build, not by publication: a generation that was published again
  // keeps its place, so going back from it may need the id.
  absl::StatusOr<std::string> Rollback(const DirectoryLock& lock, std::string_view id = "");

  // Removes the oldest generations until `keep` are left, never the current one nor one in use;
  // returns their ids.
  absl::StatusOr<std::vector<std::string>> Prune(const DirectoryLock& lock, size_t keep);

  // Removes a generation that is neither current nor in use; false if it is one of these. A program
  // that dies meanwhile leaves a generation that is whole, or a temporary.
  absl::StatusOr<bool> Remove(const DirectoryLock& lock, std::string_view id);

  // The generation that Rollback(lock, id) would make current.
  absl::StatusOr<std::string> RollbackTarget(std::string_view id) const;

  // Compares the manifest with the files: sizes, and with `checksums` every byte. kDataLoss names
  // the first that differs.
  absl::Status CheckFiles(std::string_view generation, bool checksums) const;

 private:
  absl::StatusOr<bool> RemoveUnlessUsed(const std::string& id);
  absl::Status RemoveAside(const std::string& id);
  absl::StatusOr<bool> IsRemnant(const std::string& name) const;
  absl::Status PutInPlace(const std::string& temporary, const std::string& target);

  base::FileSystem& files_;
  std::string path_;
};

// What the contract says of a generation; `current` is left to the caller.
yinzheng::v1::GenerationInfo GenerationInfoOf(const std::string& id, const v1::Manifest& manifest);

// The same for a generation's own directory, which may still be a temporary one.
absl::StatusOr<v1::Manifest> ReadManifestFile(base::FileSystem& files,
                                              const std::string& generation_directory);
absl::Status CheckManifestFiles(base::FileSystem& files, const std::string& generation_directory,
                                const v1::Manifest& manifest, bool checksums);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_GENERATION_DIRECTORY_H_
