// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/document_cache.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/cache_file.h"

namespace yinzheng::store {
namespace {

using base::JoinPath;

constexpr std::string_view kTable = "table";
// What protobuf can read back, with room to spare.
constexpr size_t kMaxTable = size_t{1} << 30U;

absl::Status CheckFile(const base::FileSystem& files, const std::string& path,
                       const v1::ManifestFile& file) {
  const absl::StatusOr<uint64_t> size = files.FileSize(path);
  if (!size.ok() || *size != static_cast<uint64_t>(file.size_bytes())) {
    return absl::DataLossError(absl::StrCat(path, " is missing or of another size"));
  }
  YZ_ASSIGN_OR_RETURN(const std::string sha256, base::Sha256HexOfFile(path));
  if (sha256 == file.sha256()) return absl::OkStatus();
  return absl::DataLossError(absl::StrCat(path, " is damaged"));
}

absl::Status ListFiles(const base::FileSystem& files, const std::string& directory,
                       const std::string& database, v1::DocumentCache& table) {
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> names,
                      files.List(JoinPath(directory, database)));
  for (const std::string& name : names) {
    v1::ManifestFile& file = *table.add_files();
    file.set_path(JoinPath(database, name));
    const std::string path = JoinPath(directory, file.path());
    YZ_ASSIGN_OR_RETURN(const uint64_t size, files.FileSize(path));
    file.set_size_bytes(static_cast<int64_t>(size));
    YZ_ASSIGN_OR_RETURN(*file.mutable_sha256(), base::Sha256HexOfFile(path));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<v1::DocumentCache> CopyDocumentCache(base::FileSystem& files,
                                                    const std::string& directory,
                                                    std::string_view key, const std::string& work) {
  const std::string path = JoinPath(directory, kTable);
  YZ_ASSIGN_OR_RETURN(const std::string contents, ReadCacheFile(files, path, key));
  v1::DocumentCache table;
  if (!table.ParseFromString(contents)) {
    return absl::DataLossError(absl::StrCat(path, " is damaged"));
  }
  for (const v1::ManifestFile& file : table.files()) {
    const std::string to = JoinPath(work, file.path());
    YZ_RETURN_IF_ERROR(files.CreateDirs(to.substr(0, to.rfind('/'))));
    YZ_RETURN_IF_ERROR(files.CopyFile(JoinPath(directory, file.path()), to));
    YZ_RETURN_IF_ERROR(CheckFile(files, to, file));
  }
  return table;
}

absl::Status MoveToDocumentCache(base::FileSystem& files, const DatabasesIn& databases,
                                 std::string_view key, v1::DocumentCache table,
                                 const std::string& directory) {
  YZ_RETURN_IF_ERROR(files.CreateDirs(directory));
  table.clear_files();
  for (const std::string& database : databases.names) {
    YZ_RETURN_IF_ERROR(
        files.Rename(JoinPath(databases.work, database), JoinPath(directory, database)));
    YZ_RETURN_IF_ERROR(ListFiles(files, directory, database, table));
  }
  if (table.ByteSizeLong() > kMaxTable) {
    return absl::ResourceExhaustedError("keep documents for updates: there are too many");
  }
  return WriteCacheFile(files, JoinPath(directory, kTable), key, table.SerializeAsString());
}

}  // namespace yinzheng::store
