// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/database_metadata.h"

#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/store/schema.h"

namespace yinzheng::store {
namespace {

using base::AbslView;

std::string Said(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

}  // namespace

GenerationStamp StampOf(const v1::Manifest& manifest, const Xapian::Database& articles) {
  return {absl::StrCat(manifest.format_version()), manifest.analyzer(),
          Said(articles, metadata::kContent)};
}

absl::Status CheckDatabase(const Xapian::Database& database, const GenerationStamp& stamp,
                           std::string_view label, std::string_view where) {
  if (Said(database, metadata::kFormat) != stamp.format ||
      Said(database, metadata::kAnalyzer) != stamp.analyzer) {
    return absl::DataLossError(
        absl::StrCat(AbslView(where), ": the database was built otherwise than its manifest says"));
  }
  if (Said(database, metadata::kContent) != stamp.content) {
    return absl::DataLossError(
        absl::StrCat(AbslView(where), ": the database is of another build than the articles"));
  }
  const std::string shard = Said(database, metadata::kShard);
  if (shard == label) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(AbslView(where), ": the database is of shard \"", shard,
                                          "\" and \"", AbslView(label), "\" belongs here"));
}

}  // namespace yinzheng::store
