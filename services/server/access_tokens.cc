// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/server/access_tokens.h"

#include <sys/random.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::services {
namespace {

constexpr size_t kDigestDigits = 64;
constexpr size_t kMaxName = 64;

bool IsName(absl::string_view text) {
  return !text.empty() && text.size() <= kMaxName &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") ==
             absl::string_view::npos;
}

bool IsDigest(absl::string_view text) {
  return text.size() == kDigestDigits &&
         text.find_first_not_of("0123456789abcdef") == absl::string_view::npos;
}

absl::Status ReadScopes(absl::string_view text, TokenGrant& grant) {
  for (const absl::string_view scope : absl::StrSplit(text, ',')) {
    if (scope == "read") {
      grant.read = true;
    } else if (scope == "operate") {
      grant.operate = true;
    } else {
      return absl::InvalidArgumentError(
          absl::StrCat("\"", scope, "\" is no scope; expected read, operate or read,operate"));
    }
  }
  return absl::OkStatus();
}

// The last day counts to its end.
absl::Status ReadEnd(absl::string_view text, TokenGrant& grant) {
  absl::CivilDay day;
  if (!absl::ConsumePrefix(&text, "expires:") || !absl::ParseCivilTime(text, &day)) {
    return absl::InvalidArgumentError(
        absl::StrCat("\"", text, "\" is no end; expected expires:YYYY-MM-DD or nothing"));
  }
  grant.expires = absl::FromCivil(day + 1, absl::UTCTimeZone());
  return absl::OkStatus();
}

// The digest and what its token permits.
absl::StatusOr<std::pair<std::string, TokenGrant>> ReadLine(
    const std::vector<absl::string_view>& words) {
  if (words.size() < 3 || words.size() > 4) {
    return absl::InvalidArgumentError(
        absl::StrCat("it has ", words.size(),
                     " words; expected NAME SCOPES sha256:DIGEST and perhaps expires:YYYY-MM-DD"));
  }
  TokenGrant grant;
  if (!IsName(words[0])) {
    return absl::InvalidArgumentError(absl::StrCat("\"", words[0], "\" is no name; expected up to ",
                                                   kMaxName, " letters, digits, `.`, `_` or `-`"));
  }
  grant.name = std::string(words[0]);
  YZ_RETURN_IF_ERROR(ReadScopes(words[1], grant));
  absl::string_view digest = words[2];
  if (!absl::ConsumePrefix(&digest, "sha256:") || !IsDigest(digest)) {
    return absl::InvalidArgumentError(absl::StrCat(
        "the digest is not sha256: and ", kDigestDigits,
        " lower-case hexadecimal digits; make the line with yinzheng-server --new-token"));
  }
  if (words.size() == 4) YZ_RETURN_IF_ERROR(ReadEnd(words[3], grant));
  return std::make_pair(std::string(digest), std::move(grant));
}

}  // namespace

std::string_view ScopeName(Scope scope) { return scope == Scope::kRead ? "read" : "operate"; }

absl::StatusOr<AccessTokens> AccessTokens::Parse(std::string_view contents,
                                                 const std::string& path) {
  AccessTokens tokens;
  int number = 0;
  for (absl::string_view line : absl::StrSplit(base::AbslView(contents), '\n')) {
    ++number;
    line = line.substr(0, line.find('#'));
    const std::vector<absl::string_view> words =
        absl::StrSplit(line, absl::ByAnyChar(" \t\r"), absl::SkipEmpty());
    if (words.empty()) continue;
    auto read = ReadLine(words);
    if (!read.ok()) {
      return absl::InvalidArgumentError(
          absl::StrCat("read tokens ", path, ":", number, ": ", read.status().message()));
    }
    if (!tokens.grants_.insert(*std::move(read)).second) {
      return absl::InvalidArgumentError(
          absl::StrCat("read tokens ", path, ":", number, ": the digest stands there twice"));
    }
  }
  if (tokens.grants_.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("read tokens ", path,
                     ": it holds none, so nobody could call; add one with "
                     "yinzheng-server --new-token, or leave `tokens` out"));
  }
  return tokens;
}

absl::StatusOr<AccessTokens> AccessTokens::Load(const std::string& path) {
  const absl::StatusOr<std::string> contents = base::FileSystem::Real().ReadFile(path);
  if (!contents.ok()) {
    return absl::InvalidArgumentError(absl::StrCat("read tokens: ", contents.status().message()));
  }
  return Parse(*contents, path);
}

std::optional<TokenGrant> AccessTokens::Find(std::string_view token) const {
  const auto found = grants_.find(base::Sha256Hex(token));
  if (found == grants_.end()) return std::nullopt;
  return found->second;
}

absl::StatusOr<std::string> NewToken() {
  std::array<char, 32> bytes;
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return absl::UnavailableError("make a token: the system gives no random bytes; try again");
  }
  return absl::BytesToHexString(absl::string_view(bytes.data(), bytes.size()));
}

std::string TokenLine(const std::string& name, const std::string& scopes,
                      const std::string& token) {
  return absl::StrCat(name, " ", scopes, " sha256:", base::Sha256Hex(token));
}

}  // namespace yinzheng::services
