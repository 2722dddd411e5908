// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The lines of a JSON Lines file, in whatever encoding it is. Reads no JSON.

#ifndef YINZHENG_INDEXER_INGEST_JSONL_LINES_H_
#define YINZHENG_INDEXER_INGEST_JSONL_LINES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::ingest {

// One line of a JSONL file.
struct RecordLine {
  std::string_view text;  // Without its line end.
  int32_t number = 0;     // From 1, blank lines counted: what an editor shows.
  uint64_t offset = 0;    // First byte in the decompressed file.
  std::string encoding = "UTF-8";
};

// The lines of `contents` that are not blank, in order; they view it. UTF-8 unless the bytes say
// otherwise, as text::DecodeText detects it. kInvalidArgument if it is no text.
absl::StatusOr<std::vector<RecordLine>> SplitRecords(std::string_view contents);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_JSONL_LINES_H_
