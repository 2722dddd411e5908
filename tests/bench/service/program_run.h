// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Runs a program to its end and says what it took.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_PROGRAM_RUN_H_
#define YINZHENG_TESTS_BENCH_SERVICE_PROGRAM_RUN_H_

#include <functional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace yinzheng::bench {

// What a program took, its threads and children together.
struct ProgramRun {
  absl::Duration wall;
  absl::Duration cpu;  // User and system time.
  double peak_mb = 0;  // Largest resident set, file pages included.
};

// Starts `arguments[0]`, a path, with the rest as its arguments, and waits for it. What it prints
// goes to the file `log`, which is replaced. FailedPrecondition, with the last line of the log, if
// it ends with another status than 0.
absl::StatusOr<ProgramRun> RunProgram(const std::vector<std::string>& arguments,
                                      const std::string& log);

// The same of work done in this process; its peak is the process's so far.
absl::StatusOr<ProgramRun> RunHere(const std::function<absl::Status()>& work);

// The last line of a program's log, for messages.
std::string LastLine(const std::string& log);

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_PROGRAM_RUN_H_
