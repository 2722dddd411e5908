// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_CHECK_QUOTE_HANDLER_H_
#define YINZHENG_SERVICES_CHECK_QUOTE_HANDLER_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/query_compiler.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/check_service.pb.h"

namespace yinzheng::services {

// Says whether quotations stand in the record, as CheckService promises of VerifyQuotes: words are
// found by the index and then compared with the body itself, so that likeness is never taken for
// sameness.
//
// Thread-safe; borrows index manager and compiler.
class QuoteHandler {
 public:
  QuoteHandler(const store::IndexManager& index, const store::QueryCompiler& compiler)
      : index_(index), compiler_(compiler) {}

  absl::StatusOr<v1::VerifyQuotesResponse> VerifyQuotes(
      const RequestContext& context, const v1::VerifyQuotesRequest& request) const;

 private:
  absl::StatusOr<v1::QuoteResult> Verify(const store::IndexSnapshot& snapshot,
                                         const RequestContext& context,
                                         const v1::QuoteToVerify& quote) const;
  // Every place where the words stand, credited to its speaker where one is recorded.
  absl::StatusOr<std::vector<v1::Citation>> FindPlaces(const store::IndexSnapshot& snapshot,
                                                       const RequestContext& context,
                                                       const std::u32string& words,
                                                       bool& folded) const;
  // The nearest words of the record; NOT_FOUND where none are near.
  absl::StatusOr<v1::QuoteResult> FindAltered(const store::IndexSnapshot& snapshot,
                                              const RequestContext& context,
                                              const std::u32string& words) const;

  const store::IndexManager& index_;
  const store::QueryCompiler& compiler_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_CHECK_QUOTE_HANDLER_H_
