// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A retrieval set on disk: records, questions with the records that answer them, and what a program
// found. Reads and writes JSON lines; ranks and scores nothing.

#ifndef YINZHENG_TESTS_QUALITY_RETRIEVAL_SET_H_
#define YINZHENG_TESTS_QUALITY_RETRIEVAL_SET_H_

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::quality {

struct Record {
  std::string id;
  std::string text;  // Title and text, a line each.
};

struct Question {
  std::string id;
  std::string text;
  std::vector<std::string> gold;  // Ids of records.
};

// Ids of records found, best first, by id of question.
using Run = std::map<std::string, std::vector<std::string>>;

// kInvalidArgument names the file and the line that is not as expected.
absl::StatusOr<std::vector<Record>> ReadRecords(const std::string& path);  // {"id","title","text"}
absl::StatusOr<std::vector<Question>> ReadQuestions(
    const std::string& path);                          // {"id","text","gold"}
absl::StatusOr<Run> ReadRun(const std::string& path);  // {"id","hits"}

void WriteQuestions(const std::vector<Question>& questions, std::ostream& out);

// Ranking is tuned on half of the questions of every set, and judged by the others. Which half a
// question is in depends on its id alone: the lowest bit of the first byte of its SHA-256.
bool IsTuned(const std::string& question_id);

// The questions in the other script: in Simplified characters if most of them are in Traditional
// ones, else in Traditional. kNotFound, naming the package, if OpenCC's tables are missing.
absl::StatusOr<std::vector<Question>> InOtherScript(std::vector<Question> questions);

}  // namespace yinzheng::quality

#endif  // YINZHENG_TESTS_QUALITY_RETRIEVAL_SET_H_
