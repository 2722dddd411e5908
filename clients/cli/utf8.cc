// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#include "clients/cli/utf8.h"

#include <utf8proc.h>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/string_view.h"

namespace yinzheng::cli {

absl::Status CheckUtf8(std::string_view what, std::string_view text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  size_t at = 0;
  while (at < text.size()) {
    utf8proc_int32_t code_point = 0;
    const utf8proc_ssize_t length =
        utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (length <= 0) {
      return absl::InvalidArgumentError(
          absl::StrCat("read ", absl::string_view(what.data(), what.size()), ": byte ", at + 1,
                       absl::StrFormat(" (0x%02X)", bytes[at]),
                       " is not UTF-8; convert it, for example with iconv -t UTF-8"));
    }
    at += static_cast<size_t>(length);
  }
  return absl::OkStatus();
}

}  // namespace yinzheng::cli
