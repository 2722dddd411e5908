// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/rule_table.h"

#include <fstream>
#include <set>
#include <sstream>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::knowledge {
namespace {

absl::StatusOr<std::string> ReadWhole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    return absl::NotFoundError(absl::StrCat("reading rules: cannot open ", path,
                                            "; set YINZHENG_DATA_DIR to the installed data"));
  }
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> Cells(absl::string_view line) {
  std::vector<std::string> cells;
  for (absl::string_view cell : absl::StrSplit(line, '\t')) {
    cells.emplace_back(absl::StripAsciiWhitespace(cell));
  }
  return cells;
}

}  // namespace

const std::string& RuleTable::Row::Get(const std::string& column) const {
  static const std::string& empty = *new std::string();
  const auto it = columns_->find(column);
  return it == columns_->end() || it->second >= cells_.size() ? empty : cells_[it->second];
}

std::vector<std::u32string> RuleTable::Row::Words(const std::string& column) const {
  std::vector<std::u32string> words;
  for (absl::string_view word : absl::StrSplit(Get(column), ' ', absl::SkipEmpty())) {
    words.push_back(text::DecodeUtf8({word.data(), word.size()}));
  }
  return words;
}

absl::StatusOr<RuleTable> RuleTable::Load(const std::string& directory, const std::string& file) {
  const std::string path = absl::StrCat(directory, "/", file);
  YZ_ASSIGN_OR_RETURN(const std::string contents, ReadWhole(path));
  RuleTable table;
  table.columns_ = std::make_unique<std::map<std::string, size_t>>();
  std::set<std::string> ids;
  size_t number = 0;
  for (absl::string_view line : absl::StrSplit(contents, '\n')) {
    ++number;
    if (absl::StripAsciiWhitespace(line).empty() || line[0] == '#') continue;
    std::vector<std::string> cells = Cells(line);
    if (table.columns_->empty()) {
      for (size_t i = 0; i < cells.size(); ++i) (*table.columns_)[cells[i]] = i;
      continue;
    }
    const std::string place = absl::StrCat(path, ":", number);
    if (cells.size() > table.columns_->size()) {
      return absl::InvalidArgumentError(absl::StrCat(place, ": ", cells.size(), " cells under ",
                                                     table.columns_->size(),
                                                     " columns; is there a tab too many?"));
    }
    table.rows_.emplace_back(table.columns_.get(), std::move(cells), place);
    const std::string& id = table.rows_.back().Get("id");
    if (!id.empty() && !ids.insert(id).second) {
      return absl::InvalidArgumentError(absl::StrCat(place, ": id \"", id, "\" occurs twice"));
    }
  }
  return table;
}

}  // namespace yinzheng::knowledge
