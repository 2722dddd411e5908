// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Reads <title>, <meta>, <link>, <time> and JSON-LD of a page.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_HTML_FIELDS_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_HTML_FIELDS_H_

#include "indexer/ingest/markup/html_tree.h"
#include "indexer/ingest/markup/page_fields.h"

namespace yinzheng::ingest {

// Of several tags for one field the first of the most telling name wins.
PageFields ReadHtmlFields(const HtmlTree& tree);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_HTML_FIELDS_H_
