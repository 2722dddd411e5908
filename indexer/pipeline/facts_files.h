// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The files of --facts as a build opens them. What their lines say is knowledge/imported's
// business.

#ifndef YINZHENG_INDEXER_PIPELINE_FACTS_FILES_H_
#define YINZHENG_INDEXER_PIPELINE_FACTS_FILES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/knowledge/imported/imported_facts.h"
#include "yinzheng/store/v1/manifest.pb.h"

namespace yinzheng::indexer {

// Reads files, decompressing those named .gz, with the digests of their bytes. kNotFound if one
// does not exist; kInvalidArgument for folders, damaged .gz, more than 1 GiB after decompression,
// and two files of one name, which facts could not tell apart.
absl::StatusOr<std::vector<knowledge::FactsFile>> ReadFactsFiles(
    const base::FileSystem& files, const std::vector<std::string>& paths);

// Names them in the manifest of a generation, whose id depends on them.
void RecordFactsFiles(const knowledge::ImportedFacts& imported, store::v1::Manifest& manifest);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_FACTS_FILES_H_
