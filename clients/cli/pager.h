// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGER_H_
#define YINZHENG_CLIENTS_CLI_PAGER_H_

#include <string>
#include <string_view>

// Output that is longer than the screen is shown through a pager, as git and man do. For terminals
// only: what is piped or redirected never comes here.
namespace yinzheng::cli {

// Rows that `text` takes on a terminal of `columns`, escape sequences (colours, links) aside.
int DisplayRows(std::string_view text, int columns);

// The command that pages: $YZ_PAGER, else $PAGER, else `less -FRX`. Empty, or `cat`: none.
std::string PagerCommand();

// Gives `text` to `command`, which a shell runs, and waits until people have read enough of it: one
// that is quit early has succeeded. less gets what it needs for colours and UTF-8, unless LESS or
// LESSCHARSET say otherwise. False where there is no such command; nothing was shown then.
bool RunPager(const std::string& command, const std::string& text);

// Shows `text` on the terminal behind standard output: through the pager where it is longer than
// the screen, directly otherwise, without a pager or where `paged` is false.
void ShowOnTerminal(const std::string& text, bool paged);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_PAGER_H_
