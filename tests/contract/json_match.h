// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_TESTS_CONTRACT_JSON_MATCH_H_
#define YINZHENG_TESTS_CONTRACT_JSON_MATCH_H_

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "nlohmann/json.hpp"

namespace yinzheng::contract {

using Json = nlohmann::json;

// Holds JSON against what a contract case expects of it: an object has every key with a value that
// matches, and none whose expected value is null; a list may be longer; everything else is equal,
// numbers by value. `place` is how messages name where `got` stands.
absl::Status Match(const Json& got, const Json& want, const std::string& place);

// The text at a path of keys and indexes, such as `facts.0.name`; kNotFound where there is none.
absl::StatusOr<std::string> TextAt(const Json& json, const std::string& path);

}  // namespace yinzheng::contract

#endif  // YINZHENG_TESTS_CONTRACT_JSON_MATCH_H_
