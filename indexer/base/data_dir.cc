// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/base/data_dir.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::base {
namespace {

constexpr const char* kVariable = "YINZHENG_DATA_DIR";

// Empty if the system does not say which file is running.
std::filesystem::path ExecutableDirectory() {
  std::error_code error;
  const std::filesystem::path executable = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path() : executable.parent_path();
}

}  // namespace

absl::StatusOr<std::string> DataDir() {
  const char* const configured = std::getenv(kVariable);
  const std::string directory =
      configured != nullptr && *configured != '\0'
          ? std::string(configured)
          : (ExecutableDirectory() / ".." / "share" / "yinzheng").lexically_normal().string();
  if (!FileSystem::Real().IsDirectory(directory)) {
    return absl::NotFoundError(absl::StrCat("find the data directory: ", directory,
                                            " is no directory; set ", kVariable,
                                            " to the folder that holds dict/jieba.dict.utf8"));
  }
  return directory;
}

absl::StatusOr<std::string> DataPath(std::string_view relative) {
  YZ_ASSIGN_OR_RETURN(const std::string directory, DataDir());
  std::string path = JoinPath(directory, relative);
  if (!FileSystem::Real().Exists(path)) {
    return absl::NotFoundError(absl::StrCat("find data file ", path,
                                            ": no such file; reinstall or set ", kVariable,
                                            " to a complete data directory"));
  }
  return path;
}

absl::StatusOr<std::string> ReadDataFile(std::string_view relative) {
  YZ_ASSIGN_OR_RETURN(const std::string path, DataPath(relative));
  return FileSystem::Real().ReadFile(path);
}

}  // namespace yinzheng::base
