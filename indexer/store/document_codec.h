// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The data of documents, compressed. Records of one database are short and much alike, so each is
// compressed (zstd) with a dictionary that was trained on the first of them and is kept in the
// database's metadata; that takes half of what Xapian's own compression, record by record, leaves,
// and is quicker to read. Knows nothing of what the data means.

#ifndef YINZHENG_INDEXER_STORE_DOCUMENT_CODEC_H_
#define YINZHENG_INDEXER_STORE_DOCUMENT_CODEC_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace yinzheng::store {

// A dictionary for data like `samples`; empty where they are too little to gain by one. The same
// samples give the same dictionary. Costs about three seconds for 8 MB.
std::string TrainDictionary(const std::vector<std::string>& samples);

// Not safe for concurrent use.
class DocumentCompressor {
 public:
  explicit DocumentCompressor(const std::string& dictionary);
  ~DocumentCompressor();

  // Never fails for data that fits into memory.
  absl::StatusOr<std::string> Compress(std::string_view data) const;

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

// Compresses data that stands alone, without a dictionary; Decompress reads it. Safe for concurrent
// use.
absl::StatusOr<std::string> CompressAlone(std::string_view data);

// A dictionary in use: as long as one is held, data compressed with it can be read. Null for an
// empty one. kFailedPrecondition while another dictionary with the same number is held: data names
// its dictionary by a number of 32 bits, and must not be read with the wrong one.
class DocumentDictionary;
absl::StatusOr<std::shared_ptr<const DocumentDictionary>> HoldDictionary(
    const std::string& dictionary);

// What Compress was given. Compressed data names its dictionary, which somebody must hold.
// kDataLoss for anything else. Safe for concurrent use.
absl::StatusOr<std::string> Decompress(std::string_view data);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DOCUMENT_CODEC_H_
