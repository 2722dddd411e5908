// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/shell_completion.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/strip.h"

namespace yinzheng::cli {
namespace {

std::vector<std::string> NamesOf(const std::vector<CommandShape>& commands) {
  std::vector<std::string> names;
  for (const CommandShape& command : commands) names.push_back(command.name);
  return names;
}

std::string FlagNames(const CommandShape& command) {
  std::vector<std::string> names;
  for (const FlagShape& flag : command.flags) {
    names.insert(names.end(), flag.names.begin(), flag.names.end());
  }
  return absl::StrJoin(names, " ");
}

// Inside of single quotes of a shell.
std::string Quoted(const std::string& text) {
  return absl::StrCat("'", absl::StrReplaceAll(text, {{"'", "'\\''"}}), "'");
}

// `--output) …` for each flag whose values are known.
void AddBashValues(const CommandShape& command, std::string& out) {
  for (const FlagShape& flag : command.flags) {
    if (flag.value.empty()) continue;
    const std::string names = absl::StrJoin(flag.names, "|");
    if (!flag.choices.empty()) {
      absl::StrAppend(&out, "    ", names, ") COMPREPLY=($(compgen -W ",
                      Quoted(absl::StrJoin(flag.choices, " ")), " -- \"$current\")); return ;;\n");
    } else if (flag.takes_file) {
      absl::StrAppend(&out, "    ", names,
                      ") COMPREPLY=($(compgen -f -- \"$current\")); return ;;\n");
    } else {
      absl::StrAppend(&out, "    ", names, ") return ;;\n");
    }
  }
}

// `'--output[text, json]:value:(text json)'`
std::string ZshFlag(const FlagShape& flag, const std::string& name) {
  std::string spec = absl::StrCat(
      name, "[", absl::StrReplaceAll(flag.description, {{"[", "("}, {"]", ")"}, {":", ";"}}), "]");
  if (!flag.choices.empty()) {
    absl::StrAppend(&spec, ":value:(", absl::StrJoin(flag.choices, " "), ")");
  } else if (flag.takes_file) {
    absl::StrAppend(&spec, ":file:_files");
  } else if (!flag.value.empty()) {
    absl::StrAppend(&spec, ":value: ");
  }
  return Quoted(spec);
}

std::string ZshFlags(const CommandShape& command) {
  std::string out;
  for (const FlagShape& flag : command.flags) {
    for (const std::string& name : flag.names) absl::StrAppend(&out, " ", ZshFlag(flag, name));
  }
  return out;
}

void AddFishFlags(const CommandShape& command, const std::string& condition, std::string& out) {
  for (const FlagShape& flag : command.flags) {
    absl::StrAppend(&out, "complete -c yz", condition);
    for (const std::string& name : flag.names) {
      const bool is_long = name.size() > 2;
      absl::StrAppend(&out, is_long ? " -l " : " -s ",
                      absl::StripPrefix(absl::StripPrefix(name, "-"), "-"));
    }
    if (!flag.choices.empty()) {
      absl::StrAppend(&out, " -x -a ", Quoted(absl::StrJoin(flag.choices, " ")));
    } else if (!flag.value.empty()) {
      absl::StrAppend(&out, flag.takes_file ? " -r" : " -x");
    }
    absl::StrAppend(&out, " -d ", Quoted(flag.description), "\n");
  }
}

}  // namespace

std::string BashCompletion(const CommandTree& tree) {
  const std::string names = absl::StrJoin(NamesOf(tree.commands), "|");
  std::string out = absl::StrCat(
      "# bash completion of yz; made by `yz completion bash`\n"
      "_yz() {\n"
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= "
      "word\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case $word in ",
      names,
      ") command=$word; break ;; esac\n"
      "  done\n"
      "  COMPREPLY=()\n"
      "  case $previous in\n");
  AddBashValues(tree.root, out);
  absl::StrAppend(&out, "  esac\n  case $command in\n");
  for (const CommandShape& command : tree.commands) {
    std::string values;
    AddBashValues(command, values);
    absl::StrAppend(&out, "  ", command.name, ")\n");
    if (!values.empty()) absl::StrAppend(&out, "    case $previous in\n", values, "    esac\n");
    absl::StrAppend(&out, "    COMPREPLY=($(compgen -W ",
                    Quoted(absl::StrCat(FlagNames(command), " ", FlagNames(tree.root))),
                    " -- \"$current\")) ;;\n");
  }
  absl::StrAppend(
      &out, "  *) COMPREPLY=($(compgen -W ",
      Quoted(absl::StrCat(absl::StrJoin(NamesOf(tree.commands), " "), " ", FlagNames(tree.root))),
      " -- \"$current\")) ;;\n  esac\n}\ncomplete -F _yz yz\n");
  return out;
}

std::string ZshCompletion(const CommandTree& tree) {
  std::string out =
      "#compdef yz\n# zsh completion of yz; made by `yz completion zsh`\n_yz() {\n"
      "  local command word\n  local -a commands flags\n  commands=(\n";
  for (const CommandShape& command : tree.commands) {
    absl::StrAppend(&out, "    ", Quoted(absl::StrCat(command.name, ":", command.description)),
                    "\n");
  }
  absl::StrAppend(&out, "  )\n  for word in ${words[2,CURRENT-1]}; do\n    case $word in ",
                  absl::StrJoin(NamesOf(tree.commands), "|"),
                  ") command=$word; break ;; esac\n  done\n  flags=(", ZshFlags(tree.root),
                  ")\n  case $command in\n");
  for (const CommandShape& command : tree.commands) {
    absl::StrAppend(&out, "    ", command.name, ") flags+=(", ZshFlags(command), ") ;;\n");
  }
  absl::StrAppend(&out,
                  "  esac\n"
                  "  if [[ -z $command && $PREFIX != -* ]]; then\n"
                  "    _describe command commands\n"
                  "  else\n"
                  "    _arguments -S $flags '*:argument:_files'\n"
                  "  fi\n"
                  "}\n"
                  "_yz \"$@\"\n");
  return out;
}

std::string FishCompletion(const CommandTree& tree) {
  std::string out = "# fish completion of yz; made by `yz completion fish`\n";
  AddFishFlags(tree.root, "", out);
  for (const CommandShape& command : tree.commands) {
    absl::StrAppend(&out, "complete -c yz -n __fish_use_subcommand -f -a ", command.name, " -d ",
                    Quoted(command.description), "\n");
    AddFishFlags(command, absl::StrCat(" -n '__fish_seen_subcommand_from ", command.name, "'"),
                 out);
  }
  return out;
}

}  // namespace yinzheng::cli
