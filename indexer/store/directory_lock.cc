// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The two locks of an index directory. flock is not part of the FileSystem seam: it holds for a
// process, is released by the kernel when the process dies, and has nothing to tear.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/generation_directory.h"
#include "indexer/store/schema.h"

namespace yinzheng::store {
namespace {

void Close(int descriptor) {
  if (descriptor >= 0) ::close(descriptor);
}

// True if the open file still is what the path names: it may have been removed while it was locked.
bool StillThere(int descriptor, const std::string& path) {
  struct stat open_file;
  struct stat named_file;
  return ::fstat(descriptor, &open_file) == 0 && ::stat(path.c_str(), &named_file) == 0 &&
         open_file.st_ino == named_file.st_ino && open_file.st_dev == named_file.st_dev;
}

}  // namespace

absl::StatusOr<DirectoryLock> DirectoryLock::Acquire(base::FileSystem& files,
                                                     const std::string& index_directory) {
  YZ_RETURN_IF_ERROR(files.CreateDirs(index_directory));
  const std::string path = base::JoinPath(index_directory, "LOCK");
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor < 0) return absl::ErrnoToStatus(errno, absl::StrCat("open ", path));
  DirectoryLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno != EWOULDBLOCK) return absl::ErrnoToStatus(errno, absl::StrCat("lock ", path));
  return absl::FailedPreconditionError(
      absl::StrCat("lock ", path, ": another program is changing this index; wait for it to end"));
}

DirectoryLock::DirectoryLock(DirectoryLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}
DirectoryLock& DirectoryLock::operator=(DirectoryLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
DirectoryLock::~DirectoryLock() { Close(descriptor_); }

absl::StatusOr<GenerationUse> GenerationUse::Acquire(const std::string& generation_directory) {
  const std::string path = base::JoinPath(generation_directory, kManifestFile);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return absl::ErrnoToStatus(errno, absl::StrCat("open ", path));
  GenerationUse use(descriptor);
  // A pruner that holds it exclusively is about to remove it, and so is one whose file is gone.
  if (::flock(descriptor, LOCK_SH | LOCK_NB) != 0 || !StillThere(descriptor, path)) {
    return absl::NotFoundError(absl::StrCat("open ", path, ": the generation is being removed"));
  }
  return use;
}

GenerationUse::GenerationUse(GenerationUse&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}
GenerationUse& GenerationUse::operator=(GenerationUse&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}
GenerationUse::~GenerationUse() { Close(descriptor_); }

absl::StatusOr<bool> GenerationDirectory::RemoveUnlessUsed(const std::string& id) {
  const std::string path = base::JoinPath(PathOf(id), kManifestFile);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return absl::ErrnoToStatus(errno, absl::StrCat("open ", path));
  const GenerationUse holder(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return false;
    return absl::ErrnoToStatus(errno, absl::StrCat("lock ", path));
  }
  YZ_RETURN_IF_ERROR(RemoveAside(id));
  return true;
}

}  // namespace yinzheng::store
