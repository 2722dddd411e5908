// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/local_server.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "grpcpp/create_channel.h"
#include "grpcpp/generic/generic_stub.h"
#include "grpcpp/security/credentials.h"

namespace yinzheng::cli {
namespace {

namespace fs = std::filesystem;

std::string ServerProgram() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  const fs::path beside = self.parent_path() / "yinzheng-server";
  return !error && fs::exists(beside) ? beside.string() : "yinzheng-server";
}

// Replaces the child process by the server. Never returns.
[[noreturn]] void RunServer(const std::string& program, const std::string& index,
                            const std::string& address, const std::string& log) {
  // The server must not outlive a yz that was killed.
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  const int file = open(log.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
  if (file >= 0) {
    dup2(file, STDOUT_FILENO);
    dup2(file, STDERR_FILENO);
  }
  // A private server takes nothing of what is set up for the machine's own.
  unsetenv("YINZHENG_CONFIG");
  execlp(program.c_str(), program.c_str(), "--index", index.c_str(), "--listen", address.c_str(),
         static_cast<char*>(nullptr));
  dprintf(STDERR_FILENO, "start %s: not found beside yz or on PATH\n", program.c_str());
  _exit(127);
}

}  // namespace

absl::StatusOr<std::unique_ptr<LocalServer>> LocalServer::Start(const std::string& index,
                                                                absl::Duration timeout) {
  std::string directory = (fs::temp_directory_path() / "yz-XXXXXX").string();
  if (mkdtemp(directory.data()) == nullptr) {
    return absl::InternalError(absl::StrCat("create a directory for the private server under ",
                                            fs::temp_directory_path().string(),
                                            ": not possible; set TMPDIR"));
  }
  const std::string program = ServerProgram();
  const std::string address = absl::StrCat("unix:", directory, "/socket");
  const std::string log = absl::StrCat(directory, "/log");
  const pid_t process = fork();
  if (process < 0) return absl::InternalError("start the private server: fork failed");
  if (process == 0) RunServer(program, index, address, log);
  auto server = std::unique_ptr<LocalServer>(new LocalServer(directory, process));
  if (absl::Status status = server->WaitUntilServing(timeout); !status.ok()) return status;
  return server;
}

LocalServer::LocalServer(std::string directory, pid_t process)
    : directory_(std::move(directory)),
      address_(absl::StrCat("unix:", directory_, "/socket")),
      process_(process) {}

LocalServer::~LocalServer() {
  if (process_ > 0) {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
}

bool LocalServer::HasEnded() {
  if (waitpid(process_, nullptr, WNOHANG) != process_) return false;
  process_ = -1;
  return true;
}

std::string LocalServer::LastWords() const {
  std::ifstream log(directory_ + "/log");
  std::string line;
  std::string last;
  while (std::getline(log, line)) {
    if (!line.empty()) last = line;
  }
  return last.empty() ? "it said nothing" : last;
}

absl::Status LocalServer::WaitUntilServing(absl::Duration timeout) {
  // The server listens only once its index is open, so a connection means that it serves.
  const std::shared_ptr<grpc::Channel> channel =
      grpc::CreateChannel(address_, grpc::InsecureChannelCredentials());
  const auto end = std::chrono::steady_clock::now() + absl::ToChronoMilliseconds(timeout);
  while (std::chrono::steady_clock::now() < end) {
    const auto step = std::chrono::system_clock::now() + std::chrono::milliseconds(50);
    if (channel->WaitForConnected(step)) return absl::OkStatus();
    if (HasEnded()) {
      return absl::UnavailableError(absl::StrCat("start a private server: ", LastWords()));
    }
  }
  return absl::UnavailableError(absl::StrCat("start a private server: not ready after ",
                                             absl::FormatDuration(timeout), "; ", LastWords()));
}

}  // namespace yinzheng::cli
