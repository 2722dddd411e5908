// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/bench/service/program_run.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/clock.h"

namespace yinzheng::bench {
namespace {

absl::Duration CpuOf(const rusage& usage) {
  return absl::DurationFromTimeval(usage.ru_utime) + absl::DurationFromTimeval(usage.ru_stime);
}

double PeakMb(const rusage& usage) { return static_cast<double>(usage.ru_maxrss) / 1024; }

}  // namespace

std::string LastLine(const std::string& log) {
  std::ifstream file(log);
  std::string last = "it said nothing";
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) last = line;
  }
  return last;
}

absl::StatusOr<ProgramRun> RunProgram(const std::vector<std::string>& arguments,
                                      const std::string& log) {
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, log.c_str(),
                                   O_CREAT | O_WRONLY | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  const absl::Time begin = absl::Now();
  pid_t process = 0;
  const int error = posix_spawn(&process, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    return absl::NotFoundError(absl::StrCat("start ", arguments[0], ": ", std::strerror(error)));
  }
  int ended = 0;
  rusage usage = {};
  while (wait4(process, &ended, 0, &usage) < 0) {
    if (errno != EINTR) return absl::ErrnoToStatus(errno, absl::StrCat("wait for ", arguments[0]));
  }
  ProgramRun run;
  run.wall = absl::Now() - begin;
  run.cpu = CpuOf(usage);
  run.peak_mb = PeakMb(usage);
  if (WIFEXITED(ended) && WEXITSTATUS(ended) == 0) return run;
  return absl::FailedPreconditionError(absl::StrCat(
      absl::StrJoin(arguments, " "), ": ended otherwise than with 0; ", LastLine(log)));
}

absl::StatusOr<ProgramRun> RunHere(const std::function<absl::Status()>& work) {
  rusage before = {};
  getrusage(RUSAGE_SELF, &before);
  const absl::Time begin = absl::Now();
  if (absl::Status status = work(); !status.ok()) return status;
  ProgramRun run;
  run.wall = absl::Now() - begin;
  rusage after = {};
  getrusage(RUSAGE_SELF, &after);
  run.cpu = CpuOf(after) - CpuOf(before);
  run.peak_mb = PeakMb(after);
  return run;
}

}  // namespace yinzheng::bench
