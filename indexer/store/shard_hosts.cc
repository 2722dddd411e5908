// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_hosts.h"

#include "absl/strings/numbers.h"
#include "absl/strings/string_view.h"
#include "indexer/base/absl_string.h"

namespace yinzheng::store {

std::optional<HostAndPort> ParseShardAddress(std::string_view address) {
  const size_t colon = address.rfind(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string_view host = address.substr(0, colon);
  if (host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  } else if (host.find(':') != std::string_view::npos) {
    return std::nullopt;
  }
  int port = 0;
  const bool is_number = absl::SimpleAtoi(base::AbslView(address.substr(colon + 1)), &port);
  if (host.empty() || host.find_first_of("/ []") != std::string_view::npos || !is_number ||
      port < 1 || port > 65535) {
    return std::nullopt;
  }
  return HostAndPort{std::string(host), static_cast<uint16_t>(port)};
}

}  // namespace yinzheng::store
