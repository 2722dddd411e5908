// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A folder that lives as long as the object, for tests that write files. Not for production code.

#ifndef YINZHENG_TESTS_SUPPORT_TEMP_DIR_H_
#define YINZHENG_TESTS_SUPPORT_TEMP_DIR_H_

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace yinzheng::testing {

// Owns a fresh folder under $TMPDIR (else /tmp) and removes it with everything inside. Not
// thread-safe, not copied.
class TempDir {
 public:
  TempDir() {
    std::string pattern = (std::filesystem::temp_directory_path() / "yinzheng-XXXXXX").string();
    // mkdtemp creates the folder and writes its name into the pattern; a test without a folder
    // cannot go on.
    if (mkdtemp(pattern.data()) == nullptr) std::abort();
    path_ = pattern;
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }

  const std::filesystem::path& path() const { return path_; }

  // Writes a file with its parent folders and returns its path.
  std::filesystem::path Write(std::string_view relative, std::string_view content) const {
    std::filesystem::path file = path_ / relative;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_SUPPORT_TEMP_DIR_H_
