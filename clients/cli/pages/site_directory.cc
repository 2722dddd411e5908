// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/site_directory.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"

namespace yinzheng::cli::pages {
namespace {

namespace fs = std::filesystem;

// mkdtemp makes directories for its owner alone; a site is to be read by others, as umask says.
void OpenToReaders(const std::string& directory) {
  const mode_t mask = umask(0);
  umask(mask);
  chmod(directory.c_str(), 0777 & ~mask);
}

absl::Status Refused(const std::string& path, std::string_view why) {
  return absl::InvalidArgumentError(absl::StrCat("write a site to ", path, ": ", std::string(why)));
}

// The same place as an absolute path without `.`, `..` and a slash at the end.
absl::StatusOr<std::string> Normalised(const std::string& path) {
  if (path.empty()) return Refused("\"\"", "no name; name a directory that does not exist");
  std::error_code error;
  std::string normal = fs::absolute(path, error).lexically_normal().string();
  if (error) return Refused(path, absl::StrCat("no current directory: ", error.message()));
  while (normal.size() > 1 && normal.back() == '/') normal.pop_back();
  return normal;
}

// Whether another file system begins here; its root cannot be replaced.
bool IsMountPoint(const std::string& path) {
  struct stat here = {};
  struct stat parent = {};
  const std::string above = fs::path(path).parent_path().string();
  return stat(path.c_str(), &here) == 0 && stat(above.c_str(), &parent) == 0 &&
         here.st_dev != parent.st_dev;
}

// Whether the finished directory can take the place of what is at `path`.
absl::Status CheckPlace(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (!fs::exists(status)) return absl::OkStatus();
  const bool empty = fs::is_directory(status) && fs::is_empty(path, error) && !error;
  if (fs::is_directory(status) && fs::equivalent(path, fs::current_path(error), error)) {
    // Whoever stands in it would go on standing in what was replaced.
    return Refused(path, "is the current directory; name a directory inside it");
  }
  if (path == "/" || IsMountPoint(path)) {
    return Refused(path, "is a mount point and cannot be replaced; name a directory inside it");
  }
  if (!empty) {
    return Refused(path, "exists and is not an empty directory; name a new one or remove it");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<SiteDirectory>> SiteDirectory::Create(const std::string& path) {
  absl::StatusOr<std::string> place = Normalised(path);
  if (!place.ok()) return place.status();
  if (absl::Status status = CheckPlace(*place); !status.ok()) return status;
  std::string working = absl::StrCat(*place, ".partial-XXXXXX");
  if (mkdtemp(working.data()) == nullptr) {
    const int cause = errno;
    return Refused(path, absl::StrCat("cannot make a directory beside it: ", strerror(cause),
                                      "; name one whose parent exists and can be written to"));
  }
  OpenToReaders(working);
  return std::unique_ptr<SiteDirectory>(new SiteDirectory(*std::move(place), std::move(working)));
}

SiteDirectory::~SiteDirectory() {
  if (working_.empty()) return;
  std::error_code ignored;
  fs::remove_all(working_, ignored);
}

absl::Status SiteDirectory::Write(const std::string& file, std::string_view content) {
  const fs::path path = fs::path(working_) / file;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream out(path, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (error || !out) {
    return absl::InternalError(
        absl::StrCat("write ", path.string(), " (", content.size(),
                     " bytes): not possible; is there room and permission?"));
  }
  return absl::OkStatus();
}

absl::Status SiteDirectory::Publish() {
  std::error_code error;
  // Takes the place of an empty directory, never of one that is not.
  fs::rename(working_, path_, error);
  if (error) {
    return absl::InternalError(
        absl::StrCat("rename ", working_, " to ", path_, ": ", error.message()));
  }
  working_.clear();
  return absl::OkStatus();
}

}  // namespace yinzheng::cli::pages
