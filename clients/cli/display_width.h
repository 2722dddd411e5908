// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_DISPLAY_WIDTH_H_
#define YINZHENG_CLIENTS_CLI_DISPLAY_WIDTH_H_

#include <string>
#include <string_view>

namespace yinzheng::cli {

// Columns that UTF-8 `text` takes on a terminal: 2 for a Chinese character, 0 for a combining one.
int DisplayWidth(std::string_view text);

// `text` cut to at most `width` columns, with … in the last one where something was cut.
std::string Truncate(std::string_view text, int width);

// `text` padded with spaces to `width` columns; unchanged if it is as wide already.
std::string PadRight(std::string_view text, int width);

}  // namespace yinzheng::cli

#endif  // YINZHENG_CLIENTS_CLI_DISPLAY_WIDTH_H_
