// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_COMMANDS_PAGE_OUTPUT_H_
#define YINZHENG_CLIENTS_CLI_COMMANDS_PAGE_OUTPUT_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/session.h"

namespace yinzheng::cli {

// For commands that write `what`, which is HTML and nothing else: InvalidArgument where --output
// asks for a format of records.
inline absl::Status CheckPageOutput(const Session& session, std::string_view what) {
  const std::string& format = session.options().output;
  if (format == "text") return absl::OkStatus();
  return absl::InvalidArgumentError(absl::StrCat("write a ", std::string(what), " as --output ",
                                                 format, ": it is HTML only; leave out --output"));
}

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_COMMANDS_PAGE_OUTPUT_H_
