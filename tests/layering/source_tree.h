// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The repository's own source files as text, for the tests that judge them. Not a parser: it knows
// comments, no more.

#ifndef YINZHENG_TESTS_LAYERING_SOURCE_TREE_H_
#define YINZHENG_TESTS_LAYERING_SOURCE_TREE_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace yinzheng::layering {

// One file. `path` is relative to the repository's root, with slashes.
struct SourceFile {
  std::string path;
  std::string content;
};

// Every source, script and build file that is kept under `root`, in order of path; what was
// generated or installed is left out.
std::vector<SourceFile> ReadSourceTree(const std::filesystem::path& root);

// The code with // and /* */ comments blanked out, lines kept. String literals are left as they
// are.
std::string WithoutComments(std::string_view code);

}  // namespace yinzheng::layering

#endif  // YINZHENG_TESTS_LAYERING_SOURCE_TREE_H_
