// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pages/labels.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "clients/cli/pages/absl_view.h"
#include "clients/cli/pages/embedded.h"

namespace yinzheng::cli::pages {
namespace {

constexpr size_t kSimplified = 1;
constexpr size_t kTraditional = 2;

}  // namespace

Labels::Labels(std::string_view language, size_t column) : language_(language) {
  for (const absl::string_view row : absl::StrSplit(View(LabelTable()), '\n', absl::SkipEmpty())) {
    const std::vector<std::string> cells = absl::StrSplit(row, '\t');
    if (absl::StartsWith(row, "#") || cells.size() <= column) continue;
    words_.emplace(cells[0], cells[column]);
  }
}

const Labels& Labels::ForLanguage(std::string_view language) {
  static const auto& simplified = *new Labels("zh-Hans", kSimplified);
  static const auto& traditional = *new Labels("zh-Hant", kTraditional);
  for (const absl::string_view tag : {"zh-Hant", "zh-TW", "zh-HK", "zh-MO"}) {
    if (absl::StartsWithIgnoreCase(View(language), tag)) return traditional;
  }
  return simplified;
}

std::string_view Labels::operator()(std::string_view key) const {
  const auto found = words_.find(View(key));
  return found == words_.end() ? key : std::string_view(found->second);
}

}  // namespace yinzheng::cli::pages
