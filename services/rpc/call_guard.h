// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RPC_CALL_GUARD_H_
#define YINZHENG_SERVICES_RPC_CALL_GUARD_H_

#include <functional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "services/rpc/call_head.h"

namespace yinzheng::services {

// The right to be answered, from admission until the last work for the call has ended; what was
// taken for it (a place among the caller's running calls) is given back by the destructor.
class CallPass {
 public:
  // A pass of nobody, that gives back nothing.
  CallPass() = default;
  // `release` is called once, from any thread.
  CallPass(std::string caller, std::function<void()> release)
      : caller_(std::move(caller)), release_(std::move(release)) {}
  CallPass(CallPass&& other) noexcept
      : caller_(std::move(other.caller_)), release_(std::exchange(other.release_, nullptr)) {}
  CallPass& operator=(CallPass&& other) noexcept {
    if (release_) release_();
    caller_ = std::move(other.caller_);
    release_ = std::exchange(other.release_, nullptr);
    return *this;
  }
  ~CallPass() {
    if (release_) release_();
  }

  // Who calls, for logs: the name of a token, else the address.
  const std::string& caller() const { return caller_; }

 private:
  std::string caller_;
  std::function<void()> release_;
};

// Decides whether a call is answered at all. It sees no request.
//
// Implementations are thread-safe and quick: they run on gRPC's own threads.
class CallGuard {
 public:
  virtual ~CallGuard() = default;

  // Unauthenticated, PermissionDenied or ResourceExhausted, each with its ErrorInfo, if not.
  virtual absl::StatusOr<CallPass> Admit(const CallHead& head) = 0;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RPC_CALL_GUARD_H_
