// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_FACT_HANDLER_H_
#define YINZHENG_SERVICES_FACT_FACT_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "services/record/value_comparison.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/fact_service.pb.h"

namespace yinzheng::services {

// Facts by name, text and structure, as FactService promises. Facts are not judged against each
// other here: that is TimelineHandler.
//
// Thread-safe; borrows index manager, compiler and comparison.
class FactHandler {
 public:
  FactHandler(const store::IndexManager& index, const store::QueryCompiler& compiler,
              const ValueComparison& values)
      : index_(index), compiler_(compiler), values_(values) {}

  absl::StatusOr<v1::SearchFactsResponse> SearchFacts(const RequestContext& context,
                                                      const v1::SearchFactsRequest& request) const;
  absl::StatusOr<v1::GetFactResponse> GetFact(const RequestContext& context,
                                              const v1::GetFactRequest& request) const;
  absl::StatusOr<v1::BatchGetFactsResponse> BatchGetFacts(
      const RequestContext& context, const v1::BatchGetFactsRequest& request) const;
  absl::StatusOr<v1::ListPropertiesResponse> ListProperties(
      const RequestContext& context, const v1::ListPropertiesRequest& request) const;

 private:
  absl::StatusOr<store::FoundFacts> SearchByProperty(const store::IndexSnapshot& snapshot,
                                                     const v1::SearchFactsRequest& request,
                                                     store::FactQuery& query,
                                                     v1::SearchFactsResponse& response) const;

  const store::IndexManager& index_;
  const store::QueryCompiler& compiler_;
  const ValueComparison& values_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_FACT_HANDLER_H_
