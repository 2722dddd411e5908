// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The packaged Abseil has a string_view type of its own (ABSL_OPTION_USE_STD_STRING_VIEW is 0),
// which takes no std::string_view. This project's interfaces use std::string_view; these two
// convert at the calls of absl::StrCat, absl::StrSplit, absl::SimpleAtoi and the like. Both are
// views: no copy is made.
//
//   absl::StrCat("open ", base::AbslView(path));

#ifndef YINZHENG_INDEXER_BASE_ABSL_STRING_H_
#define YINZHENG_INDEXER_BASE_ABSL_STRING_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace yinzheng::base {

inline absl::string_view AbslView(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view StdView(absl::string_view text) { return {text.data(), text.size()}; }

}  // namespace yinzheng::base

#endif  // YINZHENG_INDEXER_BASE_ABSL_STRING_H_
