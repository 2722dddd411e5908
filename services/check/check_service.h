// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_CHECK_SERVICE_H_
#define YINZHENG_SERVICES_CHECK_CHECK_SERVICE_H_

#include "grpcpp/server_context.h"
#include "grpcpp/support/server_callback.h"
#include "services/check/claim_handler.h"
#include "services/check/quote_handler.h"
#include "services/rpc/unary_call.h"
#include "yinzheng/v1/check_service.grpc.pb.h"

namespace yinzheng::services {

// CheckService over gRPC: hands every call to its handler on the worker pool. It decides nothing.
//
// Thread-safe; borrows handler and environment.
class CheckService final : public v1::CheckService::CallbackService {
 public:
  CheckService(const ClaimHandler& claims, const QuoteHandler& quotes,
               const CallEnvironment& environment)
      : claims_(claims), quotes_(quotes), environment_(environment) {}

  grpc::ServerUnaryReactor* CheckClaim(grpc::CallbackServerContext* context,
                                       const v1::CheckClaimRequest* request,
                                       v1::CheckClaimResponse* response) override;
  grpc::ServerUnaryReactor* AnalyzeText(grpc::CallbackServerContext* context,
                                        const v1::AnalyzeTextRequest* request,
                                        v1::AnalyzeTextResponse* response) override;
  grpc::ServerUnaryReactor* VerifyQuotes(grpc::CallbackServerContext* context,
                                         const v1::VerifyQuotesRequest* request,
                                         v1::VerifyQuotesResponse* response) override;

 private:
  const ClaimHandler& claims_;
  const QuoteHandler& quotes_;
  const CallEnvironment& environment_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_CHECK_SERVICE_H_
