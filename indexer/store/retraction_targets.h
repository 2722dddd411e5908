// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which articles a person means who wants some taken back: looks for names and ids of sources in
// the generations of an index. Changes nothing.

#ifndef YINZHENG_INDEXER_STORE_RETRACTION_TARGETS_H_
#define YINZHENG_INDEXER_STORE_RETRACTION_TARGETS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/base/file_system.h"
#include "indexer/store/retraction_purge.h"
#include "indexer/store/retractions.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::store {

struct RetractionTarget {
  Retraction retraction;  // Without time and reason.
  std::string title;
  std::string generation;  // Where it was found.
  // Other prints of it, which are not taken back with it unless their text is the same. None if
  // the generation is too damaged to tell.
  std::vector<yinzheng::v1::Reprint> reprints;
};

struct RetractionTargets {
  std::vector<RetractionTarget> targets;
  std::vector<std::string> unknown;          // Names and ids that no generation has.
  std::vector<UnreadGeneration> unreadable;  // They were not searched.
};

// What `given` means: names (`articles/…`) and ids (external_id), each as the first generation has
// it that has it, the current one first, then the latest. An id stands for every article that has
// it there. Reads the record of every article where ids are looked for.
absl::StatusOr<RetractionTargets> FindRetractionTargets(base::FileSystem& files,
                                                        const std::string& index_directory,
                                                        const std::vector<std::string>& given);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_RETRACTION_TARGETS_H_
