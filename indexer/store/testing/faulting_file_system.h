// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A file system that dies at its n-th change, for tests of crash safety: that change and all later
// ones fail, as if the process had been killed there; a WriteFile that dies leaves half of its
// contents. Reading goes on, so that a test can look at what is left. Not for production code.

#ifndef YINZHENG_INDEXER_STORE_TESTING_FAULTING_FILE_SYSTEM_H_
#define YINZHENG_INDEXER_STORE_TESTING_FAULTING_FILE_SYSTEM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"

namespace yinzheng::store::testing {

// Not safe for concurrent use.
class FaultingFileSystem final : public base::FileSystem {
 public:
  // Dies at change number `dies_at`, counted from 1; 0: never.
  explicit FaultingFileSystem(int dies_at) : dies_at_(dies_at) {}

  int changes() const { return changes_; }
  bool dead() const { return dies_at_ != 0 && changes_ >= dies_at_; }

  absl::StatusOr<std::string> ReadFile(const std::string& path) const override {
    return real_.ReadFile(path);
  }
  absl::Status WriteFile(const std::string& path, std::string_view contents) override {
    const bool dies_here = changes_ + 1 == dies_at_;
    absl::Status alive = Change("write", path);
    if (alive.ok()) return real_.WriteFile(path, contents);
    if (dies_here) real_.WriteFile(path, contents.substr(0, contents.size() / 2)).IgnoreError();
    return alive;
  }
  absl::Status Rename(const std::string& from, const std::string& to) override {
    absl::Status alive = Change("rename", from);
    return alive.ok() ? real_.Rename(from, to) : alive;
  }
  absl::Status CopyFile(const std::string& from, const std::string& to) override {
    absl::Status alive = Change("copy", from);
    return alive.ok() ? real_.CopyFile(from, to) : alive;
  }
  absl::Status FsyncFile(const std::string& path) override {
    absl::Status alive = Change("fsync", path);
    return alive.ok() ? real_.FsyncFile(path) : alive;
  }
  absl::Status FsyncDir(const std::string& path) override {
    absl::Status alive = Change("fsync", path);
    return alive.ok() ? real_.FsyncDir(path) : alive;
  }
  absl::Status CreateDirs(const std::string& path) override {
    absl::Status alive = Change("create", path);
    return alive.ok() ? real_.CreateDirs(path) : alive;
  }
  absl::StatusOr<std::vector<std::string>> List(const std::string& path) const override {
    return real_.List(path);
  }
  absl::Status RemoveAll(const std::string& path) override {
    absl::Status alive = Change("remove", path);
    return alive.ok() ? real_.RemoveAll(path) : alive;
  }
  bool Exists(const std::string& path) const override { return real_.Exists(path); }
  bool IsDirectory(const std::string& path) const override { return real_.IsDirectory(path); }
  absl::StatusOr<uint64_t> FileSize(const std::string& path) const override {
    return real_.FileSize(path);
  }

 private:
  absl::Status Change(absl::string_view what, const std::string& path) {
    if (!dead()) ++changes_;
    if (!dead()) return absl::OkStatus();
    return absl::ResourceExhaustedError(absl::StrCat(what, " ", path, ": no space left (a test)"));
  }

  base::FileSystem& real_ = base::FileSystem::Real();
  int dies_at_;
  int changes_ = 0;
};

}  // namespace yinzheng::store::testing

#endif  // YINZHENG_INDEXER_STORE_TESTING_FAULTING_FILE_SYSTEM_H_
