// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_TERMINAL_SIZE_H_
#define YINZHENG_CLIENTS_CLI_TERMINAL_SIZE_H_

namespace yinzheng::cli {

// Whether people read standard output on a terminal that understands escape sequences: TERM is
// neither empty nor `dumb`.
bool IsCapableTerminal();

// Columns of the terminal behind standard output: what COLUMNS says, else what the terminal says;
// 80 where neither says anything. Always above 0.
int TerminalWidth();

// Rows of it: what LINES says, else what the terminal says; 24 where neither says anything. Always
// above 0.
int TerminalHeight();

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_TERMINAL_SIZE_H_
