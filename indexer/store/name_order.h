// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The articles of a generation in the order of their names, which is not the order they were added
// in. Read once, when first asked for: 8 bytes an article. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_NAME_ORDER_H_
#define YINZHENG_INDEXER_STORE_NAME_ORDER_H_

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "indexer/base/mutex.h"

namespace yinzheng::store {

// Safe for concurrent use.
class NameOrder {
 public:
  struct Order {
    std::vector<Xapian::docid> by_rank;  // The docid of the article at each place.
    std::vector<uint32_t> rank_of;       // By docid; element 0 is unused.
  };

  // Never null. May throw what Xapian throws.
  std::shared_ptr<const Order> Get(const Xapian::Database& articles);

  // Whether it was read already.
  bool IsRead();

 private:
  base::Mutex mutex_;
  std::shared_ptr<const Order> order_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_NAME_ORDER_H_
