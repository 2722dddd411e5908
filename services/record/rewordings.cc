// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/rewordings.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::services {

absl::StatusOr<Rewordings> Rewordings::Load() {
  YZ_ASSIGN_OR_RETURN(const std::string table, base::ReadDataFile("services/rewordings.tsv"));
  return FromTable(table);
}

Rewordings Rewordings::FromTable(std::string_view table) {
  Rewordings rewordings;
  const std::vector<std::string> lines = absl::StrSplit(base::AbslView(table), '\n');
  for (const std::string& line : lines) {
    if (line.empty() || line[0] == '#') continue;
    const std::string words = line.substr(0, line.find('\t'));
    rewordings.rows_.push_back(absl::StrSplit(words, ' ', absl::SkipEmpty()));
  }
  return rewordings;
}

std::vector<Rewording> Rewordings::Of(const std::string& text) const {
  std::vector<Rewording> found;
  for (const std::vector<std::string>& row : rows_) {
    for (const std::string& word : row) {
      if (text.find(word) == std::string::npos) continue;
      Rewording& rewording = found.emplace_back();
      rewording.word = word;
      std::copy_if(row.begin(), row.end(), std::back_inserter(rewording.others),
                   [&word](const std::string& other) { return other != word; });
    }
  }
  return found;
}

}  // namespace yinzheng::services
