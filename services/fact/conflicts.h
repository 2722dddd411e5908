// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_CONFLICTS_H_
#define YINZHENG_SERVICES_FACT_CONFLICTS_H_

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "indexer/base/mutex.h"
#include "services/record/record_rules.h"
#include "services/record/snapshot_access.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::services {

// The sets of `facts`, which are of one subject and property, that cannot all be right, in the
// order of `facts`. Facts that contradict each other through a third are one set; sets of more than
// four values are left out, since what has so many is not one thing. A pure function.
std::vector<std::vector<const v1::Fact*>> ConflictingSets(
    const RecordRules& rules, const std::vector<const v1::Fact*>& facts);

// The same for facts of any subjects and properties, ordered by subject and property. A pure
// function.
std::vector<v1::Conflict> FindConflicts(const RecordRules& rules,
                                        const std::vector<v1::Fact>& facts);

using SharedConflicts = std::shared_ptr<const std::vector<v1::Conflict>>;

// All conflicts of a generation, found once by reading every fact twice and kept for the last
// generations asked about: a generation never changes. The first call on a generation is dear
// (about 20 microseconds a fact) and is carried to its end even if its caller has gone by then;
// calls that come meanwhile wait for it as long as their time allows.
//
// Thread-safe; borrows the rules.
class ConflictCatalogue {
 public:
  explicit ConflictCatalogue(const RecordRules& rules) : rules_(rules) {}

  // Errors of the index pass through; the next call then tries again. DeadlineExceeded or Cancelled
  // while waiting for another call.
  absl::StatusOr<SharedConflicts> Of(const store::IndexSnapshot& snapshot,
                                     const RequestContext& context) const;

 private:
  struct Known {
    std::string generation;
    SharedConflicts conflicts;
  };

  SharedConflicts Find(const std::string& generation) const ABSL_EXCLUSIVE_LOCKS_REQUIRED(mutex_);
  absl::StatusOr<SharedConflicts> Compute(const store::IndexSnapshot& snapshot) const;
  absl::StatusOr<std::vector<v1::Fact>> Suspects(const store::IndexSnapshot& snapshot) const;

  const RecordRules& rules_;
  mutable base::Mutex mutex_;
  mutable base::ConditionVariable computed_;
  mutable std::set<std::string> computing_ ABSL_GUARDED_BY(mutex_);  // generations
  mutable std::vector<Known> known_ ABSL_GUARDED_BY(mutex_);         // latest first
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_CONFLICTS_H_
