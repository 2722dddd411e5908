// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SERVER_ACCESS_TOKENS_H_
#define YINZHENG_SERVICES_SERVER_ACCESS_TOKENS_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace yinzheng::services {

// What a call needs: `read` answers from the index, `operate` changes the server or looks behind
// what is served. One does not include the other.
enum class Scope { kRead, kOperate };

std::string_view ScopeName(Scope scope);

// Whose token was shown, and what it permits.
struct TokenGrant {
  std::string name;
  bool read = false;
  bool operate = false;
  absl::Time expires = absl::InfiniteFuture();

  bool Permits(Scope scope) const { return scope == Scope::kRead ? read : operate; }
};

// The tokens of one tokens file: a line each, of name, scopes, digest and perhaps an end.
//
//   # name   scopes        digest                     last day (UTC)
//   reports  read          sha256:9f86d081884c7d65…   expires:2027-06-30
//   ops      read,operate  sha256:60303ae22b998861…
//
// The file holds digests alone: who reads it cannot call. A plain digest is enough because tokens
// are long and random (NewToken), not passwords that could be guessed. Two lines may have one name,
// for the time in which a token is changed.
//
// Immutable and thread-safe.
class AccessTokens {
 public:
  // Reads the contents of a tokens file; `path` is for messages. InvalidArgument names the line.
  static absl::StatusOr<AccessTokens> Parse(std::string_view contents, const std::string& path);
  // As Parse; InvalidArgument too where the file cannot be read.
  static absl::StatusOr<AccessTokens> Load(const std::string& path);

  // The grant of a token, expired or not; nothing if it is not known.
  std::optional<TokenGrant> Find(std::string_view token) const;

  size_t size() const { return grants_.size(); }

 private:
  std::map<std::string, TokenGrant, std::less<>> grants_;  // by digest, in hexadecimal
};

// A new token: 256 random bits, written in hexadecimal. Unavailable if the system has none to give.
absl::StatusOr<std::string> NewToken();

// The line of a tokens file that admits `token`.
std::string TokenLine(const std::string& name, const std::string& scopes, const std::string& token);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SERVER_ACCESS_TOKENS_H_
