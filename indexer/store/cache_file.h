// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// A file of a cache: read back only by a program with the same key, and only if not a byte differs
// from what was written. Anything else is an error that the caller answers by doing without. Not
// for data that cannot be made again.

#ifndef YINZHENG_INDEXER_STORE_CACHE_FILE_H_
#define YINZHENG_INDEXER_STORE_CACHE_FILE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"

namespace yinzheng::store {

// In the index directory; holds what updates use again.
inline constexpr std::string_view kCacheDirectory = "cache";

// Replaces `path`. `key` says what the contents depend on, in one line.
absl::Status WriteCacheFile(base::FileSystem& files, const std::string& path, std::string_view key,
                            std::string_view contents);

// What WriteCacheFile was given. kNotFound: no file; kFailedPrecondition: another key; kDataLoss:
// damaged.
absl::StatusOr<std::string> ReadCacheFile(const base::FileSystem& files, const std::string& path,
                                          std::string_view key);

// 16 bytes that tell contents apart: the beginning of their SHA-256.
std::string ContentKey(std::string_view contents);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_CACHE_FILE_H_
