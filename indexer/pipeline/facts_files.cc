// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/pipeline/facts_files.h"

#include <map>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/ingest/gzip.h"

namespace yinzheng::indexer {
namespace {

constexpr uint64_t kMaxBytes = uint64_t{1} << 30;

absl::Status Unreadable(const std::string& path, const std::string& why) {
  return absl::InvalidArgumentError(absl::StrCat("read facts file ", path, ": ", why));
}

absl::StatusOr<knowledge::FactsFile> Open(const base::FileSystem& files, const std::string& path) {
  if (!files.Exists(path)) {
    return absl::NotFoundError(absl::StrCat("read facts file ", path, ": there is no such file"));
  }
  if (files.IsDirectory(path)) return Unreadable(path, "it is a folder; name its files");
  YZ_ASSIGN_OR_RETURN(const uint64_t size, files.FileSize(path));
  if (size > kMaxBytes) return Unreadable(path, "it has more than 1 GiB; divide it");
  knowledge::FactsFile file;
  file.path = path;
  file.name = path.substr(path.find_last_of('/') + 1);  // npos + 1 is 0
  YZ_ASSIGN_OR_RETURN(file.contents, files.ReadFile(path));
  file.sha256 = base::Sha256Hex(file.contents);
  if (!absl::EndsWithIgnoreCase(path, ".gz")) return file;
  absl::StatusOr<std::string> contents = ingest::Gunzip(file.contents, kMaxBytes);
  if (!contents.ok()) return Unreadable(path, std::string(contents.status().message()));
  file.contents = *std::move(contents);
  return file;
}

}  // namespace

absl::StatusOr<std::vector<knowledge::FactsFile>> ReadFactsFiles(
    const base::FileSystem& files, const std::vector<std::string>& paths) {
  std::vector<knowledge::FactsFile> read;
  std::map<std::string, std::string> by_name;
  for (const std::string& path : paths) {
    YZ_ASSIGN_OR_RETURN(knowledge::FactsFile file, Open(files, path));
    const auto [other, added] = by_name.try_emplace(file.name, path);
    if (!added) {
      return Unreadable(path, absl::StrCat("facts would name it ", file.name, " like ",
                                           other->second, "; rename one, or give it once"));
    }
    read.push_back(std::move(file));
  }
  return read;
}

void RecordFactsFiles(const knowledge::ImportedFacts& imported, store::v1::Manifest& manifest) {
  for (const knowledge::FactsFile& file : imported.files()) {
    store::v1::ManifestFactsFile& record = *manifest.add_facts_files();
    record.set_path(file.name);
    record.set_sha256(file.sha256);
  }
}

}  // namespace yinzheng::indexer
