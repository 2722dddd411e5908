// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/store/article_lookup.h"

#include <string>
#include <utility>
#include <vector>

#include "indexer/base/status_macros.h"
#include "indexer/store/article_storage.h"
#include "indexer/store/document_lookup.h"
#include "indexer/store/schema.h"
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

}  // namespace

absl::StatusOr<v1::ArticleRecord> ReadArticle(const DatabaseHandles& handles,
                                              const Xapian::Document& document) {
  YZ_ASSIGN_OR_RETURN(v1::StoredArticle stored, ParseDocument<v1::StoredArticle>(document));
  std::vector<std::string> texts;
  if (NeedsPassages(stored)) {
    YZ_ASSIGN_OR_RETURN(texts, PassageTexts(handles.passages, stored.rest().article().name()));
  }
  return RestoreArticle(std::move(stored), texts);
}

// An article's passages are added in a row, so that the n-th posting is the n-th of them.
absl::StatusOr<yinzheng::v1::Passage> ReadPassage(const Xapian::Database& passages,
                                                  std::string_view name) {
  YZ_ASSIGN_OR_RETURN(const PassagePlace place, PlaceOfPassage(name));
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
