// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Runs commands of yinzheng-index in the test's own process, over one small article. For tests.

#ifndef YINZHENG_INDEXER_CLI_TESTING_COMMANDS_FIXTURE_H_
#define YINZHENG_INDEXER_CLI_TESTING_COMMANDS_FIXTURE_H_

#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "indexer/cli/commands.h"
#include "nlohmann/json.hpp"
#include "tests/support/temp_dir.h"

namespace yinzheng::indexer::testing {

inline constexpr char kStory[] =
    "青州生命科学园新馆开放\n2022-03-04 "
    "来源：青州日报\n青州生命科学园位于青州市高新区，入驻企业128家，"
    "其中高新技术企业57家。\n青州生命科学园管委会主任陈小明表示，2021年园区总收入达到56.4亿元。\n";

struct Outcome {
  int code = 0;
  std::string out;
  std::string err;

  std::vector<nlohmann::json> Lines() const {
    std::vector<nlohmann::json> lines;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
  }
};

class CommandsFixture : public ::testing::Test {
 protected:
  Outcome Run(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    CommandContext context(in, out, err);
    CLI::App app("", "yinzheng-index");
    for (auto add : {AddBuildCommand, AddUpdateCommand, AddVerifyCommand, AddInfoCommand,
                     AddListCommand, AddDiffCommand, AddRollbackCommand, AddPruneCommand,
                     AddRetractCommand, AddExportCommand, AddAnnotateCommand}) {
      add(app, context);
    }
    std::vector<const char*> argv = {"yinzheng-index"};
    for (const std::string& argument : arguments) argv.push_back(argument.c_str());
    const int usage = Parse(app, argv);
    return {usage == 0 ? context.exit_code() : kExitUsage, out.str(), err.str()};
  }

  Outcome Build(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments = {"build", "--input", Input(), "--index", Index()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return Run(arguments);
  }

  std::string Input() const { return (dir_.path() / "in").string(); }
  std::string Index() const { return (dir_.path() / "idx").string(); }

  void SetUp() override { dir_.Write("in/a.txt", kStory); }

  yinzheng::testing::TempDir dir_;

 private:
  static int Parse(CLI::App& app, const std::vector<const char*>& argv) {
    CLI11_PARSE(app, static_cast<int>(argv.size()), argv.data());
    return 0;
  }
};

}  // namespace yinzheng::indexer::testing

#endif  // YINZHENG_INDEXER_CLI_TESTING_COMMANDS_FIXTURE_H_
