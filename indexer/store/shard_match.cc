// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/shard_match.h"

#include <algorithm>

namespace yinzheng::store {
namespace {

Xapian::Enquire UnorderedMatch(const Xapian::Query& query, const Xapian::Database& shard) {
  Xapian::Enquire enquire(shard);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire;
}

}  // namespace

bool HasMatch(const Xapian::Query& query, const std::vector<Xapian::Database>& shards) {
  return std::any_of(shards.begin(), shards.end(), [&](const Xapian::Database& shard) {
    return !UnorderedMatch(query, shard).get_mset(0, 1).empty();
  });
}

std::optional<std::vector<std::string>> FirstValues(const Xapian::Query& query,
                                                    const ValueOfGroup& slots,
                                                    Xapian::doccount most,
                                                    const std::vector<Xapian::Database>& shards) {
  std::vector<std::string> values;
  for (const Xapian::Database& shard : shards) {
    Xapian::Enquire enquire = UnorderedMatch(query, shard);
    enquire.set_collapse_key(slots.group, 1);
    if (slots.with_match) enquire.set_sort_by_value(slots.value, /*reverse=*/false);
    const auto left = static_cast<Xapian::doccount>(most - values.size());
    const Xapian::MSet matches = enquire.get_mset(0, left + 1);
    if (matches.size() > left) return std::nullopt;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      values.push_back(slots.with_match ? match.get_sort_key()
                                        : match.get_document().get_value(slots.value));
    }
  }
  return values;
}

}  // namespace yinzheng::store
