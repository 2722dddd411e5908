// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// From records to the documents of the databases, following schema.h. Internal to the store.

#ifndef YINZHENG_INDEXER_STORE_DOCUMENTS_H_
#define YINZHENG_INDEXER_STORE_DOCUMENTS_H_

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/statusor.h"
#include "indexer/store/phrase_runs.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/pinyin/pinyin_reading.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/entity.pb.h"
#include "yinzheng/v1/fact.pb.h"

namespace yinzheng::store {

struct PassageTerms {
  v1::PassageRecord record;
  std::vector<text::IndexToken> tokens;
};

// An article, checked and analysed.
struct ArticleTerms {
  v1::ArticleRecord record;
  std::string data;  // A StoredArticle: what the article's document holds.
  std::vector<text::IndexToken> title;
  std::vector<PassageTerms> passages;
  std::vector<PhraseRun> phrase_runs;
  std::vector<std::string> title_words;
  std::map<std::string, uint32_t> mentions;  // of entities, by id
};

// What was added about an entity that facts that come later refer to.
struct KnownEntity {
  std::vector<std::string> names;  // Not document-scoped.
  std::string key;                 // Tells other names apart; empty where nobody asks.
};
using KnownEntities = absl::flat_hash_map<std::string, KnownEntity>;  // By id.

// kInvalidArgument, naming the article and what is wrong with it.
absl::StatusOr<ArticleTerms> AnalyzeArticle(const text::Analyzer& analyzer,
                                            v1::ArticleRecord record);

// The same without the analysis: record, data and the records of passages, no terms and no words.
absl::StatusOr<ArticleTerms> LayOutArticle(v1::ArticleRecord record);

// Docids that a passage belongs to.
struct PassageNumbers {
  uint32_t article = 0;
  uint32_t group = 0;  // Of the article first added of its reprints; else `article`.
};

Xapian::Document ArticleDocument(const ArticleTerms& article);
Xapian::Document PassageDocument(const ArticleTerms& article, size_t index, PassageNumbers numbers);
Xapian::Document EntityDocument(const yinzheng::v1::Entity& entity,
                                const text::PinyinReader& reader);
Xapian::Document FactDocument(const yinzheng::v1::Fact& fact, const text::Analyzer& analyzer,
                              const KnownEntities& entities);

// Bytes that are the same for equal messages, maps included.
std::string SerializeDeterministically(const google::protobuf::MessageLite& message);

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_DOCUMENTS_H_
