// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_COMMANDS_READ_TEXT_H_
#define YINZHENG_CLIENTS_CLI_COMMANDS_READ_TEXT_H_

#include <string>

#include "absl/status/statusor.h"

namespace yinzheng::cli {

// The text of an argument: `-` is standard input, `@FILE` a file, anything else the text itself.
// InvalidArgument if a file cannot be read.
absl::StatusOr<std::string> ReadTextArgument(const std::string& argument);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_COMMANDS_READ_TEXT_H_
