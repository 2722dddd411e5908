// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_SHELL_COMPLETION_H_
#define YINZHENG_CLIENTS_CLI_SHELL_COMPLETION_H_

#include <string>

#include "clients/cli/command_tree.h"

namespace yinzheng::cli {

// Scripts that teach a shell the commands and flags of yz: names, the values of flags that have
// only some, files where a flag wants one. They call no server: names of entities are not
// completed.
std::string BashCompletion(const CommandTree& tree);
std::string ZshCompletion(const CommandTree& tree);
std::string FishCompletion(const CommandTree& tree);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_SHELL_COMPLETION_H_
