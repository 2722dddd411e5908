// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "tests/integration/shard_process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace yinzheng::testing {
namespace {

constexpr char kProgram[] = "/usr/bin/xapian-tcpsrv";

[[noreturn]] void Fail(const char* what) {
  std::perror(what);
  std::abort();
}

// Free a moment ago.
int FreePort() {
  const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(address);
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(descriptor, generic, size) != 0 || getsockname(descriptor, generic, &size) != 0) {
    Fail("find a free port");
  }
  close(descriptor);
  return ntohs(address.sin_port);
}

}  // namespace

bool HasShardProgram() { return std::filesystem::exists(kProgram); }

ShardProcess::ShardProcess(std::string database)
    : database_(std::move(database)), port_(FreePort()) {
  address_ = "127.0.0.1:" + std::to_string(port_);
  Start();
}

ShardProcess::~ShardProcess() { Kill(); }

void ShardProcess::Start() {
  int out[2];
  if (pipe2(out, O_CLOEXEC) != 0) Fail("pipe");
  const std::string port = std::to_string(port_);
  group_ = fork();
  if (group_ < 0) Fail("fork");
  if (group_ == 0) {
    setpgid(0, 0);
    // It goes with the test, however that ends; those that serve a connection end with it.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    // It tells of each connection, and nobody reads that.
    signal(SIGPIPE, SIG_IGN);
    dup2(out[1], STDOUT_FILENO);
    execl(kProgram, kProgram, "--interface", "127.0.0.1", "--port", port.c_str(), database_.c_str(),
          nullptr);
    _exit(127);
  }
  setpgid(group_, group_);
  close(out[1]);
  std::string said;
  char piece[256];
  while (said.find("Listening") == std::string::npos) {
    const ssize_t size = read(out[0], piece, sizeof(piece));
    if (size <= 0) Fail((std::string(kProgram) + " does not listen: " + said).c_str());
    said.append(piece, static_cast<size_t>(size));
  }
  close(out[0]);
}

void ShardProcess::Kill() {
  if (group_ == 0) return;
  kill(-group_, SIGKILL);
  waitpid(group_, nullptr, 0);
  group_ = 0;
}

void ShardProcess::Suspend() {
  kill(-group_, SIGSTOP);
  int status = 0;
  waitpid(group_, &status, WUNTRACED);
}

void ShardProcess::Continue() { kill(-group_, SIGCONT); }

}  // namespace yinzheng::testing
