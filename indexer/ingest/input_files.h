// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which files an ingest run reads, in which order, in which format. Looks at names only, never into
// files.

#ifndef YINZHENG_INDEXER_INGEST_INPUT_FILES_H_
#define YINZHENG_INDEXER_INGEST_INPUT_FILES_H_

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/ingest/ingest_report.h"

namespace yinzheng::ingest {

enum class FileFormat { kText, kMarkdown, kHtml, kJsonl };

// One file to read.
struct InputFile {
  std::string root;      // The input folder; for an input that is a file, its folder.
  std::string relative;  // Below the root, with '/': what citations name.
  std::string path;      // What to open.
  FileFormat format = FileFormat::kText;
  bool gzip = false;
};

// The files at and below `inputs`, folders walked in order of names, inputs in the order given.
// Names that begin with a dot are passed over. What has no format that can be read, and a second
// file of the same relative name, goes to `report` as skipped. kNotFound if an input does not
// exist.
absl::StatusOr<std::vector<InputFile>> ListInputFiles(const base::FileSystem& files,
                                                      const std::vector<std::string>& inputs,
                                                      IngestReport& report);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_INPUT_FILES_H_
