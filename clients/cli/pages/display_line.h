// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_DISPLAY_LINE_H_
#define YINZHENG_CLIENTS_CLI_PAGES_DISPLAY_LINE_H_

#include <string>
#include <string_view>

namespace yinzheng::cli::pages {

// `text` as one line, for display: line breaks are dropped, as Chinese has no space there; between
// Latin letters or digits a space takes their place. Never for comparing or citing.
std::string DisplayLine(std::string_view text);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_DISPLAY_LINE_H_
