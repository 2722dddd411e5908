// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_ACCESS_FILES_H_
#define YINZHENG_CLIENTS_CLI_ACCESS_FILES_H_

#include "absl/status/status.h"
#include "clients/cli/session.h"
#include "clients/cpp/client.h"

namespace yinzheng::cli {

// Reads the files of --token-file, --ca, --cert and --key into the client's options.
// InvalidArgument names the file that cannot be used, and never repeats what it holds.
absl::Status ReadAccess(const GlobalOptions& global, client::ClientOptions& options);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_ACCESS_FILES_H_
