// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The text of a passage as terms are made of it, for looking terms up in it without analysing it
// again: folded, without white space inside lines, without what is skipped and without the commas
// of numbers. It carries no offsets; highlighter.h finds places. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_PASSAGE_KEY_H_
#define YINZHENG_INDEXER_STORE_PASSAGE_KEY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/span.h"

namespace yinzheng::store {

// `skipped` are code points of the article's body, ordered; `begin` is where `utf8` begins there.
// Line breaks that are not skipped stay, as line feeds. About 10 µs for 500 characters.
std::u32string PassageKey(std::string_view utf8, uint32_t begin,
                          const std::vector<text::Span>& skipped);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PASSAGE_KEY_H_
