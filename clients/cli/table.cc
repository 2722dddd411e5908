// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/table.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "clients/cli/display_width.h"

namespace yinzheng::cli {
namespace {

// One line a cell: hard line breaks of the articles would break the table.
std::string OneLine(const std::string& text) {
  return absl::StrReplaceAll(text, {{"\r", ""}, {"\n", " "}});
}

void AppendRow(const std::vector<std::string>& cells, const std::vector<int>& widths,
               std::string& out) {
  for (size_t i = 0; i < cells.size(); ++i) {
    const bool last = i + 1 == cells.size();
    const std::string cell = Truncate(OneLine(cells[i]), widths[i]);
    absl::StrAppend(&out, last ? cell : PadRight(cell, widths[i]), last ? "\n" : "  ");
  }
}

void AppendCsvRow(const std::vector<std::string>& cells, std::string& out) {
  for (size_t i = 0; i < cells.size(); ++i) {
    const bool quoted = cells[i].find_first_of(",\"\r\n") != std::string::npos;
    absl::StrAppend(&out, i == 0 ? "" : ",", quoted ? "\"" : "",
                    absl::StrReplaceAll(cells[i], {{"\"", "\"\""}}), quoted ? "\"" : "");
  }
  out.push_back('\n');
}

}  // namespace

std::string FormatTable(const Table& table, int max_cell_width) {
  std::vector<int> widths;
  for (size_t i = 0; i < table.columns.size(); ++i) {
    int width = DisplayWidth(table.columns[i]);
    for (const auto& row : table.rows) width = std::max(width, DisplayWidth(OneLine(row[i])));
    widths.push_back(std::min(width, max_cell_width));
  }
  std::string out;
  AppendRow(table.columns, widths, out);
  for (const auto& row : table.rows) AppendRow(row, widths, out);
  return out;
}

std::string FormatCsv(const Table& table) {
  std::string out;
  AppendCsvRow(table.columns, out);
  for (const auto& row : table.rows) AppendCsvRow(row, out);
  return out;
}

}  // namespace yinzheng::cli
