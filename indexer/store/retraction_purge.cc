// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/retraction_purge.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/index_snapshot.h"
#include "indexer/store/retractions.h"

namespace yinzheng::store {
namespace {

// The snapshot is closed again, so that its generation can be removed.
absl::StatusOr<bool> HoldsRetracted(const Retractions& retractions, base::FileSystem& files,
                                    const std::string& directory) {
  YZ_ASSIGN_OR_RETURN(const auto snapshot, IndexSnapshot::Open({.directory = directory,
                                                                .analyzer_fingerprint = "",
                                                                .max_handles = 1,
                                                                .file_system = &files}));
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> held, retractions.HeldBy(*snapshot));
  return !held.empty();
}

// Without it the one that is served next could be removed.
absl::StatusOr<std::string> CurrentOf(const GenerationDirectory& directory) {
  absl::StatusOr<std::string> current = directory.Current();
  if (current.ok()) return current;
  return absl::FailedPreconditionError(absl::StrCat(
      "remove generations with retracted articles: ", current.status().message(),
      "; make one current with yinzheng-index rollback and run yinzheng-index retract again"));
}

}  // namespace

bool RetractionPurge::CurrentIsFree(const std::string& current_id) const {
  return current.empty() &&
         std::none_of(unreadable.begin(), unreadable.end(),
                      [&](const UnreadGeneration& unread) { return unread.id == current_id; });
}

absl::StatusOr<RetractionPurge> PurgeRetracted(const DirectoryLock& lock, base::FileSystem& files,
                                               const std::string& index_directory) {
  RetractionPurge purge;
  YZ_ASSIGN_OR_RETURN(const Retractions retractions, Retractions::Read(files, index_directory));
  if (retractions.empty()) return purge;
  GenerationDirectory directory(files, index_directory);
  YZ_RETURN_IF_ERROR(directory.RemoveTemporaries(lock));
  YZ_ASSIGN_OR_RETURN(const std::vector<std::string> ids, directory.Ids());
  if (ids.empty()) return purge;
  YZ_ASSIGN_OR_RETURN(const std::string current, CurrentOf(directory));
  for (const std::string& id : ids) {
    const absl::StatusOr<bool> holds = HoldsRetracted(retractions, files, directory.PathOf(id));
    if (!holds.ok()) {
      purge.unreadable.push_back({id, holds.status()});
    } else if (*holds && id == current) {
      purge.current = id;
    } else if (*holds) {
      YZ_ASSIGN_OR_RETURN(const bool gone, directory.Remove(lock, id));
      (gone ? purge.removed : purge.in_use).push_back(id);
    }
  }
  return purge;
}

}  // namespace yinzheng::store
