// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// xapian-tcpsrv serving one database on a free port of this machine, as another machine would: for
// tests of shards that are elsewhere. It and its children are a process group, which can be stopped
// and killed like a machine.

#ifndef YINZHENG_TESTS_INTEGRATION_SHARD_PROCESS_H_
#define YINZHENG_TESTS_INTEGRATION_SHARD_PROCESS_H_

#include <sys/types.h>

#include <string>

namespace yinzheng::testing {

// Whether the program is installed; tests skip without it.
bool HasShardProgram();

// Killed at its end. Aborts with a message if the program does not listen.
class ShardProcess {
 public:
  explicit ShardProcess(std::string database);
  ~ShardProcess();
  ShardProcess(const ShardProcess&) = delete;
  ShardProcess& operator=(const ShardProcess&) = delete;

  const std::string& address() const { return address_; }

  void Kill();     // All of it, at once.
  void Start();    // Again, on the same port.
  void Suspend();  // It holds its connections and answers nothing.
  void Continue();

 private:
  const std::string database_;
  std::string address_;
  int port_;
  pid_t group_ = 0;
};

}  // namespace yinzheng::testing

#endif  // YINZHENG_TESTS_INTEGRATION_SHARD_PROCESS_H_
