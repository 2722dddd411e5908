// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The key under which names (of entities, outlets, authors, properties, units) are stored and
// looked up: two names with one key differ in script, width, case, spacing, quotation marks or dots
// only. Keys are never shown.

#ifndef YINZHENG_INDEXER_STORE_NAME_KEY_H_
#define YINZHENG_INDEXER_STORE_NAME_KEY_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/text/span.h"

namespace yinzheng::store {

// UTF-8 in and out; empty for text without letters, digits or other content. Safe for concurrent
// use.
std::string NameKey(std::string_view name);

// The part of `name`, in code points, that the first `characters` of its key were made from.
text::Span NameKeySource(std::string_view name, size_t characters);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_NAME_KEY_H_
