// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_CONFLICTS_H_
#define YINZHENG_SERVICES_FACT_CONFLICTS_H_

#include <memory>
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

// The sets of `facts` that cannot all be right, ordered by subject and property. Facts that
// contradict each other through a third are one set. A pure function.
std::vector<v1::Conflict> FindConflicts(const RecordRules& rules,
                                        const std::vector<v1::Fact>& facts);

using SharedConflicts = std::shared_ptr<const std::vector<v1::Conflict>>;

// All conflicts of a generation, found once by reading every fact twice and kept for the last
// generations asked about: a generation never changes. The first call on a generation is dear, and
// others wait for it.
//
// Thread-safe; borrows the rules.
class ConflictCatalogue {
 public:
  explicit ConflictCatalogue(const RecordRules& rules) : rules_(rules) {}

  // Errors of the index pass through; so does the end of the request's time, and the work is then
  // begun anew by the next request.
  absl::StatusOr<SharedConflicts> Of(const store::IndexSnapshot& snapshot,
                                     const RequestContext& context) const;

 private:
  struct Known {
    std::string generation;
    SharedConflicts conflicts;
  };

  absl::StatusOr<std::vector<v1::Fact>> Suspects(const store::IndexSnapshot& snapshot,
                                                 const RequestContext& context) const;

  const RecordRules& rules_;
  mutable base::Mutex mutex_;
  mutable std::vector<Known> known_ ABSL_GUARDED_BY(mutex_);  // Latest first.
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_CONFLICTS_H_
