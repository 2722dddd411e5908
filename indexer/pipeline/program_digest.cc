// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/program_digest.h"

#include <set>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "indexer/base/data_dir.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::indexer {
namespace {

constexpr char kProgram[] = "/proc/self/exe";
constexpr char kMappings[] = "/proc/self/maps";
// Where OpenCC's tables lie: they decide how Traditional text is read.
constexpr char kConversions[] = "/usr/share/opencc";

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

// The shared libraries that this process has loaded, each once.
absl::StatusOr<std::set<std::string>> LoadedLibraries(const base::FileSystem& files) {
  YZ_ASSIGN_OR_RETURN(const std::string mappings, files.ReadFile(kMappings));
  std::set<std::string> libraries;
  for (const absl::string_view line : absl::StrSplit(mappings, '\n')) {
    const size_t path = line.find('/');
    if (path != absl::string_view::npos && absl::StrContains(line, ".so")) {
      libraries.emplace(line.substr(path));
    }
  }
  return libraries;
}

}  // namespace

absl::StatusOr<std::string> DigestOfProgram(const base::FileSystem& files) {
  base::Sha256 digest;
  YZ_ASSIGN_OR_RETURN(const std::string program, base::Sha256HexOfFile(kProgram));
  digest.UpdateField(program);
  YZ_ASSIGN_OR_RETURN(const std::string data_dir, base::DataDir());
  YZ_RETURN_IF_ERROR(AddFolder(files, data_dir, digest));
  if (files.IsDirectory(kConversions)) YZ_RETURN_IF_ERROR(AddFolder(files, kConversions, digest));
  YZ_ASSIGN_OR_RETURN(const std::set<std::string> libraries, LoadedLibraries(files));
  for (const std::string& library : libraries) {
    YZ_ASSIGN_OR_RETURN(const std::string sha256, base::Sha256HexOfFile(library));
    digest.UpdateField(sha256);
  }
  return digest.FinishHex();
}

}  // namespace yinzheng::indexer
