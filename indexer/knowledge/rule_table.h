// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_KNOWLEDGE_RULE_TABLE_H_
#define YINZHENG_INDEXER_KNOWLEDGE_RULE_TABLE_H_

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::knowledge {

// A rule file: tab-separated columns under a header line; lines that begin with # and empty lines
// are comments. It knows nothing of what the rules mean. Files are small (hundreds of lines) and
// read once.
class RuleTable {
 public:
  // One line. Cells of absent columns are empty.
  class Row {
   public:
    Row(const std::map<std::string, size_t>* columns, std::vector<std::string> cells,
        std::string place)
        : columns_(columns), cells_(std::move(cells)), place_(std::move(place)) {}

    // The cell under `column`, without outer spaces; empty if the line has none.
    const std::string& Get(const std::string& column) const;
    // The words of a cell, separated by spaces, decoded.
    std::vector<std::u32string> Words(const std::string& column) const;
    // True if the cell is "yes".
    bool Is(const std::string& column) const { return Get(column) == "yes"; }
    // "file:line", for messages.
    const std::string& place() const { return place_; }

   private:
    const std::map<std::string, size_t>* columns_;
    std::vector<std::string> cells_;
    std::string place_;
  };

  // Reads `directory`/`file`. NotFound if it is missing; InvalidArgument, naming file and line, if
  // a line has more cells than the header, or an id occurs twice.
  static absl::StatusOr<RuleTable> Load(const std::string& directory, const std::string& file);

  RuleTable(RuleTable&&) = default;
  RuleTable& operator=(RuleTable&&) = default;

  const std::vector<Row>& rows() const { return rows_; }

 private:
  RuleTable() = default;

  std::unique_ptr<std::map<std::string, size_t>> columns_;  // its address must not change
  std::vector<Row> rows_;
};

}  // namespace yinzheng::knowledge

#endif  // YINZHENG_INDEXER_KNOWLEDGE_RULE_TABLE_H_
