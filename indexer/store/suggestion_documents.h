// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From what may be suggested to the documents of its database. Internal to the store; may throw
// what Xapian throws.

#ifndef YINZHENG_INDEXER_STORE_SUGGESTION_DOCUMENTS_H_
#define YINZHENG_INDEXER_STORE_SUGGESTION_DOCUMENTS_H_

#include <xapian.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/text/pinyin/pinyin_reading.h"
#include "yinzheng/store/v1/records.pb.h"

namespace yinzheng::store {

// Characters of a text that are read and compared; more are never typed.
inline constexpr size_t kMaxSuggestionKey = 64;

// The name of a suggestion, folded and read.
text::ReadName ReadSuggestion(const v1::SuggestionRecord& record, const text::PinyinReader& reader);

Xapian::Document SuggestionDocument(const v1::SuggestionRecord& record,
                                    const text::PinyinReader& reader);

// The words that a mistyped Latin one is compared with, and how often each occurs: Latin words of
// names and titles, and the pinyin of names.
std::vector<std::pair<std::string, int>> SpellingWords(
    const std::vector<v1::SuggestionRecord>& records, const text::PinyinReader& reader);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SUGGESTION_DOCUMENTS_H_
