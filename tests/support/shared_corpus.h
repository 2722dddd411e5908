// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Finds the corpora, annotations and specs that are kept beside the repository and never inside it.
// Not for the sample corpus, which is part of the repository (SourceDir() / "corpus").
//
// Example:
//   const std::optional<std::filesystem::path> gold = SharedPath("gold");
//   if (!gold) GTEST_SKIP() << SharedMissing("gold");

#ifndef YINZHENG_TESTS_SUPPORT_SHARED_CORPUS_H_
#define YINZHENG_TESTS_SUPPORT_SHARED_CORPUS_H_

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace yinzheng::testing {

// The root of the repository, as the build knew it.
inline std::filesystem::path SourceDir() { return YINZHENG_SOURCE_DIR; }

// $YINZHENG_SHARED if it is set, else the folder `shared` beside the repository. May not exist.
inline std::filesystem::path SharedDir() {
  const char* configured = std::getenv("YINZHENG_SHARED");
  if (configured != nullptr && *configured != '\0') return configured;
  return SourceDir().parent_path() / "shared";
}

// The path of `relative` under SharedDir(), or nothing when it is absent.
inline std::optional<std::filesystem::path> SharedPath(std::string_view relative) {
  const std::filesystem::path path = SharedDir() / relative;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::nullopt;
  return path;
}

// What a test says when it skips for want of `relative`.
inline std::string SharedMissing(std::string_view relative) {
  return (SharedDir() / relative).string() + " is absent; set YINZHENG_SHARED to run this test";
}

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_SUPPORT_SHARED_CORPUS_H_
