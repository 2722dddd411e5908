// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/caller_gate.h"

#include <optional>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "services/request/error_info.h"

namespace yinzheng::services {
namespace {

using base::AbslView;

// ListGenerations changes nothing, but tells what else lies in the operator's directory.
constexpr std::string_view kOperations[] = {"yinzheng.v1.IndexService/ReloadIndex",
                                            "yinzheng.v1.IndexService/ListGenerations"};
constexpr std::string_view kReload = kOperations[0];

absl::Status TokenRequired(const CallHead& head, std::string_view why) {
  return MakeError(
      absl::StatusCode::kUnauthenticated, v1::ERROR_REASON_TOKEN_REQUIRED,
      absl::StrCat("call ", AbslView(head.method), ": ", AbslView(why),
                   "; send metadata `authorization: Bearer TOKEN` with a token of this server"),
      {{"method", std::string(head.method)}});
}

absl::Status ScopeMissing(const CallHead& head, std::string_view caller, std::string_view what) {
  return MakeError(
      absl::StatusCode::kPermissionDenied, v1::ERROR_REASON_SCOPE_MISSING,
      absl::StrCat("call ", AbslView(head.method), ": ", AbslView(caller), AbslView(what)),
      {{"method", std::string(head.method)},
       {"scope", std::string(ScopeName(ScopeOf(head.method)))},
       {"caller", std::string(caller)}});
}

// The token of `Bearer TOKEN`; the scheme's name is written in any case (RFC 9110). Empty if the
// header says something else.
std::string_view BearerToken(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (!absl::StartsWithIgnoreCase(AbslView(authorization), AbslView(kScheme))) return "";
  authorization.remove_prefix(kScheme.size());
  const size_t begin = authorization.find_first_not_of(' ');
  return begin == std::string_view::npos ? "" : authorization.substr(begin);
}

// "ipv4:127.0.0.1:41234" without the port: another connection is no other caller.
std::string AddressOf(const std::string& peer) {
  if (absl::StartsWith(peer, "unix")) return "unix";
  return peer.substr(0, peer.rfind(':'));
}

}  // namespace

Scope ScopeOf(std::string_view method) {
  for (const std::string_view operation : kOperations) {
    if (method == operation) return Scope::kOperate;
  }
  return Scope::kRead;
}

CallerGate::CallerGate(Options options, const base::Clock& clock)
    : allow_operations_(options.allow_operations),
      max_requests_per_caller_(options.max_requests_per_caller),
      clock_(clock),
      tokens_(std::move(options.tokens)) {}

void CallerGate::SetTokens(std::shared_ptr<const AccessTokens> tokens) {
  base::MutexLock lock(mutex_);
  tokens_ = std::move(tokens);
}

absl::StatusOr<std::string> CallerGate::CallerOf(const CallHead& head) const {
  std::shared_ptr<const AccessTokens> tokens;
  {
    base::MutexLock lock(mutex_);
    tokens = tokens_;
  }
  if (tokens == nullptr) {
    if (head.method == kReload && !allow_operations_) {
      return ScopeMissing(head, AddressOf(head.peer),
                          " may only read; set `tokens` or `allow_operations` in the server's "
                          "configuration");
    }
    return AddressOf(head.peer);
  }
  const std::string_view token = BearerToken(head.authorization);
  if (token.empty()) return TokenRequired(head, "it brings no token");
  const std::optional<TokenGrant> grant = tokens->Find(token);
  if (!grant.has_value()) return TokenRequired(head, "its token is not known");
  if (clock_.Now() >= grant->expires) return TokenRequired(head, "its token has expired");
  const Scope scope = ScopeOf(head.method);
  if (!grant->Permits(scope)) {
    return ScopeMissing(head, grant->name,
                        absl::StrCat(" has a token without the scope ", AbslView(ScopeName(scope)),
                                     "; use one that has it"));
  }
  return grant->name;
}

absl::StatusOr<CallPass> CallerGate::Admit(const CallHead& head) {
  YZ_ASSIGN_OR_RETURN(std::string caller, CallerOf(head));
  {
    base::MutexLock lock(mutex_);
    int& running = running_[caller];
    if (running >= max_requests_per_caller_) {
      return MakeError(absl::StatusCode::kResourceExhausted, v1::ERROR_REASON_TOO_MANY_REQUESTS,
                       absl::StrCat("call ", AbslView(head.method), ": ", caller, " has ", running,
                                    " requests running already; wait for one to end"),
                       {{"caller", caller}, {"limit", absl::StrCat(max_requests_per_caller_)}});
    }
    ++running;
  }
  return CallPass(caller, [this, caller] { Leave(caller); });
}

void CallerGate::Leave(const std::string& caller) {
  base::MutexLock lock(mutex_);
  const auto found = running_.find(caller);
  if (--found->second == 0) running_.erase(found);
}

}  // namespace yinzheng::services
