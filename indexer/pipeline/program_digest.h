// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What the analysis of an article depends on beside the article: this very program and its data
// files. A version number would not do, since rules change between two of them.

#ifndef YINZHENG_INDEXER_PIPELINE_PROGRAM_DIGEST_H_
#define YINZHENG_INDEXER_PIPELINE_PROGRAM_DIGEST_H_

#include <string>

#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"

namespace yinzheng::indexer {

// A digest of the running program's file, the shared libraries that it has loaded, every file of
// the data directory and OpenCC's tables: whatever an analysis depends on. Costs one reading of
// them, about 150 MB. Errors of the file system, also where programs cannot be read.
absl::StatusOr<std::string> DigestOfProgram(const base::FileSystem& files);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_PROGRAM_DIGEST_H_
