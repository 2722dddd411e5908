// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_TIMELINE_HANDLER_H_
#define YINZHENG_SERVICES_FACT_TIMELINE_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "services/fact/conflicts.h"
#include "services/fact/subject_parts.h"
#include "services/record/record_rules.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::services {

// How facts stand to each other: timelines and conflicts, as FactService promises.
//
// Thread-safe; borrows index manager, rules and part relations.
class TimelineHandler {
 public:
  TimelineHandler(const store::IndexManager& index, const RecordRules& rules,
                  const PartRelations& parts)
      : index_(index), rules_(rules), parts_(parts), conflicts_(rules) {}

  absl::StatusOr<v1::GetTimelineResponse> GetTimeline(const RequestContext& context,
                                                      const v1::GetTimelineRequest& request) const;
  absl::StatusOr<v1::ListConflictsResponse> ListConflicts(
      const RequestContext& context, const v1::ListConflictsRequest& request) const;

 private:
  const store::IndexManager& index_;
  const RecordRules& rules_;
  const PartRelations& parts_;
  ConflictCatalogue conflicts_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_TIMELINE_HANDLER_H_
