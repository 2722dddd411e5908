// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Decompression of .gz input. Not a stream: the whole file at once, up to a limit.

#ifndef YINZHENG_INDEXER_INGEST_GZIP_H_
#define YINZHENG_INDEXER_INGEST_GZIP_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace yinzheng::ingest {

// The decompressed bytes of a gzip file, all its members after each other. kInvalidArgument if the
// data is no gzip, is damaged or ends early; kResourceExhausted past `limit_bytes`, before that
// much memory is taken.
absl::StatusOr<std::string> Gunzip(std::string_view compressed, size_t limit_bytes);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_GZIP_H_
