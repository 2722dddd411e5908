// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_lookup.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/article_storage.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/schema.h"
#include "indexer/store/shard_layout.h"
#include "indexer/store/terms.h"

namespace yinzheng::store {
namespace {

// The texts of an article's passages, which were added in their order.
absl::StatusOr<std::vector<std::string>> PassageTexts(const Xapian::Database& passages,
                                                      const std::string& article) {
  const std::string term = Term(prefix::kArticle, IdPart(article));
  std::vector<std::string> texts;
  for (auto posting = passages.postlist_begin(term); posting != passages.postlist_end(term);
       ++posting) {
    YZ_ASSIGN_OR_RETURN(v1::PassageRecord record,
                        ParseDocument<v1::PassageRecord>(passages.get_document(*posting)));
    texts.push_back(std::move(*record.mutable_passage()->mutable_text()));
  }
  return texts;
}

// The one database that has the passages of an article. kUnavailable (ShardsUnavailable).
absl::StatusOr<Xapian::Database> PassagesOf(const DatabaseHandles& handles,
                                            const v1::ArticleRecord& record) {
  const size_t shards = handles.passage_shards.size();
  const size_t shard = PassageShard(record.article().name(), record.reprint_group(), shards);
  const std::optional<Xapian::Database>& database = handles.passage_shards.shards[shard];
  if (database.has_value()) return *database;
  return ShardsUnavailable({PassagesDirectory(shard, shards)}, "it has the text of the article");
}

absl::StatusOr<v1::StoredArticle> StoredArticleOf(const DatabaseHandles& handles,
                                                  const std::string& article,
                                                  std::string_view name) {
  return LookUp<v1::StoredArticle>(handles.articles, Term(prefix::kName, article), name);
}

}  // namespace

absl::StatusOr<v1::ArticleRecord> ReadArticle(const DatabaseHandles& handles,
                                              const Xapian::Document& document) {
  YZ_ASSIGN_OR_RETURN(v1::StoredArticle stored, ParseDocument<v1::StoredArticle>(document));
  std::vector<std::string> texts;
  if (NeedsPassages(stored)) {
    const v1::ArticleRecord& record = stored.rest();
    YZ_ASSIGN_OR_RETURN(const Xapian::Database passages, PassagesOf(handles, record));
    YZ_ASSIGN_OR_RETURN(texts, PassageTexts(passages, record.article().name()));
  }
  return RestoreArticle(std::move(stored), texts);
}

// An article's passages are added in a row, so that the n-th posting is the n-th of them.
absl::StatusOr<yinzheng::v1::Passage> ReadPassage(const DatabaseHandles& handles,
                                                  std::string_view name) {
  YZ_ASSIGN_OR_RETURN(const PassagePlace place, PlaceOfPassage(name));
  Xapian::Database passages = handles.passages;
  if (handles.passage_shards.size() > 1) {
    YZ_ASSIGN_OR_RETURN(const v1::StoredArticle stored,
                        StoredArticleOf(handles, place.article, name));
    YZ_ASSIGN_OR_RETURN(passages, PassagesOf(handles, stored.rest()));
  }
  const std::string term = Term(prefix::kArticle, place.article);
  if (place.number == 0 || place.number > passages.get_termfreq(term)) return NoSuchResource(name);
  auto posting = passages.postlist_begin(term);
  for (uint32_t i = 1; i < place.number; ++i) ++posting;
  YZ_ASSIGN_OR_RETURN(v1::PassageRecord record,
                      ParseDocument<v1::PassageRecord>(passages.get_document(*posting)));
  return std::move(*record.mutable_passage());
}

absl::StatusOr<yinzheng::v1::Article> ReadArticleBasic(const Xapian::Document& document) {
  YZ_ASSIGN_OR_RETURN(v1::StoredArticle stored, ParseDocument<v1::StoredArticle>(document));
  yinzheng::v1::Article article = std::move(*stored.mutable_rest()->mutable_article());
  article.clear_body();
  article.clear_masks();
  return article;
}

}  // namespace yinzheng::store
