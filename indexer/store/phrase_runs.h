// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Runs of words in a text that may be phrases of its language: two or more words, the first and the
// last of which carry meaning. Whether they are phrases is for their frequency to say
// (phrase_counter.h). Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_PHRASE_RUNS_H_
#define YINZHENG_INDEXER_STORE_PHRASE_RUNS_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/segmenter.h"

namespace yinzheng::store {

struct PhraseRun {
  std::string key;      // Folded.
  std::string printed;  // As the text has it.
};

// Characters of a run. Longer than a phrase may be (kMaxPhrase), so that a cut one is known as
// such.
inline constexpr size_t kMinPhrase = 4;
inline constexpr size_t kMaxRun = 16;

// The runs of `text` (a passage, line breaks inside sentences taken out), Chinese characters only,
// in order; the same run may occur twice. As dear as cutting the text into words.
std::vector<PhraseRun> FindPhraseRuns(const text::Segmenter& segmenter, std::u32string_view text);

// The words of two to four Chinese characters of a title, folded.
std::vector<std::string> TitleWords(const text::Segmenter& segmenter, std::u32string_view title);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PHRASE_RUNS_H_
