// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// How the readers of an index say that shards cannot be asked, and how a caller says that it takes
// an answer without them.

#ifndef YINZHENG_INDEXER_STORE_SHARD_FAULT_H_
#define YINZHENG_INDEXER_STORE_SHARD_FAULT_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"

namespace yinzheng::store {

// What an answer was made without: names of shards ("passages-3"), each once, in their order. One
// request's; not for several threads.
class MissingShards {
 public:
  void Add(const std::string& name);
  bool empty() const { return names_.empty(); }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

// kUnavailable: the named shards are needed and cannot be asked; `why` says more. It carries a
// google.rpc.ErrorInfo (SHARD_UNAVAILABLE), as its code alone would be taken for an index that is
// not there yet.
absl::Status ShardsUnavailable(const std::vector<std::string>& names, std::string_view why);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SHARD_FAULT_H_
