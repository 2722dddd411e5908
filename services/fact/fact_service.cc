// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/fact/fact_service.h"

#include "absl/functional/bind_front.h"

namespace yinzheng::services {

grpc::ServerUnaryReactor* FactService::SearchFacts(grpc::CallbackServerContext* context,
                                                   const v1::SearchFactsRequest* request,
                                                   v1::SearchFactsResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&FactHandler::SearchFacts, &facts_));
}

grpc::ServerUnaryReactor* FactService::GetFact(grpc::CallbackServerContext* context,
                                               const v1::GetFactRequest* request,
                                               v1::GetFactResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&FactHandler::GetFact, &facts_));
}

grpc::ServerUnaryReactor* FactService::BatchGetFacts(grpc::CallbackServerContext* context,
                                                     const v1::BatchGetFactsRequest* request,
                                                     v1::BatchGetFactsResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&FactHandler::BatchGetFacts, &facts_));
}

grpc::ServerUnaryReactor* FactService::ListProperties(grpc::CallbackServerContext* context,
                                                      const v1::ListPropertiesRequest* request,
                                                      v1::ListPropertiesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&FactHandler::ListProperties, &facts_));
}

grpc::ServerUnaryReactor* FactService::GetTimeline(grpc::CallbackServerContext* context,
                                                   const v1::GetTimelineRequest* request,
                                                   v1::GetTimelineResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&TimelineHandler::GetTimeline, &timelines_));
}

grpc::ServerUnaryReactor* FactService::ListConflicts(grpc::CallbackServerContext* context,
                                                     const v1::ListConflictsRequest* request,
                                                     v1::ListConflictsResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&TimelineHandler::ListConflicts, &timelines_));
}

}  // namespace yinzheng::services
