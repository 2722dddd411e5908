// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Compatibility and case folding of single code points (Unicode's NFKC_Casefold, by ICU): Ａ -> a,
// ㎡ -> m2, … -> ..., zero-width space -> nothing. The step of fold.h before scripts are folded;
// use FoldCharacters.

#ifndef YINZHENG_INDEXER_TEXT_COMPATIBILITY_H_
#define YINZHENG_INDEXER_TEXT_COMPATIBILITY_H_

#include <string>
#include <string_view>

namespace yinzheng::text::internal {

// Adds the folded form of `c` to `out`: none, one or several code points. The first call takes
// about 20 ms to build a table of the basic plane. Safe for concurrent use.
void AppendCompatibilityFold(char32_t c, std::u32string& out);

// Where the next code point of `text` that does not fold to itself stands, from `from` on; the size
// of `text` if none does.
size_t FindFolding(std::u32string_view text, size_t from);

// The Unicode version of the table, such as "15.0".
std::string UnicodeVersion();

}  // namespace yinzheng::text::internal

#endif  // YINZHENG_INDEXER_TEXT_COMPATIBILITY_H_
