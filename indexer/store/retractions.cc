// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/retractions.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"

namespace yinzheng::store {
namespace {

constexpr char kFile[] = "RETRACTED";
constexpr char kFresh[] = "tmp-RETRACTED";
constexpr char kCollection[] = "articles/";

absl::StatusOr<Retraction> ReadLine(const std::string& line) {
  const std::vector<std::string> fields = absl::StrSplit(line, '\t');
  Retraction retraction;
  std::string error;
  if (fields.size() == 3 && absl::StartsWith(fields[0], kCollection) &&
      absl::ParseTime(absl::RFC3339_full, fields[1], &retraction.time, &error)) {
    retraction.article = fields[0];
    retraction.reason = fields[2];
    return retraction;
  }
  return absl::DataLossError(
      "is no article, time and reason with tabs between; mend it by hand or restore the file");
}

}  // namespace

absl::StatusOr<Retractions> Retractions::Read(const base::FileSystem& files,
                                              const std::string& index_directory) {
  Retractions retractions;
  const std::string path = base::JoinPath(index_directory, kFile);
  if (!files.Exists(path)) return retractions;
  YZ_ASSIGN_OR_RETURN(const std::string contents, files.ReadFile(path));
  size_t number = 0;
  for (const std::string& line : std::vector<std::string>(absl::StrSplit(contents, '\n'))) {
    ++number;
    if (line.empty()) continue;
    absl::StatusOr<Retraction> retraction = ReadLine(line);
    if (!retraction.ok()) {
      return absl::DataLossError(
          absl::StrCat("read ", path, ": line ", number, " ", retraction.status().message()));
    }
    retractions.entries_.push_back(*std::move(retraction));
  }
  return retractions;
}

bool Retractions::Has(std::string_view article) const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Retraction& entry) { return entry.article == article; });
}

absl::Status Retractions::Add(Retraction retraction) {
  if (!absl::StartsWith(retraction.article, kCollection) ||
      retraction.article.size() == sizeof(kCollection) - 1 ||
      absl::StrContains(retraction.article, '\t') || absl::StrContains(retraction.article, '\n')) {
    return absl::InvalidArgumentError(absl::StrCat(
        "retract ", retraction.article, ": an article has a name such as articles/3f2a"));
  }
  if (absl::StrContains(retraction.reason, '\t') || absl::StrContains(retraction.reason, '\n')) {
    return absl::InvalidArgumentError(
        absl::StrCat("retract ", retraction.article, ": the reason must be one line without tabs"));
  }
  Remove(retraction.article);
  entries_.push_back(std::move(retraction));
  return absl::OkStatus();
}

bool Retractions::Remove(std::string_view article) {
  return std::erase_if(entries_,
                       [&](const Retraction& entry) { return entry.article == article; }) > 0;
}

absl::Status Retractions::Write(const DirectoryLock&, base::FileSystem& files,
                                const std::string& index_directory) const {
  std::string contents;
  for (const Retraction& entry : entries_) {
    absl::StrAppend(&contents, entry.article, "\t",
                    absl::FormatTime(absl::RFC3339_full, entry.time, absl::UTCTimeZone()), "\t",
                    entry.reason, "\n");
  }
  const std::string fresh = base::JoinPath(index_directory, kFresh);
  YZ_RETURN_IF_ERROR(files.WriteFile(fresh, contents));
  YZ_RETURN_IF_ERROR(files.Rename(fresh, base::JoinPath(index_directory, kFile)));
  return files.FsyncDir(index_directory);
}

absl::StatusOr<std::string> Retractions::HeldBy(const IndexSnapshot& snapshot) const {
  for (const Retraction& entry : entries_) {
    const absl::Status found = snapshot.articles().GetArticleBasic(entry.article).status();
    if (found.ok()) return entry.article;
    if (!absl::IsNotFound(found)) return found;
  }
  return "";
}

absl::StatusOr<RetractionPurge> PurgeRetracted(const DirectoryLock& lock, base::FileSystem& files,
                                               const std::string& index_directory) {
  RetractionPurge purge;
  YZ_ASSIGN_OR_RETURN(const Retractions retractions, Retractions::Read(files, index_directory));
  if (retractions.empty()) return purge;
  GenerationDirectory directory(files, index_directory);
  YZ_ASSIGN_OR_RETURN(const std::string current, directory.Current());
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> ids, directory.Ids());
  for (const std::string& id : ids) {
    // The snapshot is closed before its generation is removed.
    const auto held = [&]() -> absl::StatusOr<std::string> {
      YZ_ASSIGN_OR_RETURN(const auto snapshot,
                          IndexSnapshot::Open({.directory = directory.PathOf(id),
                                               .analyzer_fingerprint = "",
                                               .file_system = &files}));
      return retractions.HeldBy(*snapshot);
    }();
    if (held.ok() && held->empty()) continue;
    if (id == current) {
      YZ_RETURN_IF_ERROR(held.status());
      purge.current = id;
      continue;
    }
    YZ_ASSIGN_OR_RETURN(const bool gone, directory.Remove(lock, id));
    (gone ? purge.removed : purge.in_use).push_back(id);
  }
  return purge;
}

}  // namespace yinzheng::store
