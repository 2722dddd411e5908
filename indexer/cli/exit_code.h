// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_INDEXER_CLI_EXIT_CODE_H_
#define YINZHENG_INDEXER_CLI_EXIT_CODE_H_

#include "absl/status/status.h"

namespace yinzheng::indexer {

// Exit codes of yinzheng-index, as `yinzheng-index --help` lists them.
enum ExitCode {
  kExitOk = 0,
  kExitCheckFailed = 1,  // verify found a fault, or --strict a skipped input or rejected fact
  kExitUsage = 2,        // wrong flags, or flags whose feature does not exist yet
  kExitInput = 3,        // input, metadata, packs or facts files cannot be read
  kExitIndex = 4,        // the index cannot be read or written
};

// Which part of the work an error comes from; its status code alone does not tell.
enum class ErrorSource { kInput, kIndex };

// The exit code for a command that ended with `status`.
inline ExitCode ExitCodeOf(const absl::Status& status, ErrorSource source) {
  if (status.ok()) return kExitOk;
  if (absl::IsUnimplemented(status)) return kExitUsage;
  return source == ErrorSource::kInput ? kExitInput : kExitIndex;
}

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_CLI_EXIT_CODE_H_
