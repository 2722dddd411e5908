// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The YAML block at the head of a Markdown file: --- title: … date: … ---. Its top-level scalars
// and lists are read, by libyaml; other structures are passed over.

#ifndef YINZHENG_INDEXER_INGEST_MARKUP_FRONT_MATTER_H_
#define YINZHENG_INDEXER_INGEST_MARKUP_FRONT_MATTER_H_

#include <cstddef>
#include <string_view>

#include "indexer/ingest/markup/page_fields.h"

namespace yinzheng::ingest {

// How many bytes at the head of `markdown` (UTF-8) are front matter, the closing line included; 0
// if it has none. Text between two rules is none: the first line must be `key: value`, and one of
// the keys a usual one.
size_t FrontMatterSize(std::string_view markdown);

// Fields of the front matter `block` (with its --- lines): title, date (published, pubdate),
// author(s), source (outlet, publisher, site, media), url (link, canonical), lang (language). Keys
// in any case, in English or Chinese (标题 日期 作者 来源). What is no YAML (a title with a colon)
// is read line by line.
PageFields ReadFrontMatter(std::string_view block);

}  // namespace yinzheng::ingest

#endif  // YINZHENG_INDEXER_INGEST_MARKUP_FRONT_MATTER_H_
