// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The server program, run as it is deployed: a process of its own on a Unix socket.

#ifndef YINZHENG_TESTS_BENCH_SERVICE_SERVER_PROCESS_H_
#define YINZHENG_TESTS_BENCH_SERVICE_SERVER_PROCESS_H_

#include <sys/types.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace yinzheng::bench {

struct ServerProcessOptions {
  std::string program;                // Path of yinzheng-server.
  std::string index;                  // Index directory.
  std::string directory;              // Exists; holds socket and log.
  std::vector<std::string> settings;  // Fields of the configuration, one --set each.
};

// What the process holds in memory. Pages of files (program, libraries) are not counted: they are
// the page cache's.
struct MemoryUse {
  double resident_mb = 0;       // Now.
  double peak_resident_mb = 0;  // At most so far, file pages included: all that the kernel keeps.
};

// Stops the server when it goes. One thread at a time.
class ServerProcess {
 public:
  // Returns once it answers a health check: the server listens only when its index is open.
  // Unavailable, with the last line of its log, if it does not within a minute.
  static absl::StatusOr<std::unique_ptr<ServerProcess>> Start(const ServerProcessOptions& options);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  const std::string& address() const { return address_; }
  // From its start to its first answer.
  absl::Duration start_time() const { return start_time_; }
  absl::StatusOr<MemoryUse> Memory() const;
  // User and system time so far.
  absl::StatusOr<absl::Duration> CpuTime() const;

 private:
  ServerProcess(pid_t process, std::string address, std::string log)
      : process_(process), address_(std::move(address)), log_(std::move(log)) {}
  absl::Status WaitUntilServing();

  bool HasEnded();
  bool EndsWithin(absl::Duration wait) const;

  pid_t process_;  // 0 once it has ended and was waited for.
  const std::string address_;
  const std::string log_;
  absl::Duration start_time_;
};

}  // namespace yinzheng::bench

#endif  // YINZHENG_TESTS_BENCH_SERVICE_SERVER_PROCESS_H_
