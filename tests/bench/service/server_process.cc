// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/server_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/time/clock.h"
#include "indexer/base/status_macros.h"
#include "tests/bench/service/program_run.h"
#include "tests/bench/service/rpc_caller.h"

namespace yinzheng::bench {
namespace {

constexpr absl::Duration kPatience = absl::Minutes(1);

// Replaces the child process by the server. Never returns.
[[noreturn]] void RunServer(const std::vector<std::string>& arguments, const std::string& log) {
  // The server must not outlive a benchmark that was killed.
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  const int file = open(log.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (file >= 0) {
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
  }
  unsetenv("YINZHENG_CONFIG");
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  dprintf(STDERR_FILENO, "start %s: not possible\n", argv[0]);
  _exit(127);
}

// The number behind `field` in a file of /proc.
absl::StatusOr<double> FieldOf(const std::string& path, std::string_view field) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!absl::StartsWith(line, absl::StrCat(std::string(field), ":"))) continue;
    const std::vector<std::string> words =
        absl::StrSplit(line, absl::ByAnyChar(" \t"), absl::SkipEmpty());
    double number = 0;
    if (words.size() > 1 && absl::SimpleAtod(words[1], &number)) return number;
  }
  return absl::NotFoundError(absl::StrCat("read ", path, ": it has no ", std::string(field)));
}

}  // namespace

absl::StatusOr<std::unique_ptr<ServerProcess>> ServerProcess::Start(
    const ServerProcessOptions& options) {
  const std::string address = absl::StrCat("unix:", options.directory, "/socket");
  const std::string log = absl::StrCat(options.directory, "/server.log");
  std::vector<std::string> arguments = {options.program, "--index", options.index, "--listen",
                                        address};
  for (const std::string& setting : options.settings) {
    arguments.insert(arguments.end(), {"--set", setting});
  }
  const absl::Time begin = absl::Now();
  const pid_t process = fork();
  if (process < 0) return absl::InternalError("start a server: fork failed");
  if (process == 0) RunServer(arguments, log);
  std::unique_ptr<ServerProcess> server(new ServerProcess(process, address, log));
  YZ_RETURN_IF_ERROR(server->WaitUntilServing());
  server->start_time_ = absl::Now() - begin;
  return server;
}

bool ServerProcess::EndsWithin(absl::Duration wait) const {
  const int process = static_cast<int>(syscall(SYS_pidfd_open, process_, 0));
  if (process < 0) return true;
  pollfd ended = {process, POLLIN, 0};
  const bool has_ended = poll(&ended, 1, static_cast<int>(absl::ToInt64Milliseconds(wait))) == 1;
  close(process);
  return has_ended;
}

bool ServerProcess::HasEnded() {
  if (process_ != 0 && waitpid(process_, nullptr, WNOHANG) == process_) process_ = 0;
  return process_ == 0;
}

ServerProcess::~ServerProcess() {
  if (HasEnded()) return;
  kill(process_, SIGTERM);
  waitpid(process_, nullptr, 0);
}

absl::Status ServerProcess::WaitUntilServing() {
  const absl::Time end = absl::Now() + kPatience;
  absl::Status last;
  while (absl::Now() < end) {
    // The socket appears when the index is open; a channel that was refused would wait longer than
    // the server needs.
    last = RpcCaller(address_).Call({kEmptyRpc, grpc::ByteBuffer()}).status();
    if (last.ok()) return absl::OkStatus();
    if (EndsWithin(absl::Milliseconds(5))) break;
  }
  return absl::UnavailableError(
      absl::StrCat("start a server: ", last.ToString(), "; ", LastLine(log_)));
}

absl::StatusOr<MemoryUse> ServerProcess::Memory() const {
  const std::string status = absl::StrCat("/proc/", process_, "/status");
  YZ_ASSIGN_OR_RETURN(const double resident, FieldOf(status, "RssAnon"));
  YZ_ASSIGN_OR_RETURN(const double peak, FieldOf(status, "VmHWM"));
  return MemoryUse{resident / 1024, peak / 1024};
}

absl::StatusOr<absl::Duration> ServerProcess::CpuTime() const {
  const std::string path = absl::StrCat("/proc/", process_, "/stat");
  std::ifstream file(path);
  const std::string line{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  // The name, in parentheses, may hold anything; what counts stands behind it.
  const size_t name = line.rfind(')');
  if (name == std::string::npos) return absl::NotFoundError(absl::StrCat("read ", path));
  const std::vector<std::string> fields = absl::StrSplit(line.substr(name + 2), ' ');
  double user = 0;
  double system = 0;
  if (fields.size() < 13 || !absl::SimpleAtod(fields[11], &user) ||
      !absl::SimpleAtod(fields[12], &system)) {
    return absl::DataLossError(absl::StrCat("read ", path, ": ", line));
  }
  return absl::Seconds((user + system) / static_cast<double>(sysconf(_SC_CLK_TCK)));
}

}  // namespace yinzheng::bench
