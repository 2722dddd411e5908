// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/manual_page.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"

namespace yinzheng::cli {
namespace {

// Text that roff reads as it stands: a hyphen as a minus, no line that looks like a request.
std::string Roff(const std::string& text) {
  std::string out = absl::StrReplaceAll(text, {{"\\", "\\e"}, {"-", "\\-"}});
  if (absl::StartsWith(out, ".") || absl::StartsWith(out, "'")) out.insert(0, "\\&");
  return out;
}

void AddFlag(const FlagShape& flag, std::string& out) {
  absl::StrAppend(&out, ".TP\n.B ", Roff(absl::StrJoin(flag.names, ", ")));
  if (!flag.choices.empty()) {
    absl::StrAppend(&out, " ", Roff(absl::StrJoin(flag.choices, "|")));
  } else if (!flag.value.empty()) {
    absl::StrAppend(&out, " ", Roff(flag.value));
  }
  absl::StrAppend(&out, "\n", Roff(flag.description));
  if (!flag.default_value.empty()) {
    absl::StrAppend(&out, " (default: ", Roff(flag.default_value), ")");
  }
  absl::StrAppend(&out, "\n");
}

void AddCommand(const CommandShape& command, std::string& out) {
  std::string usage = absl::StrCat("yz ", command.name);
  for (const FlagShape& argument : command.arguments) {
    absl::StrAppend(&usage, " ", argument.argument);
  }
  absl::StrAppend(&out, ".SS ", Roff(usage), "\n", Roff(command.description), "\n");
  for (const FlagShape& flag : command.flags) {
    if (flag.names.back() != "--help") AddFlag(flag, out);
  }
}

}  // namespace

std::string ManualPage(const CommandTree& tree) {
  std::string out = absl::StrCat(
      ".\\\" Made by `yz completion man`.\n.TH YZ 1\n.SH NAME\nyz \\- ",
      Roff(tree.root.description),
      "\n.SH SYNOPSIS\n.B yz\n[\\fIFLAGS\\fR] \\fICOMMAND\\fR [\\fIARGUMENTS\\fR]\n.SH OPTIONS\n");
  for (const FlagShape& flag : tree.root.flags) AddFlag(flag, out);
  absl::StrAppend(&out, ".SH COMMANDS\n");
  for (const CommandShape& command : tree.commands) AddCommand(command, out);
  absl::StrAppend(&out, ".SH ENVIRONMENT\n");
  for (const FlagShape& flag : tree.root.flags) {
    if (flag.environment.empty()) continue;
    absl::StrAppend(&out, ".TP\n.B ", Roff(flag.environment), "\nStands for ",
                    Roff(flag.names.back()), ".\n");
  }
  absl::StrAppend(
      &out,
      ".TP\n.B YZ_PAGER, PAGER\nCommand that shows what is longer than the screen; empty or cat "
      "for none. Without either it is less \\-FRX.\n"
      ".TP\n.B NO_COLOR\nNo colours, whatever the terminal.\n"
      ".SH FILES\n.TP\n.I ~/.config/yz/config.toml\n"
      "Flags that hold for every call, as `server = \"host:port\"`.\n"
      ".SH EXIT STATUS\n0 found, 1 nothing found, 2 wrong usage, 3 no server, 4 refused "
      "or failed.\n");
  return out;
}

}  // namespace yinzheng::cli
