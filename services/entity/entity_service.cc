// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/entity/entity_service.h"

#include "absl/functional/bind_front.h"

namespace yinzheng::services {

grpc::ServerUnaryReactor* EntityService::LookupEntities(grpc::CallbackServerContext* context,
                                                        const v1::LookupEntitiesRequest* request,
                                                        v1::LookupEntitiesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&EntityHandler::LookupEntities, &entities_));
}

grpc::ServerUnaryReactor* EntityService::GetEntity(grpc::CallbackServerContext* context,
                                                   const v1::GetEntityRequest* request,
                                                   v1::GetEntityResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&EntityHandler::GetEntity, &entities_));
}

grpc::ServerUnaryReactor* EntityService::ListEntities(grpc::CallbackServerContext* context,
                                                      const v1::ListEntitiesRequest* request,
                                                      v1::ListEntitiesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&EntityHandler::ListEntities, &entities_));
}

grpc::ServerUnaryReactor* EntityService::ListMentions(grpc::CallbackServerContext* context,
                                                      const v1::ListMentionsRequest* request,
                                                      v1::ListMentionsResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&EntityHandler::ListMentions, &entities_));
}

grpc::ServerUnaryReactor* EntityService::ListRelatedEntities(
    grpc::CallbackServerContext* context, const v1::ListRelatedEntitiesRequest* request,
    v1::ListRelatedEntitiesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&EntityHandler::ListRelatedEntities, &entities_));
}

}  // namespace yinzheng::services
