// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Pattern rules as data: tab-separated lines of id, kind, pattern (RE2), reason and examples. The
// engine here knows nothing of what kinds mean; it reads, compiles and hands out. Patterns are
// matched against keys (keyed_text.h), so they are written in Simplified, lower case and ASCII
// punctuation.
//
//   source	macro	[\p{Han}a-z]{2,8}(?:报|网)	…		 {source} in later patterns
//   stands for it, in (?:…) page-number	furniture	-? ?\d{1,3} ?-?	…	- 12 - ¦ 12

#ifndef YINZHENG_INDEXER_INGEST_PATTERN_RULES_H_
#define YINZHENG_INDEXER_INGEST_PATTERN_RULES_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "re2/re2.h"
#include "re2/set.h"

namespace yinzheng::ingest {

struct PatternRule {
  std::string id;
  std::string kind;
  std::string reason;
  std::vector<std::string> examples;   // Each contains a match once folded; a test sees to it.
  std::unique_ptr<const RE2> pattern;  // Never null.
};

// Immutable; safe for concurrent use.
class PatternRules {
 public:
  // Parses the contents of rule file `name`. Empty lines and lines that begin with # are comments.
  // kInvalidArgument, naming file and line, for a line without five columns, an id used twice, a
  // macro that is not known, or a pattern RE2 refuses.
  static absl::StatusOr<PatternRules> Parse(std::string_view contents, const std::string& name);

  // Parses ingest/`name` of the data directory.
  static absl::StatusOr<PatternRules> Load(const std::string& name);

  const std::vector<PatternRule>& rules() const { return rules_; }

  // The first rule that matches all of `key`; null if none does. Tries all rules in one pass.
  const PatternRule* FirstMatch(std::string_view key) const;

  // The first rule of `kind` that matches all of `key`; null if none does.
  const PatternRule* Match(std::string_view kind, std::string_view key) const;

  // The rules of one kind, in the order of the file.
  std::vector<const PatternRule*> OfKind(std::string_view kind) const;

 private:
  void CompileSet();

  std::vector<PatternRule> rules_;
  std::unique_ptr<const RE2::Set> set_;  // All of them; null if there are none.
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_PATTERN_RULES_H_
