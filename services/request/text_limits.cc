// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "services/request/text_limits.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "indexer/base/absl_string.h"
#include "services/request/error_info.h"
#include "services/request/limits.h"

namespace yinzheng::services {
namespace {

using base::AbslView;

// Code points of valid UTF-8 are its bytes that are no continuation bytes (gRPC has checked that
// string fields are valid UTF-8).
int64_t CountCodePoints(std::string_view text) {
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

}  // namespace

absl::Status CheckOptionalText(std::string_view field, const std::string& text,
                               int32_t max_length) {
  const int64_t length = CountCodePoints(text);
  if (length <= max_length) return absl::OkStatus();
  return FieldOutOfRange(absl::StrCat(AbslView(field), ".length"), absl::StrCat(length),
                         absl::StrCat("at most ", max_length, " code points"));
}

absl::Status CheckRequiredText(std::string_view field, const std::string& text,
                               int32_t max_length) {
  if (text.empty()) return FieldRequired(field);
  return CheckOptionalText(field, text, max_length);
}

absl::Status CheckBatchSize(std::string_view field, int count, int32_t max_count) {
  if (count == 0) return FieldRequired(field);
  if (count <= max_count) return absl::OkStatus();
  return FieldOutOfRange(absl::StrCat(AbslView(field), ".size"), absl::StrCat(count),
                         absl::StrCat("1 to ", max_count));
}

absl::Status CheckResourceName(std::string_view field, const std::string& name,
                               std::string_view collection) {
  if (name.empty()) return FieldRequired(field);
  const std::string prefix = absl::StrCat(AbslView(collection), "/");
  if (absl::StartsWith(name, prefix) && name.size() > prefix.size() &&
      name.size() <= static_cast<size_t>(kMaxNameLength)) {
    return absl::OkStatus();
  }
  return FieldMalformed(field, name, absl::StrCat("a name such as ", prefix, "3f2a"));
}

}  // namespace yinzheng::services
