// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/query_stop_words.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::store {

absl::StatusOr<QueryStopWords> QueryStopWords::Load() {
  YZ_ASSIGN_OR_RETURN(const std::string tsv, base::ReadDataFile("store/query_stop_words.tsv"));
  return Parse(tsv);
}

absl::StatusOr<QueryStopWords> QueryStopWords::Parse(std::string_view tsv) {
  QueryStopWords stop_words;
  size_t number = 0;
  for (const absl::string_view line : absl::StrSplit(base::AbslView(tsv), '\n')) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> columns = absl::StrSplit(line, '\t');
    const std::u32string key = columns.size() == 3 ? text::DecodeUtf8(columns[1]) : U"";
    if (columns[0] == "character" && key.size() == 1) {
      stop_words.characters_.insert(key.front());
    } else if (columns[0] == "word" && !key.empty()) {
      stop_words.words_.insert(key);
    } else {
      return absl::DataLossError(absl::StrCat("query_stop_words.tsv: line ", number, ": \"", line,
                                              "\" is not kind, text and reason"));
    }
  }
  return stop_words;
}

bool QueryStopWords::AllFunctionCharacters(std::u32string_view key) const {
  return !key.empty() &&
         std::all_of(key.begin(), key.end(), [&](char32_t c) { return IsFunctionCharacter(c); });
}

}  // namespace yinzheng::store
