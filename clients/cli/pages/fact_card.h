// SPDX-License-Identifier: Apache-2.0
// Copyright 2026 The Yinzheng Authors

#ifndef YINZHENG_CLIENTS_CLI_PAGES_FACT_CARD_H_
#define YINZHENG_CLIENTS_CLI_PAGES_FACT_CARD_H_

#include "clients/cli/pages/article_marks.h"
#include "clients/cli/pages/html_writer.h"
#include "clients/cli/pages/page_context.h"

namespace yinzheng::cli::pages {

// Writes all that the page of an article says of one fact, as an item of a list: the script of the
// page shows it when the fact is chosen. `number` is its number on paper. The anchor of the fact is
// here where it is not `anchored` in the text.
void WriteFactCard(HtmlWriter& html, const MarkedFact& marked, int number, bool anchored,
                   const PageContext& context);

}  // namespace yinzheng::cli::pages

#endif  // YINZHENG_CLIENTS_CLI_PAGES_FACT_CARD_H_
