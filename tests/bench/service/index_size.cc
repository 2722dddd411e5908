// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// What an index takes on the disk.

#include <cstdint>
#include <filesystem>
#include <string>

#include "absl/strings/str_format.h"
#include "indexer/base/file_system.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/cache_file.h"
#include "indexer/store/generation_directory.h"
#include "tests/bench/service/bench_context.h"

namespace yinzheng::bench {
namespace {

// Of a file, or of all files in a directory.
double MegabytesOf(const std::filesystem::path& path) {
  if (!std::filesystem::is_directory(path)) {
    return static_cast<double>(std::filesystem::file_size(path)) / 1e6;
  }
  uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return static_cast<double>(bytes) / 1e6;
}

void Show(const std::string& name, double megabytes, Report& report) {
  absl::PrintF("%-40s %9.1f\n", name, megabytes);
  report.AddFigure("disk", name + "_mb", megabytes);
}

}  // namespace

absl::Status MeasureSize(const BenchContext& context, Report& report) {
  const store::GenerationDirectory index(base::FileSystem::Real(), context.Index());
  YZ_ASSIGN_OR_RETURN(const std::string current, index.Current());
  absl::PrintF("\n%-40s %9s\n", "on the disk", "MB");
  Show("input", MegabytesOf(context.articles), report);
  const std::filesystem::path generation = index.PathOf(current);
  Show("generation", MegabytesOf(generation), report);
  for (const auto& database : std::filesystem::directory_iterator(generation)) {
    if (!database.is_directory()) continue;
    Show(database.path().filename().string(), MegabytesOf(database.path()), report);
  }
  const std::filesystem::path cache =
      std::filesystem::path(context.Index()) / std::string(store::kCacheDirectory);
  if (std::filesystem::exists(cache)) Show("cache for updates", MegabytesOf(cache), report);
  return absl::OkStatus();
}

}  // namespace yinzheng::bench
