// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The architecture as checks over source text: who may include whom (arrows.tsv), what no line may
// hold (forbidden.tsv), and the few conventions that no other tool holds. Not for style that
// clang-format or clang-tidy can judge.

#ifndef YINZHENG_TESTS_LAYERING_LAYERING_RULES_H_
#define YINZHENG_TESTS_LAYERING_LAYERING_RULES_H_

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "re2/re2.h"
#include "tests/layering/source_tree.h"

namespace yinzheng::layering {

// One row of arrows.tsv: the files under `folder` may include those under `folder` and under each
// of `allowed`.
struct Arrow {
  std::string folder;
  std::vector<std::string> allowed;
  std::string reason;
};

// One row of forbidden.tsv.
struct ForbiddenPattern {
  std::string id;
  std::unique_ptr<RE2> pattern;
  std::unique_ptr<RE2> applies_to;
  std::unique_ptr<RE2> except;  // Null where no file is exempt.
  std::string reason;
};

// The rules, read once. Immutable, so safe to share between threads.
class LayeringRules {
 public:
  // Reads arrows.tsv and forbidden.tsv in `folder`. kNotFound where one is missing,
  // kInvalidArgument where a row is wrong.
  static absl::StatusOr<LayeringRules> Load(const std::filesystem::path& folder);

  // What is wrong with one file, a sentence each that starts with `path:line`; empty if nothing is.
  std::vector<std::string> Violations(const SourceFile& file) const;

 private:
  void CheckIncludes(const SourceFile& file, const std::vector<std::string>& lines,
                     std::vector<std::string>& violations) const;
  void CheckPatterns(const SourceFile& file, const std::vector<std::string>& lines,
                     std::vector<std::string>& violations) const;
  const Arrow* ArrowOf(absl::string_view path) const;

  std::vector<Arrow> arrows_;
  std::vector<ForbiddenPattern> forbidden_;
};

}  // namespace yinzheng::layering

#endif  // YINZHENG_TESTS_LAYERING_LAYERING_RULES_H_
