// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Which runs of words are phrases: those that several articles use and that are no mere part of a
// longer one. Bounded in memory whatever the corpus: where more runs are seen than are kept, those
// of one article are forgotten from time to time (lossy counting), which can only cost phrases that
// are rare in so large a corpus. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_PHRASE_COUNTER_H_
#define YINZHENG_INDEXER_STORE_PHRASE_COUNTER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "indexer/store/phrase_runs.h"

namespace yinzheng::store {

struct Phrase {
  std::string key;
  std::string printed;
  int articles = 0;
};

// One thread at a time. The same runs in the same order give the same phrases.
class PhraseCounter {
 public:
  static constexpr size_t kMaxPhrase = 12;  // Characters.
  static constexpr int kMinArticles = 3;
  static constexpr size_t kMaxPhrases = 20000;
  static constexpr size_t kMaxKept = 4000000;  // Runs counted at a time: about 100 MB.

  explicit PhraseCounter(size_t max_kept = kMaxKept) : max_kept_(max_kept) {}

  // The runs of one article.
  void AddArticle(const std::vector<PhraseRun>& runs);

  // The most frequent phrases, by number of articles, then by key. A phrase inside a longer one
  // that occurs in at least nine tenths of its articles is left out.
  std::vector<Phrase> Finish();

 private:
  struct Count {
    uint32_t articles = 0;
    uint32_t last_article = 0;
    uint32_t text = 0;  // In texts_, from the second article on.
  };
  void ForgetRare();
  int CountOf(const std::string& key) const;

  const size_t max_kept_;
  uint32_t article_ = 0;
  absl::flat_hash_map<uint64_t, Count> counts_;  // By digest of the key.
  std::vector<PhraseRun> texts_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_PHRASE_COUNTER_H_
