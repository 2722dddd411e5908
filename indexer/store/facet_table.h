// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The fields of articles that results are counted by, in memory: each is read once, when first
// asked for, from its value slot or from the terms of the entities mentioned, since reading some
// hundred articles for every request takes milliseconds. 4 bytes for each value of each article,
// beside the values themselves. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_FACET_TABLE_H_
#define YINZHENG_INDEXER_STORE_FACET_TABLE_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "indexer/base/mutex.h"
#include "indexer/store/database_pool.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

// The values of one field. Those of article `d` (its docid) are values[cells[i]] for begin[d] <= i
// < begin[d + 1].
struct FacetColumn {
  std::vector<std::string> values;  // Outlets, years, authors, `entities/…` or names of types.
  std::vector<uint32_t> begin;
  std::vector<uint32_t> cells;
};

// Safe for concurrent use.
class FacetTable {
 public:
  // Never null. May throw what Xapian throws.
  std::shared_ptr<const FacetColumn> Column(yinzheng::v1::FacetField field,
                                            const DatabaseHandles& handles);

  // The fields that were read already.
  std::vector<yinzheng::v1::FacetField> FieldsRead();

 private:
  base::Mutex mutex_;
  std::array<std::shared_ptr<const FacetColumn>, yinzheng::v1::FacetField_ARRAYSIZE> columns_
      ABSL_GUARDED_BY(mutex_);
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_FACET_TABLE_H_
