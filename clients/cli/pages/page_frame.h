// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_PAGE_FRAME_H_
#define YINZHENG_CLIENTS_CLI_PAGES_PAGE_FRAME_H_

#include <optional>
#include <string>
#include <string_view>

#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/page_context.h"

namespace yinzheng::cli::pages {

// Begins a page: head with style sheet and a policy that forbids fetching anything, then the body.
// `kind` is the class of the body (`article`, `entity`, `timeline`, `site`).
void OpenPage(HtmlWriter& html, const PageContext& context, std::string_view kind,
              std::string_view title);

// Ends it: the line at the foot, with the generation, and the script. Returns the whole page.
std::string ClosePage(HtmlWriter& html, const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_PAGE_FRAME_H_
