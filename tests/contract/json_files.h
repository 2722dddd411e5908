// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_TESTS_CONTRACT_JSON_FILES_H_
#define YINZHENG_TESTS_CONTRACT_JSON_FILES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"

namespace yinzheng::contract {

// Paths of the files in `folder` that end in `.json`, sorted; kNotFound where there are none.
absl::StatusOr<std::vector<std::string>> JsonFilesOf(const std::string& folder);

// The whole file; kNotFound where it cannot be read.
absl::StatusOr<std::string> ReadWhole(const std::string& path);

// `what` names the text in the message of an error, which is kInvalidArgument.
absl::StatusOr<nlohmann::json> ParseJson(const std::string& text, const std::string& what);

}  // namespace yinzheng::contract

#endif  // YINZHENG_TESTS_CONTRACT_JSON_FILES_H_
