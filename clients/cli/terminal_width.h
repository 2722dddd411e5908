// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TERMINAL_WIDTH_H_
#define YINZHENG_CLIENTS_CLI_TERMINAL_WIDTH_H_

namespace yinzheng::cli {

// Columns of the terminal behind standard output: what COLUMNS says, else what the terminal says;
// 80 where neither says anything. Always above 0.
int TerminalWidth();

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TERMINAL_WIDTH_H_
