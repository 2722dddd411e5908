// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_TESTS_CONTRACT_CONTRACT_CASE_H_
#define YINZHENG_TESTS_CONTRACT_CONTRACT_CASE_H_

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "clients/cpp/client.h"
#include "tests/contract/json_match.h"

namespace yinzheng::contract {

// Cases of all *.json files in `folder`, by file name; the format is described in
// tests/contract/cases. kNotFound where there are none, kInvalidArgument where a file is no list of
// objects.
absl::StatusOr<std::vector<Json>> ReadCases(const std::string& folder);

// Makes the calls of one case and says what is not as the case expects. A case that lacks a field
// it needs fails too.
absl::Status RunCase(const client::Client& client, const Json& test_case);

}  // namespace yinzheng::contract

#endif  // YINZHENG_TESTS_CONTRACT_CONTRACT_CASE_H_
