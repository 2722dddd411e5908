// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Checks a published generation again: its files against the manifest, and every citation, alias,
// description and mention against the bodies and, where they are still there unchanged, the input
// files.

#ifndef YINZHENG_INDEXER_PIPELINE_VERIFY_H_
#define YINZHENG_INDEXER_PIPELINE_VERIFY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/pipeline/progress.h"

namespace yinzheng::indexer {

struct VerifyReport {
  static constexpr size_t kMaxFailures = 100;

  std::string generation;
  int64_t articles = 0;
  int64_t articles_with_input = 0;  // Their input file was found unchanged.
  int64_t facts = 0;
  int64_t citations = 0;           // Of facts, aliases and descriptions.
  int64_t citations_in_input = 0;  // Compared with the input's bytes too.
  int64_t mentions = 0;
  int64_t failed = 0;
  std::vector<std::string> failures;  // The first kMaxFailures of them.

  bool ok() const { return failed == 0; }
  void Fail(std::string what);
  std::string ToString() const;
};

// Verifies generation `id` of the index, or the current one if empty. An error only if there is
// nothing to verify (kNotFound) or it cannot be read at all; whatever does not match is in the
// report.
absl::StatusOr<VerifyReport> VerifyIndex(base::FileSystem& files,
                                         const std::string& index_directory, const std::string& id,
                                         Progress& progress);

}  // namespace yinzheng::indexer

#endif  // YINZHENG_INDEXER_PIPELINE_VERIFY_H_
