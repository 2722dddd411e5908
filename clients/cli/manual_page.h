// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_MANUAL_PAGE_H_
#define YINZHENG_CLIENTS_CLI_MANUAL_PAGE_H_

#include <string>

#include "clients/cli/command_tree.h"

namespace yinzheng::cli {

// The manual page yz(1) in the language of man(7): every command with its flags, environment, files
// and exit codes.
std::string ManualPage(const CommandTree& tree);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_MANUAL_PAGE_H_
