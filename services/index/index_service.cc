// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/index/index_service.h"

#include "absl/functional/bind_front.h"

namespace yinzheng::services {

grpc::ServerUnaryReactor* IndexService::GetIndexStatus(grpc::CallbackServerContext* context,
                                                       const v1::GetIndexStatusRequest* request,
                                                       v1::GetIndexStatusResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&IndexHandler::GetIndexStatus, &indexes_));
}

grpc::ServerUnaryReactor* IndexService::ReloadIndex(grpc::CallbackServerContext* context,
                                                    const v1::ReloadIndexRequest* request,
                                                    v1::ReloadIndexResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&IndexHandler::ReloadIndex, &indexes_));
}

grpc::ServerUnaryReactor* IndexService::ListGenerations(grpc::CallbackServerContext* context,
                                                        const v1::ListGenerationsRequest* request,
                                                        v1::ListGenerationsResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&IndexHandler::ListGenerations, &indexes_));
}

}  // namespace yinzheng::services
