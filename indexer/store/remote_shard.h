// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A connection to a shard that xapian-tcpsrv serves on another machine. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_REMOTE_SHARD_H_
#define YINZHENG_INDEXER_STORE_REMOTE_SHARD_H_

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "indexer/store/database_metadata.h"
#include "indexer/store/document_codec.h"

namespace yinzheng::store {

// Which shard, where, and how long to wait for it.
struct RemoteShard {
  std::string name;                    // Its directory, for messages.
  std::string label;                   // metadata::kShard.
  std::vector<std::string> addresses;  // HOST:PORT, tried in their order.
  absl::Duration connect_timeout;
  absl::Duration read_timeout;
};

struct ConnectedShard {
  Xapian::Database database;
  // Read with the first connection alone: it is up to 256 KB.
  std::shared_ptr<const DocumentDictionary> dictionary;
};

// Connects to the first address that serves this shard of the generation. kFailedPrecondition: all
// can be reached and serve something else; kUnavailable: one of those that cannot be reached may
// serve it. The message has a sentence for each address. Throws nothing; may run on any thread,
// which gives the result away whole.
absl::StatusOr<ConnectedShard> ConnectShard(const RemoteShard& shard, const GenerationStamp& stamp,
                                            bool with_dictionary);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_REMOTE_SHARD_H_
