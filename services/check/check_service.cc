// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/check/check_service.h"

#include "absl/functional/bind_front.h"

namespace yinzheng::services {

grpc::ServerUnaryReactor* CheckService::CheckClaim(grpc::CallbackServerContext* context,
                                                   const v1::CheckClaimRequest* request,
                                                   v1::CheckClaimResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&ClaimHandler::CheckClaim, &claims_));
}

grpc::ServerUnaryReactor* CheckService::AnalyzeText(grpc::CallbackServerContext* context,
                                                    const v1::AnalyzeTextRequest* request,
                                                    v1::AnalyzeTextResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&ClaimHandler::AnalyzeText, &claims_));
}

grpc::ServerUnaryReactor* CheckService::VerifyQuotes(grpc::CallbackServerContext* context,
                                                     const v1::VerifyQuotesRequest* request,
                                                     v1::VerifyQuotesResponse* response) {
  return StartUnaryCall(environment_, context, request, response,
                        absl::bind_front(&QuoteHandler::VerifyQuotes, &quotes_));
}

}  // namespace yinzheng::services
