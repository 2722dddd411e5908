// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_SEARCH_SUGGEST_HANDLER_H_
#define YINZHENG_SERVICES_SEARCH_SUGGEST_HANDLER_H_

#include "absl/status/statusor.h"
#include "indexer/store/correction_reader.h"
#include "indexer/store/index_manager.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/search_service.pb.h"

namespace yinzheng::services {

// Completions of what has been typed, as SearchService promises.
//
// Thread-safe; borrows index manager and rules.
class SuggestHandler {
 public:
  SuggestHandler(const store::IndexManager& index, const store::CorrectionRules& rules)
      : index_(index), rules_(rules) {}

  absl::StatusOr<v1::SuggestResponse> Suggest(const RequestContext& context,
                                              const v1::SuggestRequest& request) const;

 private:
  const store::IndexManager& index_;
  const store::CorrectionRules rules_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_SEARCH_SUGGEST_HANDLER_H_
