// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_SERVICES_REQUEST_TEXT_LIMITS_H_
#define YINZHENG_SERVICES_REQUEST_TEXT_LIMITS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace yinzheng::services {

// Checks of text fields that every handler needs; each names the field in its error.

// InvalidArgument if `text` is empty or longer than `max_length` code points.
absl::Status CheckRequiredText(std::string_view field, const std::string& text, int32_t max_length);

// InvalidArgument if `text` is longer than `max_length` code points; empty is fine.
absl::Status CheckOptionalText(std::string_view field, const std::string& text, int32_t max_length);

// InvalidArgument if `count` is not 1 to `max_count`.
absl::Status CheckBatchSize(std::string_view field, int count, int32_t max_count);

// InvalidArgument if `name` is not `collection/{id}` with a non-empty id, e.g. `entities/3f2a`.
absl::Status CheckResourceName(std::string_view field, const std::string& name,
                               std::string_view collection);

}  // namespace yinzheng::services

#endif  // YINZHENG_SERVICES_REQUEST_TEXT_LIMITS_H_
