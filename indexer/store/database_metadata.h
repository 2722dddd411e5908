// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What a database must say of itself to belong to a generation, wherever it is served. Internal to
// the store; may throw what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_DATABASE_METADATA_H_
#define YINZHENG_INDEXER_STORE_DATABASE_METADATA_H_

#include <xapian.h>

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "yinzheng/store/v1/manifest.pb.h"

namespace yinzheng::store {

// The same for all databases of one generation.
struct GenerationStamp {
  std::string format;
  std::string analyzer;
  std::string content;  // Digest of every record: databases of two builds differ in it.
};

// Of the generation that `manifest` describes; its content as `articles` has it.
GenerationStamp StampOf(const v1::Manifest& manifest, const Xapian::Database& articles);

// `label`: what metadata::kShard must say. kDataLoss names `where` and what is wrong: an index of
// another format or analysis, of another content, or another shard. Costs four look-ups.
absl::Status CheckDatabase(const Xapian::Database& database, const GenerationStamp& stamp,
                           std::string_view label, std::string_view where);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DATABASE_METADATA_H_
