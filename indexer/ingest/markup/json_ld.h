// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Articles described in JSON-LD (schema.org), the form in which news sites tell machines about
// their stories. Reads the fields that an article has here and nothing else of schema.org.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_JSON_LD_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_JSON_LD_H_

#include <string>
#include <vector>

#include "indexer/ingest/markup/page_fields.h"

namespace yinzheng::ingest {

// The objects of a type that ends in Article, Posting or Report, at the top, in lists and in
// @graph, in order. Nothing for what is no JSON.
std::vector<StoryFields> ReadJsonLd(const std::string& json);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_JSON_LD_H_
