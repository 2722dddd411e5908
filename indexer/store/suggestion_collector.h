// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Gathers, while a generation is written, what it may suggest: names of entities, titles, frequent
// phrases, and words of titles that serve corrections alone. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_SUGGESTION_COLLECTOR_H_
#define YINZHENG_INDEXER_STORE_SUGGESTION_COLLECTOR_H_

#include <map>
#include <string>
#include <vector>

#include "indexer/store/documents.h"
#include "indexer/store/phrase_counter.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::store {

// One thread at a time.
class SuggestionCollector {
 public:
  // Words of titles kept: those of two titles or more, the most frequent.
  static constexpr size_t kMaxWords = 50000;

  void AddEntity(const yinzheng::v1::Entity& entity);
  void AddArticle(const ArticleTerms& article);

  // Everything gathered, once; the most frequent first: the order of the documents. Where counts
  // are equal: names, phrases, titles, words; among names canonical ones first, among titles the
  // latest; then by text and resource. Each name of an entity is a record of its own.
  std::vector<v1::SuggestionRecord> Finish();

 private:
  struct Title {
    std::string text;
    std::string article;
    std::string day;
    int articles = 0;
  };
  struct Name {
    v1::SuggestionRecord record;
    bool canonical = false;
  };

  std::vector<Name> names_;
  std::map<std::string, Title> titles_;  // By key.
  std::map<std::string, int> words_of_titles_;
  PhraseCounter phrases_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_SUGGESTION_COLLECTOR_H_
