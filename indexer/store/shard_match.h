// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Matches that are wanted without an order, whichever are found first. One shard is asked after the
// other, as Xapian ends such a match early only in a single database: in several combined it reads
// every posting of them all. Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_SHARD_MATCH_H_
#define YINZHENG_INDEXER_STORE_SHARD_MATCH_H_

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

namespace yinzheng::store {

// True if a document of any shard matches `query`. Cost: the postings up to the first that does.
bool HasMatch(const Xapian::Query& query, const std::vector<Xapian::Database>& shards);

// Slots: of matches that are alike in `group` one counts, and its `value` is answered. What is
// alike must stand in one shard.
struct ValueOfGroup {
  Xapian::valueno group;
  Xapian::valueno value;
  // Some shards are elsewhere: values come with the match then, which reads all that match, rather
  // than from each document.
  bool with_match = false;
};

// The values of all groups that match, in no order; none if there are more than `most`. Cost: the
// postings up to the one that is too many.
std::optional<std::vector<std::string>> FirstValues(const Xapian::Query& query,
                                                    const ValueOfGroup& slots,
                                                    Xapian::doccount most,
                                                    const std::vector<Xapian::Database>& shards);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SHARD_MATCH_H_
