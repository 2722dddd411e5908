// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_SNAPSHOT_ACCESS_H_
#define YINZHENG_SERVICES_RECORD_SNAPSHOT_ACCESS_H_

#include <memory>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "google/protobuf/message.h"
#include "indexer/store/filter_node.h"
#include "indexer/store/index_manager.h"
#include "indexer/store/search_types.h"
#include "services/record/warnings.h"
#include "services/request/limits.h"
#include "services/request/request_context.h"
#include "yinzheng/v1/generation.pb.h"

// What every handler does before and after its own work: take the generation it answers from, read
// page tokens and filters, name what is missing. Stateless and thread-safe.
namespace yinzheng::services {

// One generation, held for the length of a request.
using Snapshot = std::shared_ptr<const store::IndexSnapshot>;

// The generation being served. Unavailable (INDEX_NOT_READY) before the first one was opened.
absl::StatusOr<Snapshot> AcquireSnapshot(const store::IndexManager& index);

// The stamp of `snapshot` for a response.
v1::Generation StampOf(const store::IndexSnapshot& snapshot);

// A page to answer: from which generation, where it starts and how long it may be.
struct PageStart {
  Snapshot snapshot;
  store::Page page;
};

// Reads page_size and page_token of `request`, which has fields of these names. A token of a
// generation that is still kept is answered from that generation. Errors as of ReadPageSize and
// ReadPageToken.
absl::StatusOr<PageStart> StartPage(const store::IndexManager& index,
                                    const google::protobuf::Message& request, PageLimit limit);

// The token of the page after `start`, of which `returned` items were answered; empty if it is the
// last one of `total`.
std::string NextPageToken(const PageStart& start, const google::protobuf::Message& request,
                          size_t returned, size_t total);

// Reads an AIP-160 filter. InvalidArgument (FILTER_INVALID) with the position of the fault.
absl::StatusOr<store::FilterNode> ReadFilter(std::string_view filter,
                                             absl::Span<const store::FilterField> fields);

// `status` with a NotFound turned into RESOURCE_NOT_FOUND for `name`; `hint` says how to find what
// exists.
absl::Status NamingResource(const absl::Status& status, std::string_view name,
                            std::string_view hint);

// What a search inside the store may still cost. With `allow_partial` it does without shards that
// cannot be reached; TellMissing says which those were.
store::SearchControl ControlOf(const RequestContext& context, bool allow_partial = false);

// Names the shards that were left out in `response`, which has `missing_shards`, and warns where it
// has `warnings`.
template <typename Response>
void TellMissing(const store::SearchControl& control, Response& response) {
  if (control.missing == nullptr || control.missing->empty()) return;
  for (const std::string& name : control.missing->names()) response.add_missing_shards(name);
  if constexpr (requires { response.add_warnings(); }) {
    *response.add_warnings() = PartialWarning(control.missing->names());
  }
}

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_SNAPSHOT_ACCESS_H_
