// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cpp/client_options.h"

#include <arpa/inet.h>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace yinzheng::client {
namespace {

// `[::1]:50151` as `::1`, `localhost:50151` as `localhost`; empty for brackets that enclose no
// host.
std::string HostOf(const std::string& address) {
  if (!absl::StartsWith(address, "[")) return address.substr(0, address.rfind(':'));
  const size_t end = address.find(']');
  if (end == std::string::npos) return "";
  const bool whole = end + 1 == address.size() || address[end + 1] == ':';
  return whole ? address.substr(1, end - 1) : "";
}

bool IsLoopback(const std::string& host) {
  in_addr v4{};
  if (inet_pton(AF_INET, host.c_str(), &v4) == 1) return ntohl(v4.s_addr) >> 24U == 127;
  in6_addr v6{};
  return inet_pton(AF_INET6, host.c_str(), &v6) == 1 && IN6_IS_ADDR_LOOPBACK(&v6);
}

}  // namespace

absl::Status CheckOptions(const ClientOptions& options) {
  if (options.deadline <= absl::ZeroDuration()) {
    return absl::InvalidArgumentError(
        absl::StrCat("connect to ", options.address, ": the deadline of ",
                     absl::FormatDuration(options.deadline), " leaves no time; set more than 0"));
  }
  if (options.tls.has_value() &&
      options.tls->certificate.empty() != options.tls->private_key.empty()) {
    return absl::InvalidArgumentError(
        absl::StrCat("connect to ", options.address,
                     ": certificate and private_key go together, and one is empty; set both"));
  }
  if (!options.token.empty() && !options.tls.has_value() && !options.allow_insecure_token &&
      !IsOnThisMachine(options.address)) {
    return absl::InvalidArgumentError(
        absl::StrCat("connect to ", options.address,
                     ": without TLS the token could be read on the way; set tls, or "
                     "allow_insecure_token where the network itself is guarded"));
  }
  return absl::OkStatus();
}

bool IsOnThisMachine(const std::string& address) {
  if (absl::StartsWith(address, "unix:") || absl::StartsWith(address, "unix-abstract:")) {
    return true;
  }
  std::string rest = address;
  for (const char* scheme : {"dns:///", "dns:", "ipv4:", "ipv6:"}) {
    if (!absl::StartsWith(rest, scheme)) continue;
    rest = std::string(absl::StripPrefix(rest, scheme));
    break;
  }
  const std::string host = HostOf(rest);
  return host == "localhost" || IsLoopback(host);
}

}  // namespace yinzheng::client
