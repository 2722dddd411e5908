// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_LOCAL_SERVER_H_
#define YINZHENG_CLIENTS_CLI_LOCAL_SERVER_H_

#include <sys/types.h>

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace yinzheng::cli {

// A private server for one command: `yz --index DIR` starts yinzheng-server on a Unix socket in a
// temporary directory that only this user can enter, and stops it when the command ends. The server
// program is looked for beside yz itself, then on PATH; its log goes to a file in that directory.
class LocalServer {
 public:
  // Starts the server and waits until its health service says SERVING. Errors carry the server's
  // last words; Unavailable if it is not ready within `timeout`.
  static absl::StatusOr<std::unique_ptr<LocalServer>> Start(const std::string& index,
                                                            absl::Duration timeout);
  // Ends the server and removes its directory.
  ~LocalServer();
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;

  // `unix:PATH`.
  const std::string& address() const { return address_; }

 private:
  LocalServer(std::string directory, pid_t process);
  absl::Status WaitUntilServing(absl::Duration timeout);
  bool HasEnded();
  std::string LastWords() const;

  std::string directory_;
  std::string address_;
  pid_t process_;
};

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_LOCAL_SERVER_H_
