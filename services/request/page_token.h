// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_PAGE_TOKEN_H_
#define YINZHENG_SERVICES_REQUEST_PAGE_TOKEN_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "google/protobuf/message.h"
#include "services/request/limits.h"

namespace yinzheng::services {

// Page tokens (AIP-158): where the next page starts, bound to the request and to the generation
// that answered. A token is url-safe, opaque and tamper-evident (HMAC-SHA256), but grants nothing:
// whoever may send the request may read every page. All servers of one index make and read the same
// tokens, so pages may be fetched through a load balancer.
//
// Stateless and thread-safe.

// The token for the page that starts at `offset`. `request` is the request being answered; its
// fields page_size and page_token do not count.
std::string MakePageToken(std::string_view generation, const google::protobuf::Message& request,
                          int64_t offset);

// The offset that `token` stands for; 0 if it is empty.
// InvalidArgument (PAGE_TOKEN_INVALID) if it was not made by this service or for another request;
// FailedPrecondition (PAGE_TOKEN_EXPIRED) if it belongs to another generation.
absl::StatusOr<int64_t> ReadPageToken(std::string_view token, std::string_view generation,
                                      const google::protobuf::Message& request);

// The generation that `token` says it belongs to, to be looked up before ReadPageToken checks it;
// empty if the token cannot be read.
std::string PageTokenGeneration(std::string_view token);

// The page size to use: the default for 0, reduced to the maximum. InvalidArgument if negative;
// `field` is named in the error.
absl::StatusOr<int32_t> ReadPageSize(int32_t requested, PageLimit limit,
                                     std::string_view field = "page_size");

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_PAGE_TOKEN_H_
