// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_SITE_DIRECTORY_H_
#define YINZHENG_CLIENTS_CLI_PAGES_SITE_DIRECTORY_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace yinzheng::cli::pages {

// A directory that appears whole or not at all: files are written into a directory beside it, which
// takes its name in the end. One that is never published is removed. Not thread-safe.
class SiteDirectory {
 public:
  // `path` must not exist, or be an empty directory that is neither the current one nor a mount
  // point; its parent must exist. InvalidArgument else, with nothing written.
  static absl::StatusOr<std::unique_ptr<SiteDirectory>> Create(const std::string& path);
  ~SiteDirectory();
  SiteDirectory(const SiteDirectory&) = delete;
  SiteDirectory& operator=(const SiteDirectory&) = delete;

  // Writes a file by its name relative to the directory, as PageFile makes them: at most one folder
  // deep, which is made.
  absl::Status Write(const std::string& file, std::string_view content);

  // Gives the directory its name. Nothing can be written afterwards.
  absl::Status Publish();

 private:
  SiteDirectory(std::string path, std::string working)
      : path_(std::move(path)), working_(std::move(working)) {}

  std::string path_;
  std::string working_;  // empty once published
};

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_SITE_DIRECTORY_H_
