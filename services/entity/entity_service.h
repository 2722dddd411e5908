// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_ENTITY_ENTITY_SERVICE_H_
#define YINZHENG_SERVICES_ENTITY_ENTITY_SERVICE_H_

#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/entity/entity_handler.h"
#include "services/rpc/unary_call.h"
#include "yinzheng/v1/entity_service.grpc.pb.h"

namespace yinzheng::services {

// EntityService over gRPC: hands every call to its handler on the worker pool. It decides nothing.
//
// Thread-safe; borrows handler and environment.
class EntityService final : public v1::EntityService::CallbackService {
 public:
  EntityService(const EntityHandler& entities, const CallEnvironment& environment)
      : entities_(entities), environment_(environment) {}

  grpc::ServerUnaryReactor* LookupEntities(grpc::CallbackServerContext* context,
                                           const v1::LookupEntitiesRequest* request,
                                           v1::LookupEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* GetEntity(grpc::CallbackServerContext* context,
                                      const v1::GetEntityRequest* request,
                                      v1::GetEntityResponse* response) override;
  grpc::ServerUnaryReactor* ListEntities(grpc::CallbackServerContext* context,
                                         const v1::ListEntitiesRequest* request,
                                         v1::ListEntitiesResponse* response) override;
  grpc::ServerUnaryReactor* ListMentions(grpc::CallbackServerContext* context,
                                         const v1::ListMentionsRequest* request,
                                         v1::ListMentionsResponse* response) override;
  grpc::ServerUnaryReactor* ListRelatedEntities(grpc::CallbackServerContext* context,
                                                const v1::ListRelatedEntitiesRequest* request,
                                                v1::ListRelatedEntitiesResponse* response) override;

 private:
  const EntityHandler& entities_;
  const CallEnvironment& environment_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_ENTITY_ENTITY_SERVICE_H_
