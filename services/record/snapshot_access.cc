// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/record/snapshot_access.h"

#include <utility>

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "absl/types/optional.h"
#include "indexer/base/absl_string.h"
#include "indexer/base/status_macros.h"
#include "indexer/store/filter_parser.h"
#include "services/request/error_info.h"
#include "services/request/page_token.h"

namespace yinzheng::services {
namespace {

int32_t PageSizeOf(const google::protobuf::Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("page_size");
  return request.GetReflection()->GetInt32(request, field);
}

std::string PageTokenOf(const google::protobuf::Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("page_token");
  return request.GetReflection()->GetString(request, field);
}

}  // namespace

absl::StatusOr<Snapshot> AcquireSnapshot(const store::IndexManager& index) {
  Snapshot snapshot = index.Acquire();
  if (snapshot != nullptr) return snapshot;
  return MakeError(absl::StatusCode::kUnavailable, v1::ERROR_REASON_INDEX_NOT_READY,
                   "answer request: no index is open yet; try again, or look into the server's log "
                   "if that goes on",
                   {});
}

v1::Generation StampOf(const store::IndexSnapshot& snapshot) {
  v1::Generation generation;
  generation.set_id(snapshot.generation());
  return generation;
}

absl::StatusOr<PageStart> StartPage(const store::IndexManager& index,
                                    const google::protobuf::Message& request, PageLimit limit) {
  YZ_ASSIGN_OR_RETURN(const int32_t size, ReadPageSize(PageSizeOf(request), limit));
  YZ_ASSIGN_OR_RETURN(Snapshot snapshot, AcquireSnapshot(index));
  const std::string token = PageTokenOf(request);
  if (!token.empty()) {
    Snapshot kept = index.AcquireGeneration(PageTokenGeneration(token));
    if (kept != nullptr) snapshot = std::move(kept);
  }
  YZ_ASSIGN_OR_RETURN(const int64_t offset, ReadPageToken(token, snapshot->generation(), request));
  return PageStart{std::move(snapshot), {static_cast<size_t>(offset), static_cast<size_t>(size)}};
}

std::string NextPageToken(const PageStart& start, const google::protobuf::Message& request,
                          size_t returned, size_t total) {
  const size_t next = start.page.offset + returned;
  if (returned == 0 || next >= total) return "";
  return MakePageToken(start.snapshot->generation(), request, static_cast<int64_t>(next));
}

absl::StatusOr<store::FilterNode> ReadFilter(std::string_view filter,
                                             absl::Span<const store::FilterField> fields) {
  absl::StatusOr<store::FilterNode> parsed = store::ParseFilter(filter, fields);
  if (parsed.ok() || parsed.status().code() != absl::StatusCode::kInvalidArgument) return parsed;
  ErrorMetadata metadata = {{"filter", std::string(filter)}};
  const absl::optional<absl::Cord> position =
      parsed.status().GetPayload(base::AbslView(store::kFilterPositionPayload));
  if (position.has_value()) metadata["position"] = std::string(*position);
  return MakeError(absl::StatusCode::kInvalidArgument, v1::ERROR_REASON_FILTER_INVALID,
                   absl::StrCat("read request: ", parsed.status().message()), metadata);
}

absl::Status NamingResource(const absl::Status& status, std::string_view name,
                            std::string_view hint) {
  return status.code() == absl::StatusCode::kNotFound ? ResourceNotFound(name, hint) : status;
}

store::SearchControl ControlOf(const RequestContext& context, bool allow_partial) {
  return {context.deadline(), [context] { return context.IsCancelled(); },
          allow_partial ? std::make_shared<store::MissingShards>() : nullptr};
}

}  // namespace yinzheng::services
