// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_COMMAND_TREE_H_
#define YINZHENG_CLIENTS_CLI_COMMAND_TREE_H_

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

// What commands and flags yz has, taken from the parser itself, so that completion and manual never
// say anything else.
namespace yinzheng::cli {

// A flag, or an argument without a name.
struct FlagShape {
  std::vector<std::string> names;    // "-h", "--help"; empty for arguments
  std::string argument;              // name of an argument without a flag, as usage shows it
  std::string description;           // first line
  std::string value;                 // what kind of value it takes: "TEXT"; empty for switches
  std::vector<std::string> choices;  // the only values; empty if any will do
  std::string environment;           // variable that stands for it; empty without
  std::string default_value;
  bool takes_file = false;  // its value is a path
};

struct CommandShape {
  std::string name;
  std::string description;
  std::vector<FlagShape> flags;      // with names
  std::vector<FlagShape> arguments;  // without
};

// `root` is the program itself, with the flags that stand before or after every command.
struct CommandTree {
  CommandShape root;
  std::vector<CommandShape> commands;
};

CommandTree ReadCommandTree(const CLI::App& app);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_COMMAND_TREE_H_
