// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_REWORDINGS_H_
#define YINZHENG_SERVICES_RECORD_REWORDINGS_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::services {

// A word, with other words that say the same (动工 and 开工). All Simplified.
struct Rewording {
  std::string word;
  std::vector<std::string> others;
};

// Words that may stand for each other in questions, claims and articles: the rows of
// services/record/data/rewordings.tsv. Wider than synonyms and never shown: an answer keeps the
// words of its article.
//
// Immutable and safe for concurrent use.
class Rewordings {
 public:
  // Reads the table from the data directory. NotFound if it is absent.
  static absl::StatusOr<Rewordings> Load();
  // `table`: the contents of rewordings.tsv.
  static Rewordings FromTable(std::string_view table);

  // Those of the words that stand in `text` (Simplified), in the order of the table.
  std::vector<Rewording> Of(const std::string& text) const;

 private:
  std::vector<std::vector<std::string>> rows_;  // the words of a row say the same
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_REWORDINGS_H_
