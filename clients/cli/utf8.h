// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_UTF8_H_
#define YINZHENG_CLIENTS_CLI_UTF8_H_

#include <string_view>

#include "absl/status/status.h"

namespace yinzheng::cli {

// InvalidArgument if `text` is not UTF-8, which no request can carry. `what` names where it came
// from ("argument 2", "--batch queries.jsonl"); the error says at which byte it goes wrong.
absl::Status CheckUtf8(std::string_view what, std::string_view text);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_UTF8_H_
