// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/remote_shard.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_hosts.h"
#include "indexer/store/xapian_status.h"

namespace yinzheng::store {
namespace {

// Xapian takes 0 for no limit at all, and counts in 32 bits.
unsigned Millis(absl::Duration duration) {
  const absl::Duration bounded = std::clamp(duration, absl::Milliseconds(1), absl::Hours(24));
  return static_cast<unsigned>(absl::ToInt64Milliseconds(bounded));
}

absl::StatusOr<ConnectedShard> Connect(const RemoteShard& shard, const std::string& address,
                                       const GenerationStamp& stamp, bool with_dictionary) {
  const std::optional<HostAndPort> target = ParseShardAddress(address);
  if (!target) return absl::FailedPreconditionError(absl::StrCat(address, " is no HOST:PORT"));
  return CatchXapian(absl::StrCat("connect to ", address), [&]() -> absl::StatusOr<ConnectedShard> {
    ConnectedShard connected;
    connected.database = Xapian::Remote::open(
        target->host, target->port, Millis(shard.read_timeout), Millis(shard.connect_timeout));
    const absl::Status belongs = CheckDatabase(connected.database, stamp, shard.label, address);
    if (!belongs.ok()) {
      return absl::FailedPreconditionError(
          absl::StrCat(belongs.message(), "; serve ", shard.name, " of this generation there"));
    }
    if (!with_dictionary) return connected;
    YZ_ASSIGN_OR_RETURN(
        connected.dictionary,
        HoldDictionary(connected.database.get_metadata(std::string(metadata::kDictionary))));
    return connected;
  });
}

}  // namespace

absl::StatusOr<ConnectedShard> ConnectShard(const RemoteShard& shard, const GenerationStamp& stamp,
                                            bool with_dictionary) {
  std::vector<std::string> problems;
  bool all_reached = true;
  for (const std::string& address : shard.addresses) {
    absl::StatusOr<ConnectedShard> connected = Connect(shard, address, stamp, with_dictionary);
    if (connected.ok()) return connected;
    all_reached = all_reached && absl::IsFailedPrecondition(connected.status());
    problems.emplace_back(connected.status().message());
  }
  const std::string message = absl::StrCat(shard.name, ": ", absl::StrJoin(problems, "; "));
  return all_reached ? absl::FailedPreconditionError(message) : absl::UnavailableError(message);
}

}  // namespace yinzheng::store
