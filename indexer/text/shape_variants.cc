// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/shape_variants.h"

#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {

absl::StatusOr<std::unique_ptr<ShapeVariants>> ShapeVariants::Create() {
  YZ_ASSIGN_OR_RETURN(const std::string tsv, base::ReadDataFile("text/shape_variants.tsv"));
  return Parse(tsv);
}

absl::StatusOr<std::unique_ptr<ShapeVariants>> ShapeVariants::Parse(std::string_view tsv) {
  std::unique_ptr<ShapeVariants> variants(new ShapeVariants());
  for (const absl::string_view line :
       absl::StrSplit(base::AbslView(tsv), '\n', absl::SkipEmpty())) {
    if (line[0] == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    const std::u32string group = fields.size() == 2 ? DecodeUtf8(fields[0]) : U"";
    if (group.size() < 2 || fields[1].empty()) {
      return absl::DataLossError(absl::StrCat("shape_variants.tsv: \"", line,
                                              "\" is not two characters or more and a reason"));
    }
    for (const char32_t c : group) {
      std::u32string& alike = variants->alike_[c];
      for (const char32_t other : group) {
        if (other != c && alike.find(other) == std::u32string::npos) alike.push_back(other);
      }
    }
  }
  return variants;
}

std::u32string_view ShapeVariants::LikeOf(char32_t c) const {
  const auto found = alike_.find(c);
  return found == alike_.end() ? std::u32string_view() : found->second;
}

}  // namespace yinzheng::text
