// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// The terms that a text is suggested and corrected by. Beginnings of some lengths only are indexed:
// a longer one is looked up by the longest indexed length, and the texts found are compared in
// full. Internal to the store.
//
// Values of kPinyin: a beginning of the full pinyin ("beijing"), a beginning of the initials with
// '/' before it ("/bjdx"), and either of them whole with '.' behind it ("beijing." and "/bj."); a
// document-scoped name's whole pinyin has ':' before it (":kexuecheng.").

#ifndef YINZHENG_INDEXER_STORE_SUGGESTION_TERMS_H_
#define YINZHENG_INDEXER_STORE_SUGGESTION_TERMS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/pinyin/pinyin_reading.h"

namespace yinzheng::store {

enum class BeginningKind { kKey, kSpelling, kInitials };

// The terms of the indexed beginnings of a key, a spelling or initials.
std::vector<std::string> BeginningTerms(BeginningKind kind, std::string_view text);

// The term to look a beginning up by; nullopt if it is shorter than what is indexed.
std::optional<std::string> BeginningTerm(BeginningKind kind, std::string_view text);

// The term of a whole spelling, and of whole initials.
std::string SpellingTerm(std::string_view spelling);
std::string WholeInitialsTerm(std::string_view initials);

// The terms of a document-scoped name: apart from those of names that hold everywhere, so that
// however many articles say 该中心 they are in nobody's way.
std::string ScopedKeyTerm(std::string_view key);
std::string ScopedSpellingTerm(std::string_view spelling);

// Readings of texts of at most so many characters are indexed whole, those of entities up to the
// second: whoever looks an institution up by pinyin spells its name to the end.
inline constexpr size_t kMaxWholeReading = 12;
inline constexpr size_t kMaxEntityReading = 40;

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SUGGESTION_TERMS_H_
