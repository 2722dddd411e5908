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

}  // namespace

absl::StatusOr<std::unique_ptr<SiteDirectory>> SiteDirectory::Create(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  if (fs::exists(status)) {
    const bool empty = fs::is_directory(status) && fs::is_empty(path, error) && !error;
    if (!empty) {
      return absl::InvalidArgumentError(
          absl::StrCat("write a site to ", path,
                       ": exists and is not an empty directory; name a new one or remove it"));
    }
  }
  std::string working = absl::StrCat(path, ".partial-XXXXXX");
  if (path.empty() || mkdtemp(working.data()) == nullptr) {
    return absl::InvalidArgumentError(absl::StrCat(
        "write a site to \"", path, "\": cannot make a directory beside it: ", strerror(errno),
        "; name one whose parent exists and can be written to"));
  }
  OpenToReaders(working);
  return std::unique_ptr<SiteDirectory>(new SiteDirectory(std::move(path), std::move(working)));
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
