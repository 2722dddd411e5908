// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/commands/read_text.h"

#include <fstream>
#include <iostream>
#include <sstream>

#include "absl/strings/str_cat.h"
#include "clients/cli/utf8.h"

namespace yinzheng::cli {
namespace {

// Read errors, as of a directory, set the stream's badbit instead of throwing.
absl::StatusOr<std::string> ReadAll(const std::string& argument, std::istream& in) {
  std::ostringstream text;
  if (in.peek() != std::istream::traits_type::eof()) text << in.rdbuf();
  if (in.bad() || text.bad()) {
    return absl::InvalidArgumentError(
        absl::StrCat("read ", argument, ": not readable; give @FILE, - or the text itself"));
  }
  if (absl::Status status = CheckUtf8(argument, text.str()); !status.ok()) return status;
  return text.str();
}

}  // namespace

absl::StatusOr<std::string> ReadTextArgument(const std::string& argument) {
  if (argument == "-") return ReadAll("standard input", std::cin);
  if (argument.empty() || argument[0] != '@') return argument;
  std::ifstream file(argument.substr(1));
  if (!file) {
    return absl::InvalidArgumentError(absl::StrCat(
        "read ", argument, ": cannot open the file; give @FILE, - or the text itself"));
  }
  return ReadAll(argument, file);
}

}  // namespace yinzheng::cli
