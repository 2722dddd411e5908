// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_TESTS_CONTRACT_GOLDEN_RESOURCE_H_
#define YINZHENG_TESTS_CONTRACT_GOLDEN_RESOURCE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace yinzheng::contract {

// A resource as it stands on the wire and in JSON.
struct GoldenResource {
  // Such as `search_response`, for yinzheng.v1.SearchResponse.
  std::string name;
  std::string wire;
  std::string json;
};

// The resources of `folder`: NAME.json with NAME.hex beside it.
absl::StatusOr<std::vector<GoldenResource>> ReadGolden(const std::string& folder);

// Each says what differs when the resource goes through the generated message of its name.
absl::Status CheckBytesToJson(const GoldenResource& resource);
absl::Status CheckJsonToBytes(const GoldenResource& resource);
// A field that a later server may send is kept.
absl::Status CheckUnknownFields(const GoldenResource& resource);

}  // namespace yinzheng::contract

#endif  // YINZHENG_TESTS_CONTRACT_GOLDEN_RESOURCE_H_
