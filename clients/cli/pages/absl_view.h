// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_ABSL_VIEW_H_
#define YINZHENG_CLIENTS_CLI_PAGES_ABSL_VIEW_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace yinzheng::cli::pages {

// The same characters for functions of Abseil, whose string_view is a type of its own in Debian's
// build. Valid as long as `text` is.
inline absl::string_view View(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_ABSL_VIEW_H_
