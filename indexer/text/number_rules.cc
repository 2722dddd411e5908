// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/text/number_rules.h"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <optional>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::text {
namespace {

// The parts of `text` between separators; empty ones are kept only if asked for.
std::vector<std::string> Split(std::string_view text, char separator, bool keep_empty) {
  if (keep_empty) return absl::StrSplit(base::AbslView(text), separator);
  return absl::StrSplit(base::AbslView(text), separator, absl::SkipEmpty());
}

struct Row {
  std::vector<std::string> columns;
  std::string place;  // "units.tsv line 12", for errors
};

// The rows of a tab-separated table, comment lines (#) and empty lines left out.
absl::StatusOr<std::vector<Row>> ReadRows(const TableReader& reader, std::string_view file,
                                          std::size_t columns) {
  YZ_ASSIGN_OR_RETURN(const std::string contents, reader.Read(file));
  std::vector<Row> rows;
  int number = 0;
  for (const std::string& line : Split(contents, '\n', true)) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    Row row{Split(line, '\t', true), absl::StrCat(base::AbslView(file), " line ", number)};
    if (row.columns.size() != columns) {
      return absl::InvalidArgumentError(absl::StrCat("reading number rules: ", row.place, " has ",
                                                     row.columns.size(), " columns instead of ",
                                                     columns, ": ", line));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

absl::Status Malformed(const Row& row, std::string_view what, std::string_view value) {
  return absl::InvalidArgumentError(absl::StrCat("reading number rules: ", row.place, " has ",
                                                 base::AbslView(what), " \"", base::AbslView(value),
                                                 "\""));
}

std::vector<std::u32string> Forms(std::string_view cell) {
  std::vector<std::u32string> forms;
  for (const std::string& form : Split(cell, ' ', false)) {
    forms.push_back(DecodeUtf8(form));
  }
  return forms;
}

std::optional<QuantityModifier> ModifierByName(std::string_view name) {
  if (name == "APPROX") return QuantityModifier::kApprox;
  if (name == "NEARLY") return QuantityModifier::kNearly;
  if (name == "MORE_THAN") return QuantityModifier::kMoreThan;
  if (name == "AT_LEAST") return QuantityModifier::kAtLeast;
  if (name == "LESS_THAN") return QuantityModifier::kLessThan;
  if (name == "AT_MOST") return QuantityModifier::kAtMost;
  return std::nullopt;
}

std::optional<QuantityMeasure> MeasureByName(std::string_view name) {
  if (name == "LEVEL") return QuantityMeasure::kLevel;
  if (name == "CHANGE") return QuantityMeasure::kChange;
  if (name == "SHARE") return QuantityMeasure::kShare;
  if (name == "MULTIPLE") return QuantityMeasure::kMultiple;
  return std::nullopt;
}

std::optional<DateWordKind> DateWordKindByName(std::string_view name) {
  static constexpr std::pair<std::string_view, DateWordKind> kKinds[] = {
      {"year", DateWordKind::kYear},
      {"month", DateWordKind::kMonth},
      {"day", DateWordKind::kDay},
      {"year_after", DateWordKind::kYearAfter},
      {"month_after", DateWordKind::kMonthAfter},
      {"day_after", DateWordKind::kDayAfter},
      {"now", DateWordKind::kNow},
      {"recent", DateWordKind::kRecent},
      {"part", DateWordKind::kPart},
      {"plan", DateWordKind::kPlan},
      {"as_of", DateWordKind::kAsOf}};
  for (const auto& [known, kind] : kKinds) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

template <typename Rule>
void SortByLength(std::vector<Rule>& rules) {
  std::stable_sort(rules.begin(), rules.end(),
                   [](const Rule& a, const Rule& b) { return a.form.size() > b.form.size(); });
}

absl::Status ReadVariants(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "number_variants.tsv", 2));
  for (const Row& row : rows) {
    const std::u32string from = DecodeUtf8(row.columns[0]);
    const std::u32string to = DecodeUtf8(row.columns[1]);
    if (from.size() != 1 || to.size() != 1) {
      return Malformed(row, "not one character on each side:", row.columns[0]);
    }
    rules.variants.emplace(from[0], to[0]);
  }
  return absl::OkStatus();
}

absl::Status ReadNumeralWords(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "numeral_words.tsv", 4));
  for (const Row& row : rows) {
    for (std::u32string& word : Forms(row.columns[1])) {
      rules.longest_numeral_word = std::max(rules.longest_numeral_word, word.size());
      rules.numeral_words.insert(std::move(word));
    }
  }
  return absl::OkStatus();
}

absl::Status ReadUnits(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "units.tsv", 6));
  for (const Row& row : rows) {
    UnitRule rule{
        .unit = DecodeUtf8(row.columns[0]), .code = row.columns[2], .dimension = row.columns[3]};
    for (const std::string& flag : Split(row.columns[4], ' ', false)) {
      if (flag == "generic") {
        rule.generic = true;
      } else if (flag == "phase") {
        rule.phase = true;
      } else if (flag == "noun") {
        rule.noun = true;
      } else if (flag == "prefix") {
        rule.prefix = true;
      } else {
        return Malformed(row, "the unknown flag", flag);
      }
    }
    auto& table = rule.prefix ? rules.prefix_units : rules.units;
    for (std::u32string& form : Forms(row.columns[1])) {
      rules.longest_unit = std::max(rules.longest_unit, form.size());
      std::size_t& longest = rules.longest_unit_by_first[form.front()];
      longest = std::max(longest, form.size());
      if (!table.emplace(form, rule).second) {
        return Malformed(row, "a form that an earlier line has:", EncodeUtf8(form));
      }
    }
  }
  return absl::OkStatus();
}

absl::Status ReadModifiers(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "quantity_modifiers.tsv", 7));
  for (const Row& row : rows) {
    const auto modifier = ModifierByName(row.columns[3]);
    if (!modifier) return Malformed(row, "the unknown modifier", row.columns[3]);
    const bool before = row.columns[1] == "before";
    if (!before && row.columns[1] != "after") {
      return Malformed(row, "a position that is neither before nor after:", row.columns[1]);
    }
    for (std::u32string& form : Forms(row.columns[2])) {
      (before ? rules.before : rules.after)
          .push_back({row.columns[0], std::move(form), *modifier, DecodeUtf8(row.columns[4])});
    }
  }
  SortByLength(rules.before);
  SortByLength(rules.after);
  return absl::OkStatus();
}

absl::Status ReadExclusions(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "quantity_exclusions.tsv", 7));
  for (const Row& row : rows) {
    const std::string& number = row.columns[2];
    if (number != "any" && number != "han" && number != "arabic" && number != "small") {
      return Malformed(row, "the unknown kind of number", number);
    }
    const bool vague = row.columns[4] == "vague";
    if (!vague && row.columns[4] != "drop") {
      return Malformed(row, "the unknown effect", row.columns[4]);
    }
    std::vector<std::u32string> before = Forms(row.columns[1]);
    std::vector<std::u32string> after = Forms(row.columns[3]);
    if (before.empty()) before.emplace_back();
    if (after.empty()) after.emplace_back();
    for (const std::u32string& left : before) {
      for (const std::u32string& right : after) {
        rules.exclusions.push_back({row.columns[0], left, number, right, vague});
      }
    }
  }
  return absl::OkStatus();
}

absl::Status ReadUnitParts(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "unit_parts.tsv", 4));
  for (const Row& row : rows) {
    int power = 0;
    if (!absl::SimpleAtoi(row.columns[2], &power)) {
      return Malformed(row, "a power that is no number:", row.columns[2]);
    }
    rules.unit_parts.push_back({DecodeUtf8(row.columns[0]), DecodeUtf8(row.columns[1]), power});
  }
  return absl::OkStatus();
}

absl::Status ReadMeasures(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "quantity_measures.tsv", 5));
  for (const Row& row : rows) {
    const auto measure = MeasureByName(row.columns[2]);
    if (!measure) return Malformed(row, "the unknown measure", row.columns[2]);
    for (std::u32string& form : Forms(row.columns[1])) {
      rules.measures.push_back({std::move(form), *measure});
    }
  }
  SortByLength(rules.measures);
  return absl::OkStatus();
}

absl::Status ReadRanks(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "rank_cues.tsv", 5));
  for (const Row& row : rows) {
    int rank = 0;
    if (!row.columns[3].empty() && !absl::SimpleAtoi(row.columns[3], &rank)) {
      return Malformed(row, "a rank that is no number:", row.columns[3]);
    }
    constexpr std::string_view kRoles[] = {"cue", "word", "title", "win", "noun"};
    if (std::find(std::begin(kRoles), std::end(kRoles), row.columns[1]) == std::end(kRoles)) {
      return Malformed(row, "the unknown role", row.columns[1]);
    }
    for (std::u32string& form : Forms(row.columns[2])) {
      rules.ranks.push_back({std::move(form), row.columns[1], rank});
    }
  }
  SortByLength(rules.ranks);
  return absl::OkStatus();
}

absl::Status ReadDateWords(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "date_words.tsv", 6));
  for (const Row& row : rows) {
    int value = 0;
    if (!absl::SimpleAtoi(row.columns[2], &value)) {
      return Malformed(row, "a distance that is no number:", row.columns[2]);
    }
    const auto kind = DateWordKindByName(row.columns[0]);
    if (!kind) return Malformed(row, "the unknown kind", row.columns[0]);
    for (std::u32string& form : Forms(row.columns[1])) {
      rules.date_words.push_back(
          {std::move(form), *kind, value, DecodeUtf8(row.columns[3]), DecodeUtf8(row.columns[4])});
    }
  }
  SortByLength(rules.date_words);
  // The vector is not touched again, so its elements stay where they are; moving it keeps them too.
  for (const DateWordRule& rule : rules.date_words) {
    rules.date_words_by_first[rule.form.front()].push_back(&rule);
  }
  return absl::OkStatus();
}

absl::Status ReadEras(const TableReader& reader, NumberRules& rules) {
  YZ_ASSIGN_OR_RETURN(const std::vector<Row> rows, ReadRows(reader, "date_eras.tsv", 2));
  for (const Row& row : rows) {
    int year = 0;
    if (!absl::SimpleAtoi(row.columns[1], &year)) {
      return Malformed(row, "a year that is no number:", row.columns[1]);
    }
    rules.eras.emplace(DecodeUtf8(row.columns[0]), year);
  }
  return absl::OkStatus();
}

class DataDirReader : public TableReader {
 public:
  absl::StatusOr<std::string> Read(std::string_view file) const override {
    return base::ReadDataFile(absl::StrCat("text/", base::AbslView(file)));
  }
};

const absl::StatusOr<NumberRules>& LoadedRules() {
  static const auto* const rules =
      new absl::StatusOr<NumberRules>(ParseNumberRules(DataDirReader()));
  return *rules;
}

}  // namespace

absl::StatusOr<NumberRules> ParseNumberRules(const TableReader& reader) {
  NumberRules rules;
  for (const auto read : {ReadVariants, ReadNumeralWords, ReadUnits, ReadModifiers, ReadExclusions,
                          ReadUnitParts, ReadMeasures, ReadRanks, ReadDateWords, ReadEras}) {
    YZ_RETURN_IF_ERROR(read(reader, rules));
  }
  return rules;
}

const NumberRules& Rules() {
  const absl::StatusOr<NumberRules>& rules = LoadedRules();
  if (!rules.ok()) {
    std::cerr << "Cannot read the rules for numbers and dates: " << rules.status()
              << ". Set YINZHENG_DATA_DIR or install the data files.\n";
    std::abort();
  }
  return *rules;
}

absl::Status LoadNumberRules() { return LoadedRules().status(); }

}  // namespace yinzheng::text
