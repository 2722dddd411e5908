// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_CALLER_GATE_H_
#define YINZHENG_SERVICES_SERVER_CALLER_GATE_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/base/thread_annotations.h"
#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "indexer/base/clock.h"
#include "indexer/base/mutex.h"
#include "services/rpc/call_guard.h"
#include "services/server/access_tokens.h"

namespace yinzheng::services {

// The scope that a method needs: `operate` for ReloadIndex and ListGenerations, else `read`.
Scope ScopeOf(std::string_view method);

// Admits calls by their token, if tokens are asked for, and by how many of the same caller run
// already. A caller is a token's name, else the address without the port: callers behind one
// address count as one.
//
// Without tokens everybody may read, and change the server only if `allow_operations`.
//
// Thread-safe. Passes must not outlive it.
class CallerGate final : public CallGuard {
 public:
  struct Options {
    std::shared_ptr<const AccessTokens> tokens = nullptr;  // null: none is asked for
    bool allow_operations = false;                         // looked at without tokens alone
    int max_requests_per_caller = 64;
  };
  CallerGate(Options options, const base::Clock& clock);

  absl::StatusOr<CallPass> Admit(const CallHead& head) override;

  // Takes other tokens from now on; calls that run are left alone.
  void SetTokens(std::shared_ptr<const AccessTokens> tokens);

 private:
  absl::StatusOr<std::string> CallerOf(const CallHead& head) const;
  void Leave(const std::string& caller);

  const bool allow_operations_;
  const int max_requests_per_caller_;
  const base::Clock& clock_;
  mutable base::Mutex mutex_;
  std::shared_ptr<const AccessTokens> tokens_ ABSL_GUARDED_BY(mutex_);
  absl::flat_hash_map<std::string, int> running_ ABSL_GUARDED_BY(mutex_);  // never 0
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_CALLER_GATE_H_
