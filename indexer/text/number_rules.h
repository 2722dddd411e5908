// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The word lists behind numeral.h, quantity.h and date.h, read once from the data directory:
// text/*.tsv, each described in its own header lines. Rules are data: change them there, with a
// reason and an example that rules_test holds them to.

#ifndef YINZHENG_INDEXER_TEXT_NUMBER_RULES_H_
#define YINZHENG_INDEXER_TEXT_NUMBER_RULES_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/text/quantity.h"

namespace yinzheng::text {

// Tables of words are looked up by views into the text, without a copy.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::u32string_view word) const {
    return std::hash<std::u32string_view>()(word);
  }
};
template <typename Value>
using WordMap = std::unordered_map<std::u32string, Value, WordHash, std::equal_to<>>;
using WordSet = std::unordered_set<std::u32string, WordHash, std::equal_to<>>;

// One unit or measure word (text/units.tsv).
struct UnitRule {
  std::u32string unit;    // normalised: 公里
  std::string code;       // UCUM or ISO 4217, may be empty
  std::string dimension;  // length, mass, money, count, …
  bool generic = false;   // after a Han 一 it counts nothing: 一个, 一种
  bool phase = false;     // after a small Han numeral it names, not counts: 一期, 三级
  bool noun = false;    // no measure word but a noun that numerals stand before directly: 两平台
  bool prefix = false;  // stands before the number: $, 摄氏
};

// Words that stand before, after or inside a number (text/quantity_modifiers.tsv).
struct ModifierRule {
  std::string id;
  std::u32string form;
  QuantityModifier modifier = QuantityModifier::kExact;
  std::u32string not_after;  // characters that, before `form`, make it another word: 附近
};

// A number in this company is no quantity (text/quantity_exclusions.tsv).
struct ExclusionRule {
  std::string id;
  std::u32string before;  // text ends with this before the number; may be empty
  std::string number;     // any, han, arabic, small (a Han numeral up to ten)
  std::u32string after;   // text goes on with this behind the number; may be empty
  bool vague = false;     // report it, but as a quantity that counts nothing
};

// A smaller unit that may follow a larger one in the same amount (text/unit_parts.tsv).
struct UnitPartRule {
  std::u32string unit;  // 元
  std::u32string part;  // 角
  int power = 0;        // -1: one 角 is 10^-1 元
};

// Words that say what a number measures (text/quantity_measures.tsv).
struct MeasureRule {
  std::u32string form;
  QuantityMeasure measure = QuantityMeasure::kLevel;
};

// Words that make a number a rank (text/rank_cues.tsv).
struct RankRule {
  std::u32string form;
  std::string role;  // cue, word, title, win or noun: see the table
  int rank = 0;      // of a word: 首位 1
};

// Words that name a date by a distance (text/date_words.tsv).
enum class DateWordKind {
  kYear,
  kMonth,
  kDay,
  kYearAfter,
  kMonthAfter,
  kDayAfter,
  kNow,
  kRecent,
  kPart,
  kPlan,
  kAsOf,
};
struct DateWordRule {
  std::u32string form;
  DateWordKind kind = DateWordKind::kNow;
  int value = 0;  // the distance, or the EDTF code of a part
  std::u32string not_after;
  std::u32string not_before;
};

struct NumberRules {
  // Moves only: date_words_by_first points into date_words.
  NumberRules() = default;
  NumberRules(NumberRules&&) = default;
  NumberRules& operator=(NumberRules&&) = default;

  std::unordered_map<char32_t, char32_t> variants;
  WordSet numeral_words;
  std::size_t longest_numeral_word = 0;
  WordMap<UnitRule> units;  // by printed form
  WordMap<UnitRule> prefix_units;
  std::unordered_map<char32_t, std::size_t> longest_unit_by_first;
  std::size_t longest_unit = 0;
  std::vector<ModifierRule> before;  // longest form first
  std::vector<ModifierRule> after;   // longest form first
  std::vector<ExclusionRule> exclusions;
  std::vector<UnitPartRule> unit_parts;
  std::vector<MeasureRule> measures;     // longest form first
  std::vector<RankRule> ranks;           // longest form first
  std::vector<DateWordRule> date_words;  // longest form first
  std::unordered_map<char32_t, std::vector<const DateWordRule*>> date_words_by_first;
  WordMap<int> eras;  // year one of a reign: 雍正 1723
};

// The rules, loaded at the first call. Aborts with a message if the data is missing or malformed;
// programs call LoadNumberRules first to report that as an error. Safe for concurrent use.
const NumberRules& Rules();

// Loads the rules now. The error names file, line and what is wrong with it. Cheap after the first
// call.
absl::Status LoadNumberRules();

// Parses every table, for tests of the data and of malformed data; `read` gives the contents of a
// table by its file name.
class TableReader {
 public:
  virtual ~TableReader() = default;
  virtual absl::StatusOr<std::string> Read(std::string_view file) const = 0;
};
absl::StatusOr<NumberRules> ParseNumberRules(const TableReader& reader);

}  // namespace yinzheng::text

#endif  // YINZHENG_INDEXER_TEXT_NUMBER_RULES_H_
