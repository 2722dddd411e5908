// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/terminal_width.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

#include "absl/strings/numbers.h"

namespace yinzheng::cli {

int TerminalWidth() {
  constexpr int kDefault = 80;
  int columns = 0;
  const char* const named = std::getenv("COLUMNS");
  if (named != nullptr && absl::SimpleAtoi(named, &columns) && columns > 0) return columns;
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kDefault;
}

}  // namespace yinzheng::cli
