// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The databases of the last generation as they were before they were compacted, kept in the index
// directory with a table of what each document was made of: an update replaces the documents that
// differ and leaves the others alone. About twice the size of a generation. It is a cache: what
// does not bear the key of this program, or is not what was written to the byte, is not used.
// Internal to the store.
//
//   cache/documents/table       a cache file (cache_file.h): yinzheng.store.v1.DocumentCache
//   cache/documents/articles/…  databases with their lists of terms

#ifndef YINZHENG_INDEXER_STORE_DOCUMENT_CACHE_H_
#define YINZHENG_INDEXER_STORE_DOCUMENT_CACHE_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "yinzheng/store/v1/cache.pb.h"

namespace yinzheng::store {

// Reads the table in `directory`, compares every file with it, and copies the databases to `work`,
// which must exist. kNotFound: there is no cache; kFailedPrecondition: it is another program's;
// kDataLoss: it is damaged. Costs two readings of the databases.
absl::StatusOr<v1::DocumentCache> CopyDocumentCache(base::FileSystem& files,
                                                    const std::string& directory,
                                                    std::string_view key, const std::string& work);

// Databases by the names of their directories in `work`.
struct DatabasesIn {
  std::string work;
  std::vector<std::string> names;
};

// Moves the databases into the new `directory` and writes `table` beside them, its files filled in.
absl::Status MoveToDocumentCache(base::FileSystem& files, const DatabasesIn& databases,
                                 std::string_view key, v1::DocumentCache table,
                                 const std::string& directory);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DOCUMENT_CACHE_H_
