// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/cache_file.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/digest.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::store {
namespace {

constexpr std::string_view kMagic = "yinzheng-cache/1";
constexpr size_t kKeyDigits = 32;

// The next line of `rest`, which begins behind it afterwards; all of it if there is no line end.
std::string_view TakeLine(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return line;
}

}  // namespace

absl::Status WriteCacheFile(base::FileSystem& files, const std::string& path, std::string_view key,
                            std::string_view contents) {
  const std::string fresh = absl::StrCat(path, ".new");
  absl::Status written = files.WriteFile(
      fresh, absl::StrCat(base::AbslView(kMagic), "\n", base::AbslView(key), "\n",
                          base::Sha256Hex(contents), "\n", base::AbslView(contents)));
  if (written.ok()) written = files.Rename(fresh, path);
  // Half a cache is of no use, and the disk may be full.
  if (!written.ok()) files.RemoveAll(fresh).IgnoreError();
  return written;
}

absl::StatusOr<std::string> ReadCacheFile(const base::FileSystem& files, const std::string& path,
                                          std::string_view key) {
  if (!files.Exists(path)) return absl::NotFoundError(absl::StrCat("there is no ", path));
  YZ_ASSIGN_OR_RETURN(std::string file, files.ReadFile(path));
  std::string_view rest = file;
  if (TakeLine(rest) != kMagic) return absl::DataLossError(absl::StrCat(path, " is no cache file"));
  if (TakeLine(rest) != key) {
    return absl::FailedPreconditionError(
        absl::StrCat(path, " is of another program, other data files or other flags"));
  }
  const std::string_view digest = TakeLine(rest);
  if (base::Sha256Hex(rest) != digest) {
    return absl::DataLossError(absl::StrCat(path, " is damaged"));
  }
  file.erase(0, file.size() - rest.size());
  return file;
}

std::string ContentKey(std::string_view contents) {
  return absl::HexStringToBytes(base::Sha256Hex(contents).substr(0, kKeyDigits));
}

}  // namespace yinzheng::store
