// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

// The table of docs/limits.md against the code: people plan by the table.

#include "services/request/limits.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "absl/strings/str_cat.h"
#include "re2/re2.h"

namespace yinzheng::services {
namespace {

using Limits = std::map<std::string, std::string>;  // constant -> "most" or "default most"

std::string Read(const std::string& path) {
  std::ifstream file(std::string(YINZHENG_SOURCE_DIR) + "/" + path);
  EXPECT_TRUE(file.good()) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Limits Documented() {
  const std::string text = Read("docs/limits.md");
  re2::StringPiece rest(text);
  static const RE2 kRow(R"(\| `(k\w+)` \| (\d+) \|(?: (\d+) \|)?)");
  Limits limits;
  std::string name;
  std::string first;
  std::string second;
  while (RE2::FindAndConsume(&rest, kRow, &name, &first, &second)) {
    limits[name] = second.empty() ? first : absl::StrCat(first, " ", second);
  }
  return limits;
}

Limits InTheCode() {
  const std::string text = Read("services/request/limits.h");
  Limits limits;
  std::string name;
  std::string first;
  std::string second;
  re2::StringPiece rest(text);
  static const RE2 kPage(R"(constexpr PageLimit (k\w+)\{(\d+), (\d+)\})");
  while (RE2::FindAndConsume(&rest, kPage, &name, &first, &second)) {
    limits[name] = absl::StrCat(first, " ", second);
  }
  rest = text;
  static const RE2 kNumber(R"(constexpr int32_t (kMax\w+) = (\d+);)");
  while (RE2::FindAndConsume(&rest, kNumber, &name, &first)) limits[name] = first;
  return limits;
}

TEST(LimitsTest, TheTableSaysWhatTheCodeDoes) {
  const Limits in_the_code = InTheCode();
  EXPECT_EQ(in_the_code.at("kFactPage"), "20 500");
  EXPECT_EQ(in_the_code.at("kMaxBatch"), "100");
  EXPECT_EQ(Documented(), in_the_code);
}

}  // namespace
}  // namespace yinzheng::services
