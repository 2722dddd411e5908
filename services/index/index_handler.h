// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_INDEX_INDEX_HANDLER_H_
#define YINZHENG_SERVICES_INDEX_INDEX_HANDLER_H_

#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "indexer/store/index_manager.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/index_service.pb.h"

namespace yinzheng::services {

// Which index is served, for operators, as IndexService promises. Who may ask is the server's
// question.
//
// Thread-safe; borrows the index manager.
class IndexHandler {
 public:
  // `server_version` is what GetIndexStatus reports.
  IndexHandler(store::IndexManager& index, std::string server_version)
      : index_(index), server_version_(std::move(server_version)) {}

  absl::StatusOr<v1::GetIndexStatusResponse> GetIndexStatus(
      const RequestContext& context, const v1::GetIndexStatusRequest& request) const;
  absl::StatusOr<v1::ReloadIndexResponse> ReloadIndex(const RequestContext& context,
                                                      const v1::ReloadIndexRequest& request) const;
  absl::StatusOr<v1::ListGenerationsResponse> ListGenerations(
      const RequestContext& context, const v1::ListGenerationsRequest& request) const;

 private:
  store::IndexManager& index_;
  std::string server_version_;
};

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_INDEX_INDEX_HANDLER_H_
