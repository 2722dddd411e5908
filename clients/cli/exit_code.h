// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_EXIT_CODE_H_
#define YINZHENG_CLIENTS_CLI_EXIT_CODE_H_

#include "absl/status/status.h"

namespace yinzheng::cli {

// Exit codes of yz, as `yz --help` lists them.
enum ExitCode {
  kExitOk = 0,
  kExitNothingFound = 1,  // the request was fine, the record has nothing
  kExitUsage = 2,         // wrong flags or arguments
  kExitNoServer = 3,      // no server reached, or it is not ready
  kExitRefused = 4,       // the service refused the request or failed
};

// The exit code for a call that ended with `status`.
inline ExitCode ExitCodeOf(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return kExitOk;
    case absl::StatusCode::kNotFound:
      return kExitNothingFound;
    case absl::StatusCode::kUnavailable:
      return kExitNoServer;
    case absl::StatusCode::kInvalidArgument:
      return kExitUsage;
    default:
      return kExitRefused;
  }
}

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_EXIT_CODE_H_
