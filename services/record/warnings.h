// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_RECORD_WARNINGS_H_
#define YINZHENG_SERVICES_RECORD_WARNINGS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "services/request/limits.h"
#include "yinzheng/v1/generation.pb.h"

namespace yinzheng::services {

// A warning for people: what was done with which part of the request.
v1::Warning MakeWarning(v1::WarningCode code, std::string message, std::string subject);

// The warning that `requested` was reduced; nullopt if it was not above the limit.
std::optional<v1::Warning> ReducedWarning(std::string_view field, int32_t requested,
                                          PageLimit limit);

// The warning that shards with these names were left out.
v1::Warning PartialWarning(const std::vector<std::string>& shards);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_RECORD_WARNINGS_H_
