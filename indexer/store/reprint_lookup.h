// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The other prints of an article: the members of its group, which the build found
// (pipeline/reprint_groups.h). Internal to the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_REPRINT_LOOKUP_H_
#define YINZHENG_INDEXER_STORE_REPRINT_LOOKUP_H_

#include <xapian.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

// Named with a result, however many there are.
inline constexpr size_t kMaxReprintsNamed = 10;

// The articles of the group led by `group` (`articles/…`; empty: no group), with all that count.
int ReprintGroupSize(const Xapian::Database& articles, std::string_view group);

// Members of the group but `article`, earliest first, undated last, at most `limit`.
std::vector<yinzheng::v1::Reprint> ReprintsOf(const Xapian::Database& articles,
                                              std::string_view group, std::string_view article,
                                              size_t limit = kMaxReprintsNamed);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_REPRINT_LOOKUP_H_
