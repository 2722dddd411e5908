// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/layering/source_tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace yinzheng::layering {
namespace {

namespace fs = std::filesystem;

bool IsSource(const fs::path& path) {
  static const std::set<std::string> kExtensions = {".h",  ".cc", ".proto", ".cmake", ".sh",
                                                    ".py", ".go", ".ts",    ".mjs",   ".java"};
  static const std::set<std::string> kNames = {"CMakeLists.txt", "dev", "run", "Dockerfile"};
  return kExtensions.contains(path.extension().string()) ||
         kNames.contains(path.filename().string());
}

bool IsForeignFolder(const fs::path& path) {
  static const std::set<std::string> kNames = {"build",     ".git",  ".cache",      "node_modules",
                                               "generated", ".venv", "__pycache__", "target"};
  return kNames.contains(path.filename().string());
}

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Copies code character by character, remembering whether it stands in a literal or a comment.
class CommentBlanker {
 public:
  std::string Run(std::string_view code) {
    for (size_t i = 0; i < code.size(); ++i) {
      const char next = i + 1 < code.size() ? code[i + 1] : '\0';
      if (Step(code[i], next)) ++i;
    }
    return std::move(out_);
  }

 private:
  enum class State { kCode, kLine, kBlock, kLiteral };

  // Returns whether `next` was consumed too.
  bool Step(char c, char next) {
    if (c == '\n') {
      // A literal ends with its line at the latest, so that one misread quote cannot hide a whole
      // file.
      if (state_ != State::kBlock) state_ = State::kCode;
      out_ += c;
      return false;
    }
    switch (state_) {
      case State::kCode:
        return StepCode(c, next);
      case State::kLine:
        return false;
      case State::kBlock:
        if (c != '*' || next != '/') return false;
        state_ = State::kCode;
        return true;
      case State::kLiteral:
        out_ += c;
        if (c == '\\' && next != '\n' && next != '\0') {
          out_ += next;
          return true;
        }
        if (c == '"') state_ = State::kCode;
        return false;
    }
    return false;
  }

  bool StepCode(char c, char next) {
    if (c == '/' && (next == '/' || next == '*')) {
      state_ = next == '/' ? State::kLine : State::kBlock;
      return true;
    }
    if (c == '"') state_ = State::kLiteral;
    out_ += c;
    // A quoted quote is a character, not the start of a literal.
    if (c == '\'' && next == '"') {
      out_ += next;
      return true;
    }
    return false;
  }

  State state_ = State::kCode;
  std::string out_;
};

}  // namespace

std::vector<SourceFile> ReadSourceTree(const fs::path& root) {
  std::vector<SourceFile> files;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator();
       ++it) {
    if (it->is_directory() && IsForeignFolder(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file() && IsSource(it->path())) {
      files.push_back({fs::relative(it->path(), root).generic_string(), ReadAll(it->path())});
    }
  }
  std::sort(files.begin(), files.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

std::string WithoutComments(std::string_view code) { return CommentBlanker().Run(code); }

}  // namespace yinzheng::layering
