// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_FACT_FACT_SERVICE_H_
#define YINZHENG_SERVICES_FACT_FACT_SERVICE_H_

#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/fact/fact_handler.h"
#include "services/fact/timeline_handler.h"
#include "services/rpc/unary_call.h"
#include "yinzheng/v1/fact_service.grpc.pb.h"

namespace yinzheng::services {

// FactService over gRPC: hands every call to its handler on the worker pool. It decides nothing.
//
// Thread-safe; borrows handler and environment.
class FactService final : public v1::FactService::CallbackService {
 public:
  FactService(const FactHandler& facts, const TimelineHandler& timelines,
              const CallEnvironment& environment)
      : facts_(facts), timelines_(timelines), environment_(environment) {}

  grpc::ServerUnaryReactor* SearchFacts(grpc::CallbackServerContext* context,
                                        const v1::SearchFactsRequest* request,
                                        v1::SearchFactsResponse* response) override;
  grpc::ServerUnaryReactor* GetFact(grpc::CallbackServerContext* context,
                                    const v1::GetFactRequest* request,
                                    v1::GetFactResponse* response) override;
  grpc::ServerUnaryReactor* BatchGetFacts(grpc::CallbackServerContext* context,
                                          const v1::BatchGetFactsRequest* request,
                                          v1::BatchGetFactsResponse* response) override;
  grpc::ServerUnaryReactor* ListProperties(grpc::CallbackServerContext* context,
                                           const v1::ListPropertiesRequest* request,
                                           v1::ListPropertiesResponse* response) override;
  grpc::ServerUnaryReactor* GetTimeline(grpc::CallbackServerContext* context,
                                        const v1::GetTimelineRequest* request,
                                        v1::GetTimelineResponse* response) override;
  grpc::ServerUnaryReactor* ListConflicts(grpc::CallbackServerContext* context,
                                          const v1::ListConflictsRequest* request,
                                          v1::ListConflictsResponse* response) override;

 private:
  const FactHandler& facts_;
  const TimelineHandler& timelines_;
  const CallEnvironment& environment_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_FACT_FACT_SERVICE_H_
