// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/file_system.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::base {
namespace {

absl::Status ErrnoStatus(int error, std::string_view operation, std::string_view path) {
  return absl::ErrnoToStatus(error, absl::StrCat(AbslView(operation), " ", AbslView(path)));
}

absl::Status ErrorCodeStatus(const std::error_code& error, std::string_view operation,
                             std::string_view path) {
  return ErrnoStatus(error.value(), operation, path);
}

// Closes a file descriptor when it goes out of scope, unless it was closed before.
class FileDescriptor {
 public:
  explicit FileDescriptor(int descriptor) : descriptor_(descriptor) {}
  ~FileDescriptor() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  int get() const { return descriptor_; }
  bool ok() const { return descriptor_ >= 0; }
  int Close() {
    const int descriptor = descriptor_;
    descriptor_ = -1;
    return ::close(descriptor);
  }

 private:
  int descriptor_;
};

absl::Status Fsync(const std::string& path, int flags) {
  FileDescriptor file(::open(path.c_str(), flags | O_CLOEXEC));
  if (!file.ok()) return ErrnoStatus(errno, "open to fsync", path);
  if (::fsync(file.get()) != 0) return ErrnoStatus(errno, "fsync", path);
  return absl::OkStatus();
}

absl::Status WriteAll(int descriptor, std::string_view contents, const std::string& path) {
  while (!contents.empty()) {
    const ssize_t written = ::write(descriptor, contents.data(), contents.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return ErrnoStatus(errno, "write", path);
    }
    contents.remove_prefix(static_cast<size_t>(written));
  }
  return absl::OkStatus();
}

class RealFileSystem final : public FileSystem {
 public:
  absl::StatusOr<std::string> ReadFile(const std::string& path) const override {
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.ok()) return ErrnoStatus(errno, "open", path);
    struct stat attributes;
    if (::fstat(file.get(), &attributes) != 0) return ErrnoStatus(errno, "stat", path);
    if (S_ISDIR(attributes.st_mode)) {
      return absl::InvalidArgumentError(absl::StrCat("read ", path, ": is a directory"));
    }
    std::string contents;
    contents.reserve(static_cast<size_t>(attributes.st_size));
    char block[1 << 16];
    while (true) {
      const ssize_t size = ::read(file.get(), block, sizeof(block));
      if (size == 0) return contents;
      if (size < 0 && errno == EINTR) continue;
      if (size < 0) return ErrnoStatus(errno, "read", path);
      contents.append(block, static_cast<size_t>(size));
    }
  }

  absl::Status WriteFile(const std::string& path, std::string_view contents) override {
    FileDescriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
    if (!file.ok()) return ErrnoStatus(errno, "create", path);
    YZ_RETURN_IF_ERROR(WriteAll(file.get(), contents, path));
    if (::fsync(file.get()) != 0) return ErrnoStatus(errno, "fsync", path);
    if (file.Close() != 0) return ErrnoStatus(errno, "close", path);
    return absl::OkStatus();
  }

  absl::Status Rename(const std::string& from, const std::string& to) override {
    if (::rename(from.c_str(), to.c_str()) != 0) {
      return ErrnoStatus(errno, "rename", absl::StrCat(from, " to ", to));
    }
    return absl::OkStatus();
  }

  absl::Status CopyFile(const std::string& from, const std::string& to) override {
    std::error_code error;
    std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing, error);
    if (error) return ErrorCodeStatus(error, absl::StrCat("copy to ", to, " from"), from);
    return absl::OkStatus();
  }

  absl::Status FsyncFile(const std::string& path) override { return Fsync(path, O_RDONLY); }

  absl::Status FsyncDir(const std::string& path) override {
    return Fsync(path, O_RDONLY | O_DIRECTORY);
  }

  absl::Status CreateDirs(const std::string& path) override {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return ErrorCodeStatus(error, "create directory", path);
    return absl::OkStatus();
  }

  absl::StatusOr<std::vector<std::string>> List(const std::string& path) const override {
    std::error_code error;
    std::filesystem::directory_iterator iterator(path, error);
    std::vector<std::string> names;
    for (; !error && iterator != std::filesystem::directory_iterator(); iterator.increment(error)) {
      names.push_back(iterator->path().filename().string());
    }
    if (error) return ErrorCodeStatus(error, "list directory", path);
    std::sort(names.begin(), names.end());
    return names;
  }

  absl::Status RemoveAll(const std::string& path) override {
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error) return ErrorCodeStatus(error, "remove", path);
    return absl::OkStatus();
  }

  bool Exists(const std::string& path) const override {
    struct stat attributes;
    return ::stat(path.c_str(), &attributes) == 0;
  }

  bool IsDirectory(const std::string& path) const override {
    struct stat attributes;
    return ::stat(path.c_str(), &attributes) == 0 && S_ISDIR(attributes.st_mode);
  }

  absl::StatusOr<uint64_t> FileSize(const std::string& path) const override {
    struct stat attributes;
    if (::stat(path.c_str(), &attributes) != 0) return ErrnoStatus(errno, "stat", path);
    return static_cast<uint64_t>(attributes.st_size);
  }
};

}  // namespace

FileSystem& FileSystem::Real() {
  static RealFileSystem* const file_system = new RealFileSystem;
  return *file_system;
}

std::string JoinPath(std::string_view directory, std::string_view name) {
  if (directory.empty()) return std::string(name);
  while (!name.empty() && name.front() == '/') name.remove_prefix(1);
  const std::string_view slash = directory.back() == '/' ? "" : "/";
  return absl::StrCat(AbslView(directory), AbslView(slash), AbslView(name));
}

}  // namespace yinzheng::base
