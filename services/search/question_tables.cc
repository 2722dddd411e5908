// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/search/question_tables.h"

#include <algorithm>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/status_macros.h"
#include "indexer/text/unicode.h"

namespace yinzheng::services {
namespace {

// The type of rows that are no QuestionType.
constexpr char kSaid[] = "SAID";
// Where a word of question_units.tsv tells.
constexpr char kAnywhere[] = "anywhere";
constexpr char kCounted[] = "counted";
constexpr char kBare[] = "bare:";

std::vector<std::vector<std::string>> ReadRows(std::string_view table) {
  std::vector<std::vector<std::string>> rows;
  const std::vector<std::string> lines = absl::StrSplit(base::AbslView(table), '\n');
  for (const std::string& line : lines) {
    if (!line.empty() && line[0] != '#') rows.push_back(absl::StrSplit(line, '\t'));
  }
  return rows;
}

// A table of words with the type of question that each is for; those of speech apart.
absl::Status ReadTypedWords(std::string_view file, std::string_view table,
                            std::vector<QuestionTables::QuestionWord>& words,
                            std::vector<std::u32string>& said) {
  for (const std::vector<std::string>& row : ReadRows(table)) {
    if (row.size() >= 2 && row[1] == kSaid) {
      said.push_back(text::DecodeUtf8(row[0]));
      continue;
    }
    v1::QuestionType type = v1::QUESTION_TYPE_UNSPECIFIED;
    if (row.size() < 2 || row[0].empty() ||
        !v1::QuestionType_Parse(absl::StrCat("QUESTION_TYPE_", row[1]), &type)) {
      return absl::InvalidArgumentError(
          absl::StrCat("read ", base::AbslView(file), ": row \"", row[0], "\" has no known type"));
    }
    words.push_back({text::DecodeUtf8(row[0]), type});
  }
  return absl::OkStatus();
}

absl::Status ReadUnits(std::string_view table, QuestionTables& tables) {
  for (const std::vector<std::string>& row : ReadRows(table)) {
    const std::string where = row.size() >= 3 && !row[0].empty() ? row[2] : "";
    const std::u32string word = text::DecodeUtf8(row[0]);
    if (where == kCounted) {
      tables.measure_words.push_back({word, row[1], ""});
    } else if (where == kAnywhere) {
      tables.unit_words.push_back({word, row[1], ""});
    } else if (where.starts_with(kBare)) {
      tables.bare_words.push_back({word, row[1], where.substr(sizeof(kBare) - 1)});
    } else {
      return absl::InvalidArgumentError(
          absl::StrCat("read question_units.tsv: row \"", row[0], "\" stands at \"", where,
                       "\", which is none of ", kAnywhere, ", ", kCounted, " and ", kBare, "WORD"));
    }
  }
  std::stable_sort(tables.measure_words.begin(), tables.measure_words.end(),
                   [](const auto& a, const auto& b) { return a.word.size() > b.word.size(); });
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<QuestionTables> QuestionTables::Load() {
  Texts texts;
  YZ_ASSIGN_OR_RETURN(texts.words, base::ReadDataFile("services/question_words.tsv"));
  YZ_ASSIGN_OR_RETURN(texts.stop_words, base::ReadDataFile("services/question_stop_words.tsv"));
  YZ_ASSIGN_OR_RETURN(texts.units, base::ReadDataFile("services/question_units.tsv"));
  YZ_ASSIGN_OR_RETURN(texts.answer_words, base::ReadDataFile("services/question_answer_words.tsv"));
  YZ_ASSIGN_OR_RETURN(texts.rewordings, base::ReadDataFile("services/rewordings.tsv"));
  return Parse(texts);
}

absl::StatusOr<QuestionTables> QuestionTables::Parse(const Texts& texts) {
  QuestionTables tables;
  YZ_RETURN_IF_ERROR(ReadTypedWords("question_words.tsv", texts.words, tables.question_words,
                                    tables.speech_words));
  YZ_RETURN_IF_ERROR(ReadTypedWords("question_answer_words.tsv", texts.answer_words,
                                    tables.answer_words, tables.spoken_words));
  YZ_RETURN_IF_ERROR(ReadUnits(texts.units, tables));
  for (const std::vector<std::string>& row : ReadRows(texts.stop_words)) {
    tables.stop_words.insert(row[0]);
  }
  tables.rewordings = Rewordings::FromTable(texts.rewordings);
  return tables;
}

}  // namespace yinzheng::services
