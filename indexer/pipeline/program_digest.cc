// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/program_digest.h"

#include <vector>

#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::indexer {
namespace {

constexpr char kProgram[] = "/proc/self/exe";

absl::Status AddFolder(const base::FileSystem& files, const std::string& folder,
                       base::Sha256& digest) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names, files.List(folder));
  for (const std::string& name : names) {
    const std::string path = base::JoinPath(folder, name);
    digest.UpdateField(name);
    if (files.IsDirectory(path)) {
      YZ_RETURN_IF_ERROR(AddFolder(files, path, digest));
      continue;
    }
    YZ_ASSIGN_OR_RETURN(const std::string sha256, base::Sha256HexOfFile(path));
    digest.UpdateField(sha256);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> DigestOfProgram(const base::FileSystem& files) {
  base::Sha256 digest;
  YZ_ASSIGN_OR_RETURN(const std::string program, base::Sha256HexOfFile(kProgram));
  digest.UpdateField(program);
  YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
  YZ_RETURN_IF_ERROR(AddFolder(files, data_dir, digest));
  return digest.FinishHex();
}

}  // namespace yinzheng::indexer
