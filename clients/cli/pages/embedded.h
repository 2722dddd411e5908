// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_EMBEDDED_H_
#define YINZHENG_CLIENTS_CLI_PAGES_EMBEDDED_H_

#include <string_view>

// The files of pages/data, compiled in: yz is one file and a page needs nothing beside it.
namespace yinzheng::cli::pages {

std::string_view PageStyle();   // data/page.css
std::string_view PageScript();  // data/page.js
std::string_view LabelTable();  // data/labels.tsv

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_EMBEDDED_H_
