// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/terminal_size.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "absl/strings/numbers.h"

namespace yinzheng::cli {
namespace {

// What the variable says, else what the terminal says in `side`, else `otherwise`.
int Side(const char* variable, uint16_t winsize::*side, int otherwise) {
  int size = 0;
  const char* const named = std::getenv(variable);
  if (named != nullptr && absl::SimpleAtoi(named, &size) && size > 0) return size;
  winsize terminal{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &terminal) == 0 && terminal.*side > 0) return terminal.*side;
  return otherwise;
}

}  // namespace

bool IsCapableTerminal() {
  const char* const term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && term != nullptr && *term != '\0' &&
         std::string(term) != "dumb";
}

int TerminalWidth() { return Side("COLUMNS", &winsize::ws_col, 80); }

int TerminalHeight() { return Side("LINES", &winsize::ws_row, 24); }

}  // namespace yinzheng::cli
