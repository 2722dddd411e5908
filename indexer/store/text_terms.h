// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Terms of analysed text as the databases spell them. Xapian writes the whole term beside every
// list of positions, and a passage has over a hundred: so Chinese characters take two bytes
// instead of the three of UTF-8. They begin with bytes that begin no character of a token: 128 to
// 193, and 1 to 17 for the last of them. Names, keys and numbers are no text: terms.h. Internal to
// the store.

#ifndef YINZHENG_INDEXER_STORE_TEXT_TERMS_H_
#define YINZHENG_INDEXER_STORE_TEXT_TERMS_H_

#include <string>
#include <string_view>

namespace yinzheng::store {

// The term of a token (UTF-8), a pair, a word or the beginning of one. What begins another token
// begins its term.
std::string TextTerm(std::string_view prefix, std::string_view token);

// The token of a term without its prefix.
std::string TokenOf(std::string_view term);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_TEXT_TERMS_H_
