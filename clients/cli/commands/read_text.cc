// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/commands/read_text.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "absl/strings/str_cat.h"

namespace yinzheng::cli {
namespace {

std::string ReadAll(std::istream& in) {
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

}  // namespace

absl::StatusOr<std::string> ReadTextArgument(const std::string& argument) {
  if (argument == "-") return ReadAll(std::cin);
  if (argument.empty() || argument[0] != '@') return argument;
  std::ifstream file(argument.substr(1));
  if (!file) {
    return absl::InvalidArgumentError(absl::StrCat(
        "read ", argument, ": cannot open the file; give @FILE, - or the text itself"));
  }
  return ReadAll(file);
}

}  // namespace yinzheng::cli
