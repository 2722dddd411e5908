// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TABLE_H_
#define YINZHENG_CLIENTS_CLI_TABLE_H_

#include <string>
#include <vector>

namespace yinzheng::cli {

// Rows of text under named columns: what `--output table` and `--output csv` print.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // each as long as `columns`
};

// Aligned columns for people; cells wider than `max_cell_width` columns are cut with ….
std::string FormatTable(const Table& table, int max_cell_width = 48);

// RFC 4180 with a header row and \n line ends; nothing is cut.
std::string FormatCsv(const Table& table);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TABLE_H_
