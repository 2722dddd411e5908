// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Reads the credits of a story: lines and brackets that say who wrote and edited it, where it
// appeared and when. How the press words them is data (rules/credit_rules.tsv). It judges one
// stretch of text at a time; which stretches of a page are credits of which story is story_fields'
// business.

#ifndef YINZHENG_INDEXER_INGEST_CREDITS_H_
#define YINZHENG_INDEXER_INGEST_CREDITS_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/ingest/pattern_rules.h"

namespace yinzheng::ingest {

// What a stretch of text credits. All views are parts of the text that was read.
struct Credits {
  std::vector<std::string_view> authors;
  std::vector<std::string_view> editors;
  std::vector<std::string_view> outlets;
  std::vector<std::string_view> titles;
  std::vector<std::string_view> dates;

  // True if the stretch holds credits and nothing else: a whole line of this kind is no text of the
  // story.
  bool only_credits = false;
  // True if it begins with the outlet (来源：…): then what could be read is credits even if other
  // words stand between.
  bool opens_with_outlet = false;
  // True if it names writers by a word or mark (not only a date or an outlet).
  bool has_byline = false;
};

// What the first words of a paragraph say about where and by whom it was written.
struct Lead {
  bool found = false;  // A dateline or a report's opening stands there.
  bool glued = false;  // A byline with the text right behind it stands there.
  std::string_view outlet;
  std::string_view title;  // A headline run into the text.
  Credits credits;
};

// Immutable and safe for concurrent use. Keys are those of KeyedText.
class CreditReader {
 public:
  // Loads ingest/credit_rules.tsv of the data directory.
  static absl::StatusOr<std::unique_ptr<CreditReader>> Create();

  explicit CreditReader(PatternRules rules);

  // Reads a whole line or the inside of brackets.
  Credits Read(std::string_view key) const;

  // Reads the opening of a paragraph.
  Lead ReadLead(std::string_view key) const;

  // Credits behind the last sentence of a paragraph: (记者 张三), 责任编辑：李四. Empty where there
  // are none.
  Credits ReadEnd(std::string_view key) const;

  // Outlets whose reporters appear inside running text, each time they do.
  std::vector<std::string_view> MentionedOutlets(std::string_view key) const;

  // The headline without the site names behind it; `outlet` is then the site. Else all of `key`.
  std::string_view WithoutSite(std::string_view key, std::string_view* outlet) const;

  // True if `key` is an outlet's name and nothing else.
  bool IsOutlet(std::string_view key) const { return rules_.Match("outlet", key) != nullptr; }

  // True if `key` names a document of which there is one a year.
  bool IsAnnualDocument(std::string_view key) const {
    return rules_.Match("annual", key) != nullptr;
  }

 private:
  struct Part;

  std::vector<Part> FindParts(std::string_view key) const;
  std::string_view WithoutPlace(std::string_view word) const;
  bool ReadNames(std::string_view value, std::vector<std::string_view>& names,
                 Credits& credits) const;
  bool ReadOutlet(std::string_view value, Credits& credits) const;
  bool MergeValue(const Part& part, std::string_view value, Credits& credits) const;
  bool ReadValue(const Part& part, std::string_view value, Credits& credits) const;

  PatternRules rules_;
};

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_CREDITS_H_
