// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/command_tree.h"

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace yinzheng::cli {
namespace {

// The parser shows choices as "TEXT:{text,json}" or "ENUM:value in {text->0,json->1} OR {0,1}".
std::vector<std::string> ChoicesOf(absl::string_view type) {
  const size_t begin = type.find('{');
  const size_t end = type.find('}');
  std::vector<std::string> choices;
  if (begin == absl::string_view::npos || end == absl::string_view::npos || end < begin) {
    return choices;
  }
  for (const absl::string_view choice :
       absl::StrSplit(type.substr(begin + 1, end - begin - 1), ',')) {
    choices.emplace_back(choice.substr(0, choice.find("->")));
  }
  return choices;
}

std::string FirstLine(const std::string& text) { return text.substr(0, text.find('\n')); }

// Flags for paths say so by their name or by what they ask for.
bool TakesFile(const FlagShape& flag, absl::string_view type) {
  if (absl::StrContains(type, "FILE") || absl::StrContains(type, "DIR") ||
      absl::StrContains(type, "PATH")) {
    return true;
  }
  for (const std::string& name : flag.names) {
    for (const char* path : {"file", "index", "ca", "cert", "key", "batch", "directory"}) {
      if (absl::EndsWith(name, path)) return true;
    }
  }
  return false;
}

FlagShape ShapeOf(const CLI::Option& option) {
  FlagShape flag;
  for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
  flag.argument = option.get_positional() ? option.get_name(true) : "";
  flag.description = FirstLine(option.get_description());
  flag.environment = option.get_envname();
  flag.default_value = option.get_default_str();
  if (option.get_items_expected_max() > 0 && option.get_type_size_max() > 0) {
    const std::string type = option.get_type_name();
    flag.choices = ChoicesOf(type);
    flag.value = type.substr(0, type.find_first_of(":{ "));
    flag.takes_file = flag.choices.empty() && TakesFile(flag, type);
  }
  return flag;
}

CommandShape ShapeOf(const CLI::App& app) {
  CommandShape command;
  command.name = app.get_name();
  command.description = FirstLine(app.get_description());
  for (const CLI::Option* option : app.get_options()) {
    FlagShape flag = ShapeOf(*option);
    (flag.names.empty() ? command.arguments : command.flags).push_back(flag);
  }
  return command;
}

}  // namespace

CommandTree ReadCommandTree(const CLI::App& app) {
  CommandTree tree{ShapeOf(app), {}};
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (!command->get_name().empty()) tree.commands.push_back(ShapeOf(*command));
  }
  return tree;
}

}  // namespace yinzheng::cli
