// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Articles, passages and mentions of a generation by name. Not for full-text search:
// passage_searcher.h.

#ifndef YINZHENG_INDEXER_STORE_ARTICLE_READER_H_
#define YINZHENG_INDEXER_STORE_ARTICLE_READER_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "indexer/store/search_types.h"
#include "yinzheng/store/v1/records.pb.h"
#include "yinzheng/v1/article.pb.h"
#include "yinzheng/v1/entity.pb.h"

namespace yinzheng::store {

class DatabasePool;
class NameOrder;

// Safe for concurrent use. What reads text needs the shard of its article: kUnavailable without it.
class ArticleReader {
 public:
  // `pool` and `order` must outlive it.
  ArticleReader(DatabasePool& pool, NameOrder& order) : pool_(pool), order_(order) {}

  // Everything recorded of `articles/…`. kNotFound; kInvalidArgument if it is no such name.
  absl::StatusOr<v1::ArticleRecord> GetArticle(std::string_view name) const;

  // View BASIC: without body and masks.
  absl::StatusOr<yinzheng::v1::Article> GetArticleBasic(std::string_view name) const;

  // `articles/…/passages/…`.
  absl::StatusOr<yinzheng::v1::Passage> GetPassage(std::string_view name) const;

  // Articles (view FULL if `full`, else BASIC) in the order of their names.
  absl::StatusOr<Listed<yinzheng::v1::Article>> List(const FilterNode& filter, Page page,
                                                     bool full) const;

  // Mentions of `entities/…` in the order of article and place, `article` filled in and `source`
  // left out. `article` restricts to one; empty: all. An entity nobody mentions has none.
  absl::StatusOr<Listed<yinzheng::v1::Mention>> Mentions(std::string_view entity,
                                                         std::string_view article, Page page) const;

  // Visits every article in the order of names until `visit` returns an error, which is returned.
  absl::Status ForEach(const std::function<absl::Status(const v1::ArticleRecord&)>& visit) const;

 private:
  template <typename Function>
  auto UseShard(std::string_view attempt, Function&& function) const;

  DatabasePool& pool_;
  NameOrder& order_;
};

}  // namespace yinzheng::store

#endif  // YINZHENG_INDEXER_STORE_ARTICLE_READER_H_
