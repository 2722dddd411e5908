// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/pager.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iostream>

#include "clients/cli/display_width.h"
#include "clients/cli/terminal_size.h"

namespace yinzheng::cli {
namespace {

constexpr int kNoSuchCommand = 127;  // of shells

// Without less nothing is said of it: the output is then shown as it is.
constexpr char kDefaultPager[] = "command -v less >/dev/null || exit 127; exec less -FRX";

// The escape sequence at the start of `text`: a colour (CSI … letter) or a link (OSC … ST). 0 if
// there is none.
size_t EscapeLength(std::string_view text) {
  if (text.substr(0, 2) == "\033[") {
    const size_t end = text.find_first_not_of("0123456789;", 2);
    return end == std::string_view::npos ? text.size() : end + 1;
  }
  if (text.substr(0, 2) == "\033]") {
    const size_t end = text.find("\033\\");
    return end == std::string_view::npos ? text.size() : end + 2;
  }
  return 0;
}

std::string WithoutEscapes(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const size_t escape = EscapeLength(text);
    if (escape == 0) plain += text.front();
    text.remove_prefix(escape == 0 ? 1 : escape);
  }
  return plain;
}

// Replaces the child process by the pager, which reads `input`. Never returns.
[[noreturn]] void BecomePager(const std::string& command, int input) {
  dup2(input, STDIN_FILENO);
  setenv("LESS", "FRX", 0);
  setenv("LESSCHARSET", "utf-8", 0);
  execl("/bin/sh", "sh", "-c", command.c_str(), static_cast<char*>(nullptr));
  _exit(kNoSuchCommand);
}

// Until all is written, or the reader has gone.
void WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    text.remove_prefix(static_cast<size_t>(written));
  }
}

// While it lives, a signal does not end this process.
class Ignored {
 public:
  explicit Ignored(int signal) : signal_(signal), before_(::signal(signal, SIG_IGN)) {}
  ~Ignored() { ::signal(signal_, before_); }
  Ignored(const Ignored&) = delete;
  Ignored& operator=(const Ignored&) = delete;

 private:
  int signal_;
  sighandler_t before_;
};

int ExitCodeOfChild(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 0;
}

}  // namespace

int DisplayRows(std::string_view text, int columns) {
  int rows = 0;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const int width = DisplayWidth(WithoutEscapes(text.substr(0, end)));
    rows += width == 0 ? 1 : (width + columns - 1) / columns;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return rows;
}

std::string PagerCommand() {
  for (const char* variable : {"YZ_PAGER", "PAGER"}) {
    const char* const named = std::getenv(variable);
    if (named != nullptr) return std::string(named) == "cat" ? "" : named;
  }
  return kDefaultPager;
}

bool RunPager(const std::string& command, const std::string& text) {
  int ends[2];
  if (pipe(ends) != 0) return false;
  const pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    BecomePager(command, ends[0]);
  }
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return false;
  }
  // Quitting the pager ends its input, and Ctrl-C is a command of the pager: neither ends yz.
  const Ignored no_reader(SIGPIPE);
  const Ignored interrupt(SIGINT);
  WriteAll(ends[1], text);
  close(ends[1]);
  return ExitCodeOfChild(child) != kNoSuchCommand;
}

void ShowOnTerminal(const std::string& text, bool paged) {
  const std::string command = paged ? PagerCommand() : "";
  // The last row is for the prompt of the shell.
  if (!command.empty() && DisplayRows(text, TerminalWidth()) >= TerminalHeight() &&
      RunPager(command, text)) {
    return;
  }
  std::cout << text;
}

}  // namespace yinzheng::cli
