// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_INDEX_INDEX_SERVICE_H_
#define YINZHENG_SERVICES_INDEX_INDEX_SERVICE_H_

#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/index/index_handler.h"
#include "services/rpc/unary_call.h"
#include "yinzheng/v1/index_service.grpc.pb.h"

namespace yinzheng::services {

// IndexService over gRPC: hands every call to its handler on the worker pool. It decides nothing.
//
// Thread-safe; borrows handler and environment.
class IndexService final : public v1::IndexService::CallbackService {
 public:
  IndexService(IndexHandler& indexes, const CallEnvironment& environment)
      : indexes_(indexes), environment_(environment) {}

  grpc::ServerUnaryReactor* GetIndexStatus(grpc::CallbackServerContext* context,
                                           const v1::GetIndexStatusRequest* request,
                                           v1::GetIndexStatusResponse* response) override;
  grpc::ServerUnaryReactor* ReloadIndex(grpc::CallbackServerContext* context,
                                        const v1::ReloadIndexRequest* request,
                                        v1::ReloadIndexResponse* response) override;
  grpc::ServerUnaryReactor* ListGenerations(grpc::CallbackServerContext* context,
                                            const v1::ListGenerationsRequest* request,
                                            v1::ListGenerationsResponse* response) override;

 private:
  IndexHandler& indexes_;
  const CallEnvironment& environment_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_INDEX_INDEX_SERVICE_H_
