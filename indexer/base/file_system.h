// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Files and directories as the indexer uses them, behind an interface so that a test can make any
// single operation fail or tear: this is the fault seam of building and publishing an index. Not a
// general file API: whole files only, no streams (Xapian writes its own files), no permissions, no
// watching.

#ifndef YINZHENG_INDEXER_BASE_FILE_SYSTEM_H_
#define YINZHENG_INDEXER_BASE_FILE_SYSTEM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace yinzheng::base {

// Paths are UTF-8, absolute or relative to the working directory. Errors carry the operation, the
// path and the system's reason: kNotFound, kAlreadyExists, kPermissionDenied, kResourceExhausted
// (disk full, too many files), else kInternal. Implementations are safe for concurrent use; two
// operations on one path race as they do in the file system itself.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  // The whole file. kInvalidArgument on a directory.
  virtual absl::StatusOr<std::string> ReadFile(const std::string& path) const = 0;

  // Creates or truncates `path`, writes `contents` and fsyncs the file. Not atomic: publish by
  // writing another name, Rename and FsyncDir.
  virtual absl::Status WriteFile(const std::string& path, std::string_view contents) = 0;

  // rename(2): replaces a file atomically; a directory only if the target is absent or empty.
  virtual absl::Status Rename(const std::string& from, const std::string& to) = 0;

  // Copies a file, replacing `to`. Not fsynced, not atomic.
  virtual absl::Status CopyFile(const std::string& from, const std::string& to) = 0;

  // fsyncs an existing file that something else wrote.
  virtual absl::Status FsyncFile(const std::string& path) = 0;

  // Makes the names inside directory `path` durable.
  virtual absl::Status FsyncDir(const std::string& path) = 0;

  // Creates `path` and its parents; OK if it is a directory already.
  virtual absl::Status CreateDirs(const std::string& path) = 0;

  // Names (not paths) inside directory `path`, sorted by bytes, without "." and "..".
  virtual absl::StatusOr<std::vector<std::string>> List(const std::string& path) const = 0;

  // Removes a file, or a directory with all it holds; symbolic links are removed, not followed. OK
  // if absent.
  virtual absl::Status RemoveAll(const std::string& path) = 0;

  // False also if the path cannot be looked at.
  virtual bool Exists(const std::string& path) const = 0;
  virtual bool IsDirectory(const std::string& path) const = 0;

  // Bytes in the file.
  virtual absl::StatusOr<uint64_t> FileSize(const std::string& path) const = 0;

  // The machine's file system. Never destroyed.
  static FileSystem& Real();
};

// `directory`/`name` with exactly one slash between; `name` alone if `directory` is empty.
std::string JoinPath(std::string_view directory, std::string_view name);

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_FILE_SYSTEM_H_
